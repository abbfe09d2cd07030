### Home self-tests: what each is, how it is done, what it asks by feel and by number, and what the phone says.
### Keys: test-<id>-name, -about, -step-N, -<value>, -<value>-<choice>, -number, -zero; tilt-... for the phone.

## Stand up and sit down for half a minute

test-sit-to-stand-30s-name = Vom Stuhl aufstehen
test-sit-to-stand-30s-about = Wie leicht dich Hüften und Beine heben.
test-sit-to-stand-30s-step-1 = Stell einen festen Stuhl an die Wand und setz dich.
test-sit-to-stand-30s-step-2 = Kreuz die Arme vor der Brust, Füße unter den Knien.
test-sit-to-stand-30s-step-3 = Steh ganz auf und setz dich wieder, fünfmal.
test-sit-to-stand-30s-step-4 = Für die Zahl: Zähl ganze Aufsteher in einer halben Minute.
test-sit-to-stand-30s-count = Wie gehen fünf Aufsteher?
test-sit-to-stand-30s-count-easily = Leicht
test-sit-to-stand-30s-count-effort = Mit etwas Mühe
test-sit-to-stand-30s-count-hands = Nur mit den Händen
test-sit-to-stand-30s-number = Ganze Aufsteher in einer halben Minute

## Hanging thigh

test-thomas-name = Hängender Oberschenkel
test-thomas-about = Wie weit die Vorderseite jeder Hüfte loslässt.
test-thomas-step-1 = Setz dich ganz an die Kante eines festen Betts oder Tischs.
test-thomas-step-2 = Roll zurück und umarm beide Knie, bis dein Rücken flach liegt.
test-thomas-step-3 = Halte ein Knie umarmt. Der untere Rücken bleibt unten.
test-thomas-step-4 = Lass das andere Bein über die Kante hängen.
test-thomas-step-5 = Lass es zehn Sekunden sinken, schau dann am Oberschenkel entlang.
test-thomas-step-6 = Umarm wieder beide Knie, bevor du die Seite wechselst.
test-thomas-thigh-deg = Wo bleibt der hängende Oberschenkel liegen?
test-thomas-thigh-deg-below = Unter der Waagerechten
test-thomas-thigh-deg-level = Etwa waagerecht
test-thomas-thigh-deg-above = Deutlich darüber, eine Hand und mehr
test-thomas-pelvis-held = Blieb der untere Rücken flach und das andere Knie umarmt?
test-thomas-pelvis-held-yes = Ja
test-thomas-pelvis-held-no = Nicht ganz
test-thomas-number = Oberschenkel zur Waagerechten; darunter ist minus
test-thomas-zero = Setz dich an die Kante, Oberschenkel flach auf dem Bett.

## Turning the hip in

test-hip-internal-rotation-name = Die Hüfte nach innen drehen
test-hip-internal-rotation-about = Wie weit sich jede Hüfte im Sitzen nach innen dreht.
test-hip-internal-rotation-step-1 = Setz dich so hoch, dass die Unterschenkel frei hängen.
test-hip-internal-rotation-step-2 = Leg ein Handtuch unters Knie, damit der Oberschenkel waagerecht ist.
test-hip-internal-rotation-step-3 = Hände auf die Hüften; beide Sitzhöcker bleiben unten.
test-hip-internal-rotation-step-4 = Schwing den Fuß nach außen, so weit es leichtfällt.
test-hip-internal-rotation-step-5 = Halte ihn dort, dann lass ihn zurückkommen.
test-hip-internal-rotation-deg = Wie weit schwingt der Fuß nach außen?
test-hip-internal-rotation-deg-well = Weit, eine Fußlänge und mehr
test-hip-internal-rotation-deg-some = Die Hälfte davon
test-hip-internal-rotation-deg-hardly = Kaum
test-hip-internal-rotation-number = Unterschenkel aus dem Hängen
test-hip-internal-rotation-zero = Setz dich und lass den Unterschenkel hängen.

## Turning the hip out

test-hip-external-rotation-name = Die Hüfte nach außen drehen
test-hip-external-rotation-about = Wie weit sich jede Hüfte im Sitzen nach außen dreht.
test-hip-external-rotation-step-1 = Setz dich so hoch, dass die Unterschenkel frei hängen.
test-hip-external-rotation-step-2 = Leg ein Handtuch unters Knie, damit der Oberschenkel waagerecht ist.
test-hip-external-rotation-step-3 = Hände auf die Hüften; beide Sitzhöcker bleiben unten.
test-hip-external-rotation-step-4 = Schwing den Fuß nach innen, über den anderen, so weit es leichtfällt.
test-hip-external-rotation-step-5 = Halte ihn dort, dann lass ihn zurückkommen.
test-hip-external-rotation-deg = Wie weit schwingt der Fuß nach innen?
test-hip-external-rotation-deg-well = Weit, eine Fußlänge und mehr
test-hip-external-rotation-deg-some = Die Hälfte davon
test-hip-external-rotation-deg-hardly = Kaum
test-hip-external-rotation-number = Unterschenkel aus dem Hängen
test-hip-external-rotation-zero = Setz dich und lass den Unterschenkel hängen.

## Straightening the knee with the thigh upright

test-knee-extension-90-name = Knie gerade, Oberschenkel senkrecht
test-knee-extension-90-about = Wie weit die Rückseite des Oberschenkels das Knie strecken lässt.
test-knee-extension-90-step-1 = Leg dich auf den Rücken, das andere Bein flach.
test-knee-extension-90-step-2 = Halte einen Oberschenkel von hinten, senkrecht nach oben.
test-knee-extension-90-step-3 = Streck dieses Knie langsam, bis es dich das erste Mal bremst.
test-knee-extension-90-step-4 = Bleib zwei Sekunden und sieh, wie gebeugt das Knie noch ist.
test-knee-extension-90-step-5 = Merk dir, wo du es spürst, dann leg das Bein ab.
test-knee-extension-90-short-of-straight-deg = Wie gebeugt bleibt das Knie?
test-knee-extension-90-short-of-straight-deg-nearly = Fast gerade
test-knee-extension-90-short-of-straight-deg-bent = Etwas gebeugt
test-knee-extension-90-short-of-straight-deg-far = Halb gebeugt oder mehr
test-knee-extension-90-felt = Wo spürst du es?
test-knee-extension-90-felt-thigh = Hinten am Oberschenkel
test-knee-extension-90-felt-below-knee = Unterhalb des Knies, oder Kribbeln
test-knee-extension-90-felt-back = Im Rücken
test-knee-extension-90-number = Wie viel dem Knie zur Geraden fehlt
test-knee-extension-90-zero = Leg dich hin, das Bein flach.

## Figure-four

test-figure-four-height-name = Figur vier: wie hoch das Knie bleibt
test-figure-four-height-about = Wie weit sich jede Hüfte zur Seite öffnet.
test-figure-four-height-step-1 = Leg dich auf den Rücken, beide Beine lang.
test-figure-four-height-step-2 = Leg einen Knöchel auf den anderen Oberschenkel, oberhalb des Knies.
test-figure-four-height-step-3 = Lass das Knie zur Seite sinken. Nicht drücken.
test-figure-four-height-step-4 = Sieh, wie hoch das Knie über dem Bett bleibt.
test-figure-four-height-height-cm = Wie hoch bleibt das Knie?
test-figure-four-height-height-cm-fist = Etwa eine Faust
test-figure-four-height-height-cm-two-fists = Etwa zwei Fäuste
test-figure-four-height-height-cm-more = Drei Fäuste oder mehr
test-figure-four-height-pain = Tut es weh?
test-figure-four-height-pain-none = Nein
test-figure-four-height-pain-groin = In der Leiste
test-figure-four-height-pain-back-of-pelvis = Hinten am Becken
test-figure-four-height-number = Außenseite des Knies zum Bett

## Standing on one leg

test-single-leg-stance-name = Auf einem Bein stehen
test-single-leg-stance-about = Wie jede Hüfte das Becken waagerecht hält.
test-single-leg-stance-step-1 = Steh neben einer Wand oder einem Stuhl zum Greifen.
test-single-leg-stance-step-2 = Heb einen Fuß auf die Höhe des anderen Knöchels.
test-single-leg-stance-step-3 = Steh bis zu einer halben Minute, die Augen offen.
test-single-leg-stance-step-4 = Schau in einen Spiegel: Sinkt die freie Seite?
test-single-leg-stance-trunk-lean = Was geschieht auf diesem Bein?
test-single-leg-stance-trunk-lean-level = Ich bleibe waagerecht
test-single-leg-stance-trunk-lean-leans = Ich neige mich, oder die freie Seite sinkt
test-single-leg-stance-number = Wie lange du auf diesem Bein stehst

## Lifting the top leg

test-side-lying-abduction-name = Das obere Bein heben
test-side-lying-abduction-about = Wie gut jede Hüfte das Bein führt.
test-side-lying-abduction-step-1 = Leg dich auf eine Seite, Rücken und Fersen an der Wand.
test-side-lying-abduction-step-2 = Heb das gestreckte obere Bein um ein, zwei Handbreit.
test-side-lying-abduction-step-3 = Langsam, zehnmal, die Zehen zeigen nach vorn.
test-side-lying-abduction-step-4 = Achte darauf, ob du rollst oder das Bein nach vorn wandert.
test-side-lying-abduction-score = Wie gut führst du das obere Bein?
test-side-lying-abduction-score-none = Ruhig, alle zehn
test-side-lying-abduction-score-little = Ein wenig wackelig
test-side-lying-abduction-score-clear = Ich rolle, oder das Bein wandert
test-side-lying-abduction-score-lost = Ich kann es nicht halten

## Straight-leg raise

test-straight-leg-raise-name = Gestrecktes Bein heben
test-straight-leg-raise-about = Wie weit sich ein gestrecktes Bein hebt und was es bremst.
test-straight-leg-raise-step-1 = Leg dich auf den Rücken, beide Beine lang.
test-straight-leg-raise-step-2 = Leg einen Gurt oder ein Handtuch um einen Fuß.
test-straight-leg-raise-step-3 = Halte dieses Knie gestreckt und heb das Bein langsam.
test-straight-leg-raise-step-4 = Stopp beim ersten festen Zug.
test-straight-leg-raise-step-5 = Merk dir, wo du es spürst, dann leg das Bein ab.
test-straight-leg-raise-hip-deg = Wie weit kommt das Bein hoch?
test-straight-leg-raise-hip-deg-nearly-upright = Fast senkrecht
test-straight-leg-raise-hip-deg-more-than-half = Mehr als halb
test-straight-leg-raise-hip-deg-less-than-half = Weniger als halb
test-straight-leg-raise-felt = Wo spürst du es?
test-straight-leg-raise-felt-thigh = Hinten am Oberschenkel
test-straight-leg-raise-felt-below-knee = Unterhalb des Knies, oder Kribbeln
test-straight-leg-raise-felt-back = Im Rücken
test-straight-leg-raise-number = Bein aus dem Liegen
test-straight-leg-raise-zero = Leg dich hin, das Bein flach.

## Bending forward

test-finger-floor-name = Finger zum Boden
test-finger-floor-about = Wie weit du dich beugst und wo die Beugung geschieht.
test-finger-floor-step-1 = Steh mit den Füßen unter den Hüften, Knie gestreckt.
test-finger-floor-step-2 = Lass beide Hände langsam an den Beinen hinuntergleiten.
test-finger-floor-step-3 = Stopp beim ersten Zug oder bei jedem Schmerz.
test-finger-floor-step-4 = Sieh, wie weit deine Finger kommen, dann komm hoch.
test-finger-floor-distance-cm = Wie weit kommen deine Finger?
test-finger-floor-distance-cm-floor = Bis zum Boden oder fast
test-finger-floor-distance-cm-ankles = Bis zu den Knöcheln
test-finger-floor-distance-cm-shins = Bis zu den Schienbeinen
test-finger-floor-distance-cm-knees = Nicht weiter als zu den Knien
test-finger-floor-bends-in = Wo geschieht das meiste der Beugung?
test-finger-floor-bends-in-hips = In den Hüften
test-finger-floor-bends-in-low-back = Im unteren Rücken
test-finger-floor-number = Fingerspitzen zum Boden

## Sitting 90-90

test-ninety-ninety-name = 90-90-Sitz
test-ninety-ninety-about = Wie jede Hüfte eine Drehung annimmt, wenn du am Boden sitzt.
test-ninety-ninety-step-1 = Setz dich auf den Boden, ein Schienbein quer vor dir.
test-ninety-ninety-step-2 = Das andere Bein liegt zur Seite, Knie gebeugt.
test-ninety-ninety-step-3 = Mach dich lang. Nimm die Hände nur, wenn du musst.
test-ninety-ninety-step-4 = Die gefragte Seite ist die vordere.
test-ninety-ninety-sits-tall = Kannst du aufrecht sitzen?
test-ninety-ninety-sits-tall-yes = Ja
test-ninety-ninety-sits-tall-no = Nein
test-ninety-ninety-hands-needed = Brauchst du die Hände?
test-ninety-ninety-hands-needed-no = Nein
test-ninety-ninety-hands-needed-yes = Ja
test-ninety-ninety-pain = Tut es weh?
test-ninety-ninety-pain-no = Nein
test-ninety-ninety-pain-yes = Ja

## A movement repeated

test-repeated-movement-name = Eine Bewegung, zehnmal
test-repeated-movement-about = Ob eine Richtung den Schmerz zurückzieht oder weiter schickt.
test-repeated-movement-step-1 = Merk dir genau, wo es jetzt wehtut.
test-repeated-movement-step-2 = Wähl eine Richtung. Strecken: stehen, Hände an die Hüften, zurücklehnen.
test-repeated-movement-step-3 = Beugen: sitzen, die Hände Richtung Füße gleiten lassen.
test-repeated-movement-step-4 = Geh sanft bis ans Ende und zurück, zehnmal.
test-repeated-movement-step-5 = Merk dir, wo es jetzt wehtut. Stopp, wenn es hinunterzieht.
test-repeated-movement-direction = Welche Richtung?
test-repeated-movement-direction-extension = Strecken
test-repeated-movement-direction-flexion = Beugen
test-repeated-movement-effect = Was hat es mit dem Schmerz gemacht?
test-repeated-movement-effect-centralised = Er zog sich zur Wirbelsäule zurück
test-repeated-movement-effect-better = Besser
test-repeated-movement-effect-no-change = Wie vorher
test-repeated-movement-effect-worse = Schlechter an derselben Stelle
test-repeated-movement-effect-peripheralised = Er breitete sich weiter nach unten aus
test-repeated-movement-lasted-minutes = Wie lange hielt das an?
test-repeated-movement-lasted-minutes-gone = Sofort weg
test-repeated-movement-lasted-minutes-minutes = Ein paar Minuten
test-repeated-movement-lasted-minutes-longer = Eine Stunde oder länger

## Holding the bridge

test-bridge-hold-name = Die Brücke halten
test-bridge-hold-about = Wie lange dich deine Hüften tragen.
test-bridge-hold-step-1 = Leg dich auf den Rücken, Füße flach und hüftbreit.
test-bridge-hold-step-2 = Nimm einen Atemzug, dann heb die Hüften in eine Linie.
test-bridge-hold-step-3 = Halte, während du weiteratmest.
test-bridge-hold-step-4 = Stopp, wenn die Hüften sinken, es krampft oder schmerzt.
test-bridge-hold-seconds = Wie lange hältst du sie?
test-bridge-hold-seconds-ten = Etwa zehn Sekunden
test-bridge-hold-seconds-half-minute = Etwa eine halbe Minute
test-bridge-hold-seconds-minute = Eine Minute oder mehr
test-bridge-hold-number = Wie lange du sie hältst

## Lifting a straight leg by a hand

test-active-slr-name = Ein gestrecktes Bein wenig heben
test-active-slr-about = Wie schwer es dem Becken fällt, ein Bein zu tragen.
test-active-slr-step-1 = Leg dich auf den Rücken, Beine lang, eine Handbreit auseinander.
test-active-slr-step-2 = Heb ein gestrecktes Bein um eine Handlänge.
test-active-slr-step-3 = Leg es ab und bewerte, wie schwer das war.
test-active-slr-difficulty = Wie schwer war es zu heben?
test-active-slr-difficulty-none = Gar nicht schwer
test-active-slr-difficulty-hint = Eine Spur schwerer, als es sein sollte
test-active-slr-difficulty-somewhat = Etwas schwer
test-active-slr-difficulty-fairly = Ziemlich schwer
test-active-slr-difficulty-very = Sehr schwer
test-active-slr-difficulty-unable = Ich kann es nicht

## Pelvis standing higher on one side

test-pelvic-obliquity-name = Becken von vorn
test-pelvic-obliquity-about = Ob eine Beckenseite höher steht, an mehreren Tagen gesehen.
test-pelvic-obliquity-step-1 = Steh barfuß, Füße unter den Hüften, Gewicht gleich verteilt.
test-pelvic-obliquity-step-2 = Kleb ein Stück Band auf beide Knochenpunkte vorn.
test-pelvic-obliquity-step-3 = Stell dich vor einen Spiegel und vergleiche ihre Höhe.
test-pelvic-obliquity-step-4 = Für die Zahl: Mach ein Foto und miss die Linie.
test-pelvic-obliquity-side = Welche Seite steht höher?
test-pelvic-obliquity-markers-taped = Waren beide Punkte beklebt?
test-pelvic-obliquity-markers-taped-yes = Ja
test-pelvic-obliquity-markers-taped-no = Nein
test-pelvic-obliquity-number = Die Linie zur Waagerechten

## Units

unit-degrees = Grad
unit-centimetres = cm
unit-seconds = Sekunden
unit-times = Mal
unit-points = Punkte
method-phone-inclinometer = der Winkel des Handys
method-goniometer = ein Winkelmesser
method-camera = ein Foto
method-tape = ein Maßband
method-stopwatch = eine Uhr
method-by-eye = nach Gefühl

## The phone as a measure of angles

tilt-strap-thigh = Binde das Handy vorn auf den Oberschenkel, Bildschirm nach außen. Ein Gürtel oder ein enger Strumpf hält es.
tilt-strap-shin = Binde das Handy vorn auf das Schienbein, Bildschirm nach außen. Ein Gürtel oder ein enger Strumpf hält es.
tilt-begin = Den Sensor nutzen
tilt-zero = Null setzen
tilt-over = Noch einmal
tilt-stop = Stopp
tilt-say-zero = Null ist gesetzt. Geh in die Stellung.
tilt-say-hold = Halte still.
tilt-say-count = { $n }
tilt-say-taken = Hab es. { $nth } von { $of }. Lass nach, dann noch einmal.
tilt-say-moved = Das hat sich bewegt. Noch einmal.
tilt-say-lost = Ich habe die Spur verloren. Noch einmal.
tilt-say-finished = Alle drei sind da. Du kannst zurückkommen.
tilt-now-ready = Tipp auf „Null setzen“ und halte still.
tilt-now-zeroing = Halte still …
tilt-now-getting = Geh in die Stellung
tilt-now-holding = Halte still
tilt-now-done = Fertig
tilt-still = ruhig
tilt-moving = bewegt sich
tilt-waiting = wartet auf den Sensor
tilt-take = Messung { $n }
tilt-degrees = { $n }°
tilt-spread = Deine Messungen liegen { $n }° auseinander, mehr, als dieser Test unterscheiden kann. Noch einmal kann sich lohnen.
tilt-stuck-not-still = Es wollte nicht still halten. Ruh dich aus, versuch es noch einmal oder antworte nach Gefühl.
tilt-stuck-not-level = Das Handy liegt nicht längs am Bein, oder das Bein ist nicht flach. Richte es und setz die Null neu.
tilt-stuck-not-hanging = Das Handy hängt nicht am Schienbein. Richte es und setz die Null neu.
tilt-stuck-which-end = Ich konnte nicht erkennen, welches Ende des Handys oben ist. Umarm zuerst das Knie, dann lass das Bein hängen.
tilt-stuck-silent = Der Sensor sagt nichts. Antworte nach Gefühl oder tipp eine Zahl ein.
tilt-off-insecure = Der Sensor braucht eine sichere Verbindung (https). Nach Gefühl oder mit getippter Zahl geht es auch.
tilt-off-missing = Dieses Gerät hat keinen Neigungssensor, den der Browser nutzen darf. Nach Gefühl oder mit getippter Zahl geht es auch.
tilt-off-denied = Dem Browser wurde gesagt, den Sensor nicht herzugeben. Erlaube Bewegung für diese Seite oder mach nach Gefühl weiter.
tilt-asking = Der Browser wird nach dem Sensor gefragt.
