### When to stop an exercise at once. Each reads on from "Stop if".

stop-back-squeeze = der untere Rücken sich eingezwängt anfühlt und drei Atemzüge es nicht lösen
stop-chest-or-faint = deine Brust schmerzt oder dir flau oder schwindlig wird
stop-doming = der Bauch sich in der Mitte vorwölbt, du Urin verlierst oder es nach unten drückt
stop-giving-way = ein Bein wegknickt oder ein Gelenk blockiert
stop-groin-pinch = es in der Leiste stechend zwickt und bleibt, wenn du nachlässt
stop-groin-strain = die Innenseite des Oberschenkels oder die Leiste stechend schmerzt
stop-knee-pain = ein Knie innen schmerzt oder sich verdreht anfühlt
stop-leg-symptoms = Schmerz, Kribbeln oder Taubheit sich weiter ins Bein ausbreitet
stop-neck-pain = der Nacken schmerzt
stop-nerve-lingers = Kribbeln oder Schmerz eine Minute nach dem Aufhören noch da ist
stop-pain-over-five = der Schmerz über 5 von 10 steigt oder 2 über deinen Anfang
stop-pubic-pain = es vorn am Becken stechend schmerzt
stop-shoulder-pain = die Schulter schmerzt
stop-unsteady = du das Gefühl hast, du könntest fallen
stop-wrist-pain = die Handgelenke schmerzen; versuch es zuerst mit Fäusten oder Unterarmen
