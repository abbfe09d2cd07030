### Habits and cards.

card-drive-title = Bevor du fährst
card-drive-step-1 = Geldbeutel und Handy aus der Gesäßtasche.
card-drive-step-2 = Beide Sitzhöcker gleich belastet, gerade zum Sitz.
card-drive-step-3 = Lehne leicht zurück, etwa 100 bis 110 Grad.
card-drive-step-4 = Lendenstütze, wenn du sie magst.
card-drive-step-5 = Pedalferse unter der Bremse am Boden, der andere Fuß ruht.
card-drive-step-6 = Halte mindestens alle zwei Stunden für 15 Minuten an.

## Habits

swap-sides-name = Seiten tauschen
swap-sides-step-1 = Achte darauf, was immer eine Hand oder Seite macht.
swap-sides-step-2 = Nimm für einen Teil des Tages die andere: Maus, Tasche, Handy.
swap-sides-step-3 = Beginn mit zehn Minuten; es fühlt sich ungeschickt an.

massage-name = Massage, notiert
massage-step-1 = Arbeit mit den Händen gehört zu jemandem, den du aussuchst.
massage-step-2 = Notier den Tag und was gemacht wurde.
massage-step-3 = Notier, wie die zwei Tage danach waren.

stay-active-name = In Bewegung bleiben
stay-active-step-1 = Mach etwas, das du magst: gehen, schwimmen, Yoga, Rad, Garten.
stay-active-step-2 = Misch, was dich atmen lässt, mit dem, was kräftigt.
stay-active-step-3 = Mach an schlechten Tagen weiter, nur kleiner.

drive-setup-name = Vor dem Fahren einrichten
drive-setup-step-1 = Vor dem Losfahren: Geldbeutel und Handy aus der Gesäßtasche.
drive-setup-step-2 = Drück beide Fersen in den Boden, auf gleicher Höhe.
drive-setup-step-3 = Beide Sitzhöcker gleich belastet, gerade zum Sitz.
drive-setup-step-4 = Lehne leicht zurück, etwa 100 bis 110 Grad.
drive-setup-step-5 = Lendenstütze, wenn du sie magst.
drive-setup-step-6 = Dann Pedalferse unter die Bremse, der andere Fuß ruht.

even-sit-name = Gleichmäßig sitzen, oft wechseln
even-sit-step-1 = Spür beide Sitzhöcker: Tragen sie gleich viel?
even-sit-step-2 = Richte sie gerade zur Sitzkante aus.
even-sit-step-3 = Beide Fersen am Boden. Dann beweg dich, wann du magst.

glute-squeeze-name = Anspannen beim Sitzen
glute-squeeze-step-1 = Beide Fersen am Boden; zieh sie sanft nach innen.
glute-squeeze-step-2 = Lass die Knie nach außen wandern, spann vier Sekunden an.
glute-squeeze-step-3 = Viermal. Im Auto nur geparkt oder als Mitfahrer.

sit-shift-name = Im Sitz verlagern
sit-shift-step-1 = Roll von einem Sitzhöcker zum anderen.
sit-shift-step-2 = Roll nach hinten, dann nach vorn.
sit-shift-step-3 = Eine halbe Minute, dann mach weiter.

stand-and-counter-name = Aufstehen und dagegen bewegen
stand-and-counter-step-1 = Steh auf.
stand-and-counter-step-2 = Beweg dich entgegengesetzt zu deiner Arbeitshaltung.
stand-and-counter-step-3 = Nach dem Sitzen: nach oben strecken, Hüften etwas vor, atmen.
stand-and-counter-step-4 = Zweimal, dann mach weiter.

walk-name = Täglich gehen
walk-step-1 = Such eine Zeit, die dir schon gehört: mittags oder vor dem Abendessen.
walk-step-2 = Geh in leichtem Tempo; kehr um, solange es leichtfällt.
walk-step-3 = Gib jede Woche ein paar Minuten dazu.

morning-session-name = Bewegen nach dem Aufwachen
morning-session-step-1 = Fünf Minuten leichte Bewegung vor allem anderen.
morning-session-step-2 = Mach den unteren Rücken in der ersten Stunde nicht weit rund.
morning-session-step-3 = Danach der Morgenteil deines Plans.

evening-session-name = Abends noch einmal
evening-session-step-1 = Später am Tag noch einmal, beide Seiten.
evening-session-step-2 = Atme dorthin, wo es spannt.
evening-session-step-3 = Kürzer ist in Ordnung; einmal auslassen auch.

breathe-down-name = Ruhig atmen
breathe-down-step-1 = Sitz oder lieg, wie du magst; auch vor oder nach dem Fahren.
breathe-down-step-2 = Atme ein und zähl bis vier, aus bis sechs.
breathe-down-step-3 = Sechs bis acht Atemzüge.
