### Names of prompts and movements, as a person reads them. Positions, things and grades stand in ui.ftl.

prompt-every-minutes = immer wieder, während du sitzt
prompt-before-driving = bevor du fährst
prompt-on-waking = nach dem Aufwachen
prompt-evening = am Abend
prompt-daily = einmal am Tag
prompt-logged = wann immer es geschieht, zum Notieren

tag-lumbar-flexion-end = beugt den unteren Rücken bis ans Ende
tag-lumbar-flexion-loaded = beugt den unteren Rücken unter Last
tag-lumbar-extension-end = streckt den unteren Rücken bis ans Ende
tag-lumbar-rotation-end = dreht den unteren Rücken bis ans Ende
tag-hip-flexion-gt90 = beugt die Hüfte über den rechten Winkel
tag-hip-flexion-adduction-ir = beugt die Hüfte, zieht sie herüber und dreht sie ein
tag-hip-extension-end = streckt die Hüfte bis ans Ende nach hinten
tag-hip-er-end = dreht die Hüfte bis ans Ende nach außen
tag-hip-er-extended = dreht die Hüfte nach außen, während sie gestreckt ist
tag-hip-ir-end = dreht die Hüfte bis ans Ende nach innen
tag-hip-abduction-end = spreizt das Bein bis ans Ende ab
tag-knee-flexion-end = beugt das Knie bis ans Ende
tag-knee-torsion = verdreht das Knie
tag-supine-flat-prolonged = eine Weile flach auf dem Rücken
tag-prone = in Bauchlage
tag-kneeling = auf den Knien
tag-single-leg-balance = auf einem Bein stehend
tag-asymmetric-load = belastet eine Seite und die andere nicht
tag-impact = Laufen, Springen, Hüpfen
tag-breath-hold = verleitet dazu, den Atem anzuhalten
tag-nerve-tension = kann an einem Nerv ziehen
tag-deep-pressure = fester Druck auf weiches Gewebe
tag-passive-end-range = von außen bis ans Ende der Bewegung gezogen
tag-spinal-load = Last entlang der Wirbelsäule
tag-mid-range = leichte Bewegung vor jedem Ende
