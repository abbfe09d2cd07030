### Outcome measures. The 24 statements are the Roland-Morris questionnaire in its published wording (Roland & Morris
### 1983, Spine 8:141; its authors ask for no permission), with the misprint "then" of statement 9 mended.

roland-morris-intro = Hake jeden Satz an, der heute auf dich zutrifft. Lass die anderen leer.
roland-morris-source = Nach Roland und Morris 1983, Spine 8:141; unsere eigene Übersetzung, nicht geprüft

roland-morris-1 = Wegen meines Rückens bleibe ich die meiste Zeit zu Hause.
roland-morris-2 = Ich wechsle oft die Haltung, damit mein Rücken es bequem hat.
roland-morris-3 = Wegen meines Rückens gehe ich langsamer als sonst.
roland-morris-4 = Wegen meines Rückens mache ich keine der Arbeiten, die ich sonst im Haus mache.
roland-morris-5 = Wegen meines Rückens halte ich mich beim Treppensteigen am Geländer fest.
roland-morris-6 = Wegen meines Rückens lege ich mich öfter hin, um auszuruhen.
roland-morris-7 = Wegen meines Rückens muss ich mich festhalten, um aus einem Sessel aufzustehen.
roland-morris-8 = Wegen meines Rückens versuche ich, andere für mich Dinge erledigen zu lassen.
roland-morris-9 = Wegen meines Rückens ziehe ich mich langsamer an als sonst.
roland-morris-10 = Wegen meines Rückens stehe ich nur kurze Zeit.
roland-morris-11 = Wegen meines Rückens versuche ich, mich nicht zu bücken oder hinzuknien.
roland-morris-12 = Wegen meines Rückens fällt es mir schwer, von einem Stuhl aufzustehen.
roland-morris-13 = Mein Rücken schmerzt fast die ganze Zeit.
roland-morris-14 = Wegen meines Rückens fällt es mir schwer, mich im Bett umzudrehen.
roland-morris-15 = Wegen meiner Rückenschmerzen habe ich keinen guten Appetit.
roland-morris-16 = Wegen meiner Rückenschmerzen fällt es mir schwer, Socken oder Strümpfe anzuziehen.
roland-morris-17 = Wegen meines Rückens gehe ich nur kurze Strecken.
roland-morris-18 = Wegen meines Rückens schlafe ich weniger gut.
roland-morris-19 = Wegen meiner Rückenschmerzen brauche ich beim Anziehen Hilfe.
roland-morris-20 = Wegen meines Rückens sitze ich den größten Teil des Tages.
roland-morris-21 = Wegen meines Rückens meide ich schwere Arbeiten im Haus.
roland-morris-22 = Wegen meiner Rückenschmerzen bin ich reizbarer und schlechter gelaunt als sonst.
roland-morris-23 = Wegen meines Rückens gehe ich Treppen langsamer hinauf als sonst.
roland-morris-24 = Wegen meines Rückens bleibe ich die meiste Zeit im Bett.

ask-own-activities = Wie gut konntest du jede deiner Tätigkeiten diese Woche ausüben? 0 heißt gar nicht, 10 heißt wie früher.
ask-daily-pain = Wie war dein Schmerz heute, im Durchschnitt und am stärksten? 0 heißt keiner, 10 der stärkste, den du dir vorstellen kannst.
ask-interference = Wie sehr hat der Schmerz diese Woche deine Tage, deine Freude und deinen Schlaf gestört?
ask-roland-morris = Vierundzwanzig kurze Sätze zum heutigen Tag. Du kannst sie auslassen.
ask-global-change = Wie ist es jetzt, verglichen mit dem Anfang? -5 heißt viel schlechter, 0 gleich, 5 viel besser.
ask-self-tests = Noch einmal deine Selbsttests, um zu sehen, was sich bewegt hat.

reading-improved = besser, genug, um zu zählen
reading-probably-improved = besser, vielleicht genug, um zu zählen
reading-better = ein wenig besser
reading-within-error = kein Unterschied, der sich vom Zufall trennen lässt
reading-worse = schlechter
reading-unknown = dazu lässt sich nichts sagen
