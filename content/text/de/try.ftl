### Try it and see: one movement before and after one exercise.

try-heading = Ausprobieren und sehen
try-text = Bewerte eine Bewegung, mach die Übung, bewerte noch einmal. Nach drei Versuchen sagt das etwas über dich und diese Übung, und der Plan hört darauf.
field-try-movement = Welche Bewegung stört dich?
movement-bend-forward = Nach vorn beugen
movement-stand-up = Vom Stuhl aufstehen
movement-walk = Zehn Schritte
movement-turn = Zu beiden Seiten drehen
movement-sit = Hinsetzen und einen Moment bleiben
field-try-before = Mach sie jetzt. Wie sehr tut es weh?
try-now = Jetzt mach die Übung, dann noch einmal dieselbe Bewegung.
field-try-after = Und jetzt?
try-line = { $movement }: { $before } vorher, { $after } nachher. { $reading }
try-one-helps = Das ist dieses Mal mehr als Zufall.
try-one-worsens = Dieses Mal um mehr als Zufall schlechter.
try-one-no-difference = Kein Unterschied, der sich vom Zufall trennen lässt.
try-one-too-few = Kein Unterschied, der sich vom Zufall trennen lässt.
try-many-helps = { $movement }: Über deine Versuche war es danach besser. Der Plan bevorzugt diese Übung jetzt.
try-many-worsens = { $movement }: Über deine Versuche war es danach schlechter. Der Plan lässt diese Übung jetzt aus.
try-many-no-difference = { $movement }: Über deine Versuche gab es keinen Unterschied, der sich vom Zufall trennen lässt.
