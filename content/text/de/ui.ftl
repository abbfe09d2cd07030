# Words of the pages. Exercises, questions, reasons and sessions have files of their own.

## Everywhere

brand = Counterpose
skip-to-content = Zum Inhalt springen
navigation = Hauptseiten
notices = Hinweise
nav-today = Heute
nav-plan = Plan
nav-library = Übungen
nav-settings = Optionen
nav-about = Über
go-safety = Warnzeichen
go-back = Zurück
go-on = Weiter
go-today = Zu Heute
go-result = Was zuerst zu tun ist
close = Schließen
loading = Liest, was auf diesem Gerät liegt.
title-page = { $page } · { brand }
one-of-these = Wähl eines
any-of-these = Wähl alles, was passt
minutes =
    { $n ->
        [one] { $n } Minute
       *[other] { $n } Minuten
    }
side-left = links
side-right = rechts

## Messages

notice-not-kept = Deine letzten Antworten sind noch nicht gespeichert.
notice-not-kept-advice = Sie sind noch da. Schaff etwas Platz oder schließ andere Programme, dann versuch es noch einmal. Oder sichere jetzt eine Kopie.
notice-not-kept-retry = Noch einmal versuchen
notice-export = Kopie sichern
notice-not-read = Was auf diesem Gerät liegt, ließ sich nicht lesen.
notice-not-read-advice = Nichts wurde verändert. Lade die Seite neu; wenn es bleibt, sichere eine Kopie und sieh auf die Hilfeseite.
notice-not-read-retry = Noch einmal lesen
notice-cause = Was der Speicher gesagt hat: { $cause }
notice-newer = Einige deiner Antworten stammen aus einer neueren Version. Lade neu, um sie zu bekommen; bis dahin wird nichts vorgeschlagen.
notice-follower = { brand } ist in einem anderen Tab offen. Dieser hier schaut nur zu.
notice-follower-advice = Mach im anderen Tab weiter, oder nimm diesen.
notice-follower-take = Diesen Tab nehmen
notice-storage = Dieser Browser löscht vielleicht alte Daten, wenn der Platz knapp wird.
notice-storage-advice = Bitte ihn, deine zu behalten, oder sichere ab und zu eine Kopie.
notice-storage-keep = Bitten, meine Daten zu behalten
notice-room = Der Speicher dieses Browsers ist fast voll.
notice-insecure = Diese Seite wurde nicht über eine sichere Verbindung geladen.
notice-insecure-advice = Der Start ohne Netz und das Wachhalten des Bildschirms sind aus. Alles andere geht.
notice-sync = Der Server hat die letzten Änderungen nicht angenommen.
notice-sync-advice = Auf diesem Gerät sind sie sicher und werden später noch einmal gesendet.
notice-language = Die Texte der gewählten Sprache ließen sich nicht laden.
notice-language-advice = Sie werden einmal über das Netz gebraucht. Bis dahin bleibt die Sprache, wie sie ist.
notice-language-retry = Noch einmal versuchen
language-changed = Die Sprache ist gewechselt.
notice-update = Eine neuere Version dieser App ist bereit.
notice-update-take = Neu laden und nutzen
notice-wake-lock = Der Bildschirm kann während der Einheit dunkel werden. Stimme und Töne gehen weiter.

## Welcome

title-welcome = Willkommen
welcome-heading = Ein paar ruhige Minuten für Rücken und Hüften
welcome-lead = Kurze, angeleitete Einheiten gegen die Steifheit vom Sitzen, Fahren und einseitiger Arbeit.
welcome-point-questions = Zuerst ein paar offene Fragen, damit der Anfang sicher ist.
welcome-point-session = Dann deine ersten fünf Minuten, auf einem Stuhl.
welcome-point-private = Kein Konto. Deine Antworten bleiben auf deinen eigenen Geräten.
welcome-begin = Los geht’s
welcome-go-on = Dort weitermachen, wo du warst
welcome-more = Über { brand }
intended-use = Counterpose hilft Erwachsenen mit Beschwerden an Rücken oder Hüfte, Bewegung und Sitzgewohnheiten auszuwählen, zu dosieren und festzuhalten. Es stellt keine Diagnose, behandelt nicht und ersetzt keine Fachperson; seine Sicherheitsfragen sagen nur, wann du zuerst eine fragen solltest. Es wurde nicht als Medizinprodukt bewertet. Wer es anderen anbietet, muss das örtliche Recht prüfen.

## First visit

start-progress = Schritt { $step } von { $of }
title-you = Über dich
you-lead = Zwei Dinge, die ändern, welche Fragen zählen.
field-age = Wie alt bist du?
field-age-unit = Jahre
field-age-problem = Gib dein Alter als ganze Zahl ein, zum Beispiel 42.
field-sex = Dein Geschlecht
field-sex-help = Einige Sicherheitsfragen hängen davon ab.
sex-female = Weiblich
sex-male = Männlich
sex-unspecified = Lieber nicht sagen
field-sex-problem = Wähl eines, auch wenn es „Lieber nicht sagen“ ist.

title-where = Wo es dich stört
field-sites = Wo spürst du es?
field-sites-problem = Wähl mindestens eine Stelle oder „Gerade nirgends“.
site-nowhere = Gerade nirgends
site-nowhere-help = Ich will mich mehr bewegen und dabei bleiben.
site-low-back = Unterer Rücken
site-mid-back = Mittlerer Rücken
site-buttock = Gesäß
site-groin = Leiste
site-outer-hip = Hüfte außen
site-thigh = Oberschenkel
site-knee = Knie
site-below-knee = Unterhalb des Knies
site-foot = Fuß
site-neck = Nacken
site-shoulder = Schulter
site-arm = Arm
field-side = Auf welcher Seite vor allem?
field-side-problem = Wähl die Seite oder „In der Mitte“.
complaint-side-left = Links
complaint-side-right = Rechts
complaint-side-both = Beide
complaint-side-central = In der Mitte
field-leg-symptoms = Etwas in den Beinen?
field-leg-symptoms-problem = Wähl, was am besten passt, oder „Nichts“.
leg-none = Nichts
leg-above-knee = Schmerz oberhalb des Knies
leg-below-knee-pain = Schmerz unterhalb des Knies
leg-below-knee-tingling = Kribbeln oder Taubheit unterhalb des Knies
leg-weakness = Schwäche

title-pain = Wie es jetzt ist
field-pain-now = Wie stark ist es gerade?
field-pain-low = gar nicht
field-pain-high = das Stärkste, das du dir denken kannst
field-pain-now-problem = Tipp auf eine Zahl von 0 bis 10.
field-duration = Wie lange ist es dieses Mal schon da?
field-duration-problem = Wähl das Nächste; grob geschätzt reicht.
duration-days = Ein paar Tage
duration-weeks = 2 bis 5 Wochen
duration-months = 6 bis 12 Wochen
duration-long = 3 bis 12 Monate
duration-years = Mehr als ein Jahr

title-safety-questions = Sicherheitsfragen
these-only = Nur was ich angetippt habe
question-choose = Was passt am besten?
question-problem = Wähl die Zeile, die am besten passt, oder „Nicht sicher“.

title-days = Deine Tage
days-lead = Damit wählen wir deine kleinen Gewohnheiten aus.
field-sitting = Wie lange sitzt du etwa am Tag?
field-driving = Wie lange fährst du etwa am Tag?
hours-about =
    { $n ->
        [one] 1 Stunde
       *[other] { $n } Stunden
    }
hours-more =
    { $n ->
        [one] 1 Stunde oder mehr
       *[other] { $n } Stunden oder mehr
    }
hours-half = Eine halbe Stunde
hours-no-driving = Ich fahre nicht
field-hours-problem = Wähl das Nächste; grob geschätzt reicht.

## What to do first

title-result = Was zuerst zu tun ist
result-emergency-heading = Hol jetzt Hilfe
result-emergency-lead = Was du geantwortet hast, gehört sofort ärztlich angesehen. Ruf an oder geh in eine Notaufnahme. Fahr nicht selbst.
result-same-day-heading = Sprich heute mit einer Arztpraxis
result-same-day-lead = Was du geantwortet hast, sollte heute angesehen werden. Ruf deine Arztpraxis an oder den Dienst, der sie außerhalb der Sprechzeiten vertritt.
result-clinician-first-heading = Lass dich ansehen, bevor du anfängst
result-clinician-first-lead = Nichts hier sagt, dass es ernst ist. Es sagt aber, dass jemand es ansehen sollte, bevor du damit übst.
result-adapted-heading = Du kannst anfangen, mit etwas Vorsicht
result-adapted-lead = Deine Antworten erlauben einen vorsichtigen Anfang. Was zählt, steht unten; sprich es beim nächsten Termin an.
result-ok-heading = Du kannst anfangen
result-ok-lead = Keine deiner Antworten spricht gegen sanfte Bewegung. Die meisten Rücken- und Hüftschmerzen lassen mit Zeit und Bewegung nach.
result-unknown-heading = Ein paar Antworten fehlen
result-unknown-lead = Ohne sie können wir nicht sagen, was zuerst zu tun ist.
result-age-heading = Noch nicht für dich gemacht
result-age-lead = { brand } ist für Erwachsene gemacht. Wachsende Hüften und Rücken haben eigene Krankheitsbilder; zeig das bitte deinen Eltern und frag in einer Arzt- oder Physiotherapie-Praxis.
result-site-heading = Dafür nicht gemacht
result-site-lead = { brand } deckt Rücken und Hüften ab. Schmerz nur in Nacken, Schulter oder Arm braucht andere Augen: In einer Arzt- oder Physiotherapie-Praxis kann man sagen, was passt.
result-reasons = Warum wir das sagen
result-answer-them = Jetzt beantworten
result-first-session = Deine ersten fünf Minuten ansehen
result-first-drive = Für deine Fahrten
result-review = Meine Antworten noch einmal ansehen
result-to-today = Zu Heute
call-emergency = Notruf
call-emergency-detail = Sag, wo du bist und was du spürst. Bleib in der Leitung.
call-same-day = Wenn du heute niemanden erreichst oder es schlechter wird
care-heading = Wer dich ansehen sollte
result-review-list = Die Fragen noch einmal durchgehen
result-cleared = Eine Fachperson hat es angesehen

## Safety net

title-safety = Warnzeichen
safety-lead = Bei jedem davon, jederzeit: Hör auf und hol Hilfe. Sie sind selten, und dann zählt Schnelligkeit.
safety-emergency-list = Sofort anrufen oder in eine Notaufnahme gehen
safety-same-day-list = Am selben Tag mit einer Arztpraxis sprechen
safety-country = Die Nummer zeigen für
safety-country-none = Kein Land gewählt
safety-report = Etwas davon trifft jetzt auf mich zu
safety-talk-heading = Wenn es zu viel wird
country-AT = Österreich
country-AU = Australien
country-BE = Belgien
country-CA = Kanada
country-CH = Schweiz
country-DE = Deutschland
country-DK = Dänemark
country-ES = Spanien
country-FI = Finnland
country-FR = Frankreich
country-GB = Vereinigtes Königreich
country-IE = Irland
country-IT = Italien
country-NL = Niederlande
country-NO = Norwegen
country-PL = Polen
country-PT = Portugal
country-SE = Schweden
country-US = Vereinigte Staaten
country-BG = Bulgarien
country-CY = Zypern
country-CZ = Tschechien
country-EE = Estland
country-GR = Griechenland
country-HR = Kroatien
country-HU = Ungarn
country-IS = Island
country-LT = Litauen
country-LU = Luxemburg
country-LV = Lettland
country-MT = Malta
country-RO = Rumänien
country-SI = Slowenien
country-SK = Slowakei

## Today

title-today = Heute
today-heading = { $weekday }, { $day }. { $month }
weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
today-lead-first = Deine ersten fünf Minuten sind bereit.
today-lead-open = Eine kurze Einheit, wann es dir passt.
today-lead-done = Für heute fertig. Ruhe gehört dazu.
today-session = Die Einheit für heute
today-session-again = Noch einmal, wenn du magst
today-session-resume = Mit deiner Einheit weitermachen
today-session-start = Ansehen und anfangen
today-session-check-first = Sag uns zuerst, ob etwas neu ist.
fact-minutes =
    { $n ->
        [one] 1 Minute
       *[other] { $n } Minuten
    }
fact-exercises =
    { $n ->
        [one] 1 Übung
       *[other] { $n } Übungen
    }
fact-nothing-needed = Nichts nötig
fact-needs = Braucht: { $things }
today-check-in-something = Etwas ist neu
today-check-in-due-stopped = Du hast die letzte Einheit abgebrochen, darum fragen wir die ganze Liste noch einmal.
today-check-in-due-reported = Du hast etwas Neues gemeldet, darum fragen wir die ganze Liste noch einmal.
today-check-in-due-never = Ein paar Sicherheitsantworten fehlen.
today-check-in-answer = Die Liste beantworten
today-stop-open = Lesen, was zuerst zu tun ist
today-ask-care = Noch etwas, wenn du eine Minute hast
today-ask-care-text = Sag uns, worauf du achten solltest. Das öffnet mehr Übungen und schließt die, die nicht für dich sind.
today-ask-care-button = Jetzt sagen
today-drive = Bevor du fährst
today-drive-text = Setz beide Fersen und beide Sitzhöcker gut auf, bevor das Auto fährt.
today-drive-open = Die Karte fürs Fahren
today-habit = Eine Gewohnheit für heute
today-habit-did = Habe ich gemacht
today-habit-open = Wie
today-habit-done = Notiert. Einmal genügt, um zu zählen.
today-done = Heute gemacht
today-done-session =
    { $minutes ->
        [one] Eine Einheit von 1 Minute
       *[other] Eine Einheit von { $minutes } Minuten
    }
today-done-session-part =
    { $minutes ->
        [0] Eine Einheit, früh beendet
        [one] 1 Minute einer Einheit
       *[other] { $minutes } Minuten einer Einheit
    }
tomorrow-heading = Morgen
tomorrow-same = Noch einmal dasselbe, etwa { $minutes } min. Der Körper lernt durch Wiederholen.
tomorrow-lighter = Eine leichtere, etwa { $minutes } min: halb so viel, weil es heute schwer war.
tomorrow-check = Zuerst die Sicherheitsfragen, weil du heute abgebrochen hast.
tomorrow-rest = Wenn du Muskelkater hast, zählt auch ein Spaziergang.

## Anything new

title-check-in = Etwas Neues?
check-in-lead = Tipp an, was seit dem letzten Mal neu oder schlechter ist.
field-check-in-legs = Wie sind deine Beine jetzt?
check-in-problem = Beantworte beide Fragen, dann geh weiter.
check-in-changed = Sonst noch etwas?
check-in-fall = Ich hatte einen Sturz oder Unfall
check-in-fall-help = Seit der letzten Einheit.
check-in-legs = Meine Beine fühlen sich anders an
check-in-legs-help = Neuer Schmerz, Kribbeln, Taubheit oder Schwäche.

## Before the session

title-session = Einheit
title-ready = Deine Einheit
title-ready-first = Deine ersten fünf Minuten
ready-lead-first = Auf einem Stuhl. Nur so weit, wie es leichtfällt.
ready-lead = Geh nur so weit, wie es leichtfällt.
ready-start = Anfangen
ready-not-now = Jetzt nicht
ready-pain = Wie stark ist es, bevor du anfängst?
ready-stop-heading = Hör auf, wenn
ready-stop-worse = der Schmerz deutlich steigt und bleibt
ready-stop-legs = etwas Neues in ein Bein zieht
ready-stop-giving = ein Bein wegknickt
ready-stop-net = eines der Warnzeichen auftritt

## After the session

title-feedback = Wie war es?
feedback-heading = Gut gemacht
feedback-heading-early = Früher aufhören ist in Ordnung
feedback-heading-stop = Du hast aufgehört
feedback-stop-lead = Das war richtig. Bitte beantworte zuerst die Sicherheitsfragen.
feedback-minutes =
    { $n ->
        [0] Weniger als eine Minute
        [one] 1 Minute
       *[other] { $n } Minuten
    }
field-effort = Wie schwer war es?
effort-easy = Leicht
effort-right = Gerade richtig
effort-hard = Zu schwer
field-after-pain = Und wie fühlt es sich jetzt an?
feedback-answer-list = Die Sicherheitsfragen beantworten

## What to take care with

title-care = Worauf du achtest
care-lead = Hake an, was dir eine Fachperson gesagt hat oder was du von dir weißt.
care-none = Nichts davon
care-some = Nur was ich angehakt habe
care-saved = Notiert. Dein Plan richtet sich danach.
precaution-hip-replacement-unknown = Hüftersatz, ich weiß nicht wie
care-side = Welche Seite?
care-weeks-since = Wie lange ist es her?
care-weeks-0 = Weniger als 3 Monate
care-weeks-13 = 3 bis 6 Monate
care-weeks-26 = 6 bis 12 Monate
care-weeks-52 = Mehr als ein Jahr
care-cleared = Hat eine Fachperson gesagt, dass du üben darfst?
care-cleared-turning = Hat eine Fachperson gesagt, dass Drehen und Beugen in Ordnung sind?
care-symptom-free = Macht es jetzt keine Beschwerden?
care-leg-symptoms = Zieht es in ein Bein?
care-weeks = Wie viele Wochen?
care-weeks-problem = Gib die Wochen als ganze Zahl ein, zum Beispiel 24.
care-detail-problem = Wähl eines oder „Nicht sicher“.
months-under-3 = Weniger als 3 Monate
months-3-to-12 = 3 bis 12 Monate
months-over-12 = Mehr als ein Jahr
answer-yes = Ja
answer-no = Nein

## For drivers

title-drive = Fürs Fahren
drive-back = Zurück

## An exercise

title-library = Übungen
exercise-also = Auch bekannt als { $names }
exercise-steps = Wie
exercise-feel = Was du spüren solltest
exercise-not-feel = Was du nicht spüren solltest
exercise-stop = Hör auf, wenn
exercise-why = Warum, und wie sicher das ist
exercise-for = Dafür
exercise-against = Dagegen, oder nichts gefunden
exercise-easier = Leichter: { $name }
exercise-harder = Schwerer: { $name }
exercise-variants = Andere Arten, es zu machen
exercise-not-now = Jetzt nicht für dich: { $why }
exercise-back = Alle Übungen
exercise-unknown = Diese Übung gibt es nicht.
fact-position = Beginnt
fact-equipment = Du brauchst
fact-equipment-none = Nichts
fact-or = { $first } oder { $second }
fact-sides = Seiten
fact-dose = Wie viel
fact-targets = Wirkt auf
fact-target = { $role }: { $structure }
fact-founding = Von
position-walking = im Gehen
position-standing = im Stehen
position-sitting = auf einem Stuhl sitzend
position-half-kneeling = auf einem Knie
position-hands-and-knees = auf Händen und Knien
position-floor-sitting = auf dem Boden sitzend
position-side-lying = in Seitenlage
position-prone = in Bauchlage
position-supine = in Rückenlage
laterality-both = beide zugleich
laterality-each = eine Seite, dann die andere
laterality-alternating = links und rechts im Wechsel
role-lengthens = dehnt
role-strengthens = kräftigt
role-moves = bewegt
role-presses = drückt auf
equipment-band = ein elastisches Band
equipment-block = ein fester Block oder dickes Buch
equipment-towel = ein Handtuch
equipment-strap = ein Gurt oder Gürtel
equipment-chair = ein fester Stuhl ohne Rollen
equipment-wall = eine freie Wand
equipment-step = eine Stufe
equipment-ball = ein Ball
equipment-cushion = ein Kissen
purpose-lengthening = Dehnen
purpose-strength = Kraft
purpose-trunk = Rumpf
purpose-mobility = Leichte Bewegung
purpose-walking = Gehen
purpose-nerve-glide = Nervengleiten
purpose-breathing = Atmen
grade-high = sicher: Mehrere gute Studien stimmen überein
grade-moderate = ziemlich sicher: einige Studien, einige Zweifel
grade-low = nicht sehr sicher: wenige oder kleine Studien
grade-very-low = unsicher: sehr wenig oder indirekt
grade-opinion = nur Erfahrung und Überlegung
kind-trial = Studie
kind-review = Übersicht
kind-guideline = Leitlinie
kind-cohort = Verlaufsstudie
kind-cross-sectional = einmalige Umfrage
kind-model = berechnet
kind-practice = Praxis
kind-reasoning = Überlegung, noch nicht geprüft
kind-caution = unsere Vorsicht
dose-sets =
    { $n ->
        [one] 1 Durchgang
       *[other] { $n } Durchgänge
    }
dose-repetitions =
    { $n ->
        [one] einmal
       *[other] { $n }-mal
    }
dose-hold =
    { $n ->
        [one] 1 Sekunde halten
       *[other] { $n } Sekunden halten
    }
dose-minutes =
    { $n ->
        [one] 1 Minute
       *[other] { $n } Minuten
    }
dose-seconds =
    { $n ->
        [one] 1 Sekunde
       *[other] { $n } Sekunden
    }
dose-each-side = jede Seite
dose-left = links: { $dose }
dose-right = rechts: { $dose }

## Library

library-search = Suchen
library-search-help = Name, Muskel oder Stelle.
library-filter-place = Wo
place-chair = Auf einem Stuhl
place-feet = Im Stehen
place-bed = Im Bett
place-floor = Am Boden
library-filter-position = Haltung
library-filter-structure = Körperteil
library-filter-equipment = Womit
library-filter-purpose = Wofür
library-any = Alles
library-count =
    { $n ->
        [0] Keine Übung
        [one] 1 Übung
       *[other] { $n } Übungen
    }
library-empty = Nichts passt
library-empty-text = Nimm einen Filter weg oder such mit einem anderen Wort.
library-clear = Alle zeigen

## Plan

title-plan = Plan
plan-lead = Bis zu { $minutes } Minuten pro Einheit. In { $days } Tagen sehen wir wieder nach.
plan-none = Es gibt noch keinen Plan.
plan-none-text = Zuerst kommt, was zuerst zu tun ist.
plan-items = Übungen
plan-habits = Gewohnheiten
plan-why = Warum das?
plan-talk = Du musst das nicht allein tragen
plan-left-out = Jetzt nicht für dich
plan-from-week = ab Woche { $n }
plan-per-day =
    { $n ->
        [one] einmal am Tag
       *[other] { $n }-mal am Tag
    }
plan-days-per-week =
    { $n ->
        [one] an 1 Tag pro Woche
        [7] jeden Tag
       *[other] an { $n } Tagen pro Woche
    }
plan-every-minutes = etwa alle { $n } Minuten
chain-from = Anlass
chain-mechanism = Was wir erwarten
chain-for = Spricht dafür
chain-against = Spricht dagegen, oder fand nichts
chain-change = Was unsere Meinung ändern würde

## Settings

title-settings = Optionen
setting-language = Sprache
setting-theme = Hell oder dunkel
theme-system = Wie das Gerät
theme-light = Hell
theme-dark = Dunkel
setting-text-size = Größe der Schrift
text-size-normal = Normal
text-size-large = Groß
text-size-larger = Größer
setting-voice = Gesprochene Hinweise
setting-voice-help = Es werden nur Stimmen benutzt, die auf diesem Gerät laufen.
setting-voice-none = Dieser Browser hat keine Stimme, die auf dem Gerät läuft. Töne und Untertitel werden benutzt.
setting-tones = Töne
setting-mirror = Die Figur wie im Spiegel
setting-mirror-help = An: Dein Links ist links, wie vor einem Spiegel.
setting-on = An
setting-off = Aus
setting-country = Land, für die Notrufnummer
setting-data = Deine Daten
setting-data-where = Alles, was du antwortest und machst, liegt in diesem Browser, auf diesem Gerät.
setting-data-count =
    { $n ->
        [0] Noch ist nichts gespeichert.
        [one] 1 Eintrag ist gespeichert.
       *[other] { $n } Einträge sind gespeichert.
    }
setting-data-used = Das braucht { $used } von etwa { $quota } Megabyte, die dieser Browser erlaubt.
setting-data-persistent = Dieser Browser hat zugesagt, sie nicht von sich aus zu löschen.
setting-data-not-persistent = Dieser Browser löscht sie vielleicht, wenn der Platz knapp wird.
setting-data-server = Eine Kopie liegt auf dem Server, von dem diese Seite kam.
setting-data-no-server = Auf einen Server wurde nichts kopiert.
setting-data-no-host = Hinter dieser Seite steht kein Server. Sichere ab und zu eine Kopie von allem.
setting-data-waiting =
    { $n ->
        [one] 1 Eintrag wartet darauf, auf den Server kopiert zu werden.
       *[other] { $n } Einträge warten darauf, auf den Server kopiert zu werden.
    }
setting-export = Eine Kopie von allem sichern
setting-care = Worauf du achtest
setting-answers = Meine Antworten durchgehen
setting-keep = Den Browser bitten, sie zu behalten
setting-try-sound = Den Ton ausprobieren
setting-try-sound-said = So klingt es.
off-insecure = Der Start ohne Netz und das Wachhalten des Bildschirms brauchen eine sichere Verbindung (https).
off-voice = Auf diesem Gerät gibt es keine Stimme; Töne und Untertitel werden benutzt.
off-wake-lock = Dieser Browser kann den Bildschirm nicht wach halten.
off-offline = Der Start ohne Netz ist noch nicht bereit.
exported = Eine Datei mit allem ist bereit.

## About

title-about = Über
about-use = Wofür es da ist
about-limits = Was es nicht ist
about-limits-1 = Es benennt keine Krankheit, und ein „Nein“ überall ist keine Entwarnung.
about-limits-2 = „Wo wir anfangen“ ist eine Arbeitsvermutung. Du kannst ihr widersprechen.
about-limits-3 = Studien zu Bewegung bei Rückenschmerz zeigen kleine Wirkungen. Dass du es machst, zählt mehr als welche Übung.
about-data = Was wo gespeichert ist
about-data-1 = Deine Antworten und Einheiten: in diesem Browser und auf dem Server, von dem du die App geöffnet hast.
about-data-2 = An niemanden sonst wird etwas gesendet. Es gibt keine Verfolgung, keine Werbung, kein Konto bei uns.
about-data-3 = Unter Optionen kannst du jederzeit eine Kopie von allem sichern.
about-licences = Lizenzen
about-licences-1 = Das Programm: Apache-2.0 oder MIT, wie du magst.
about-licences-2 = Die Sammlung der Übungen und Texte: siehe ihre Lizenzdatei.
about-sources = Quellen
about-sources-lead = Worauf sich die Sammlung stützt. Wo Quellen sich widersprechen, zeigt eine Übung beide Seiten.
from-answer = deine Antworten
from-measure = deine Messungen
from-rule = so fangen alle an

## A clinician has looked

title-cleared = Eine Fachperson hat es angesehen
cleared-lead = Dann kannst du mit Vorsicht anfangen. Hake nur an, was wirklich angesehen wurde.
field-cleared = Was wurde angesehen?
field-cleared-by = Wer hat es angesehen?
cleared-by-gp = Hausarztpraxis
cleared-by-physiotherapist = Physiotherapie-Praxis
cleared-by-specialist = Facharztpraxis
cleared-by-other = Eine andere Fachperson
field-cleared-when = Wann?
cleared-today = Heute
cleared-week = Diese Woche
cleared-month = Diesen Monat
cleared-earlier = Länger her
cleared-problem = Hake an, was angesehen wurde, und sag, von wem und wann.

## In the session

player-pause = Pause
player-resume = Weiter
player-back = Zurück
player-skip = Vor
player-more-seconds = + { $n } s
player-less-seconds = − { $n } s
player-more-breath = Ein Atemzug mehr
player-less-breath = Ein Atemzug weniger
player-more-repetition = Einmal mehr
player-less-repetition = Einmal weniger
player-switch-side = Andere Seite
player-leave-out = Ohne das
player-hurts = Es tut weh
player-green = Ein wenig, das ist in Ordnung
player-green-help = Etwa wie am Anfang. Wir machen weiter.
player-amber = Deutlich mehr als vorher
player-amber-help = Den Rest machen wir etwa halb so viel.
player-red = Viel, oder etwas Neues
player-red-help = Neu im Bein, Wegknicken, Brustschmerz oder Schwindel. Wir hören auf.
player-leave = Ende
player-go-on = Weiter
player-end-here = Hier beenden
player-paused = Pause.
player-ask-gap = Hier weitermachen?
player-ask-gap-help = Das Gerät hat geschlafen oder seine Uhr ist gesprungen. Inzwischen wurde nichts gezählt.
player-ask-hurts = Wie sehr?
player-ask-hurts-help = Vergleich es mit dem Anfang.
player-ask-lightened = Der Rest ist jetzt leichter. Weiter?
player-ask-lightened-help = Weniger Wiederholungen und kürzeres Halten, etwa die Hälfte.
player-ask-left-out = Diese lassen wir aus. Weiter mit der nächsten?
player-ask-leaving = Die Einheit hier beenden? Was du gemacht hast, zählt.
player-half-way = Die Hälfte ist geschafft.
player-count-in = Geh wieder in die Stellung.
player-side = Seite: { $side }
player-set = Durchgang { $n }
player-time-left =
    { $n ->
        [one] noch 1 Minute
       *[other] noch { $n } Minuten
    }
player-next = Danach: { $what }
player-next-side = { $side }
player-next-come-up = hochkommen
player-next-end = fertig
player-pace-in = Ein
player-pace-out = Aus
player-pace-go = Los
player-pace-stay = Bleiben
player-pace-return = Zurück
player-kind-get-ready = Bereit machen
player-kind-hold = Halten
player-kind-repetition = Bewegen
player-kind-breaths = Atmen
player-kind-continue = Weitermachen
player-kind-change-sides = Seitenwechsel
player-kind-rest = Pause
player-kind-transition = Danach
player-kind-count-in = Gleich weiter
player-kind-paused = Pause
player-mute = Ton aus
player-unmute = Ton an
player-unit-seconds = Sekunden
player-unit-minutes = Minuten
player-unit-of = von { $of }
player-unit-hold = Halten { $n } von { $of }
player-next-rest = eine Pause
player-not-hurting = Es ist vorbei

## The moving figure

figure-group = Bild der Bewegung. Dreh es mit den Pfeiltasten oder indem du seitlich ziehst.
figure-turn-left = Weiter von links ansehen
figure-turn-right = Weiter von rechts ansehen
figure-play = Die Bewegung abspielen
figure-stop = Die Bewegung anhalten

## Home self-tests

title-tests = Kurze Tests
tests-lead = Zwei oder drei Minuten, höchstens einer am Tag. Nach Gefühl reicht; eine Zahl ist für die, die eine möchten.
tests-today = Der Test für heute
tests-open = Ansehen, wie
tests-see-all = Alle kurzen Tests
tests-all = Alle
tests-none = Heute kein Test
tests-none-enough = Ein Test am Tag reicht. Der nächste kommt morgen.
tests-none-irritable = Solange Schmerz so leicht gereizt wird, würde Testen ihn nur reizen. Ruh dich davon aus und komm später wieder.
tests-none-all-done = Alle wurden vor Kurzem gemacht. Sie kommen jeweils vier Wochen später wieder.
tests-none-all-shut = Keiner davon ist jetzt für dich.
tests-care-opens = Die meisten Tests öffnen sich, wenn du uns sagst, worauf du achten solltest.
tests-to-result = Was sich daraus ergibt
today-test = Ein kurzer Test, wenn du magst
today-test-text = Er hilft zu finden, wo wir anfangen. Nach Gefühl reicht.
test-both-sides = beide Seiten
test-no-sides = einmal
test-unknown = Diesen Test gibt es nicht.
test-not-now = Jetzt nicht
test-way = Wie möchtest du antworten?
test-way-feel = Nach Gefühl
test-way-number = Mit einer Zahl
test-way-phone = Mit diesem Handy
test-side-left = Linke Seite
test-side-right = Rechte Seite
test-take = { $label }, Messung { $n }
test-take-problem = Gib eine Zahl von { $min } bis { $max } ein.
test-median = Die Mitte deiner Messungen: { $n } { $unit }.
test-method = Womit hast du gemessen?
test-keep = Behalten
test-kept = Behalten.
test-hurts = Es tut weh, hier aufhören
test-hurt-said = Aufgehört. Wir lassen diesen Test vier Wochen in Ruhe.
test-problem = Beantworte jede Frage mindestens einer Seite, dann behalte es.
test-found = Was sich ergab
test-error-heading = Wie weit du dem trauen kannst
test-error = Weniger als { $n } { $unit } kann dieser Test nicht unterscheiden, sorgfältig gemessen.
test-error-by-feel = Nach Gefühl zeigt er nur große Unterschiede, und das reicht oft.
test-error-feel = Dieser wird gespürt, nicht gemessen. Vergleich dich mit dir selbst.
test-standing-open = Noch nicht gemacht
test-standing-begun = Eine Seite gemacht
test-standing-done = Gemacht am { $day }
test-standing-hurt = Am { $day } tat es weh, darum lassen wir es in Ruhe
day-and-month = { $day }. { $month }
finding-side = { $finding } ({ $side })
finding-value = { $finding }: { $value }, plus oder minus { $error }
finding-counts = Es zählt.
finding-nothing = Nichts sticht heraus.
value-deg = { $n }°
value-cm = { $n } cm
value-s = { $n } s
value-times = { $n }-mal
value-points = { $n }
watch-start = Die Uhr starten
watch-start-down = Halbe Minute starten
watch-stop = Die Uhr stoppen
watch-over = Stopp.
noted-heading = Gefragt und nur notiert
noted-deep-arch = Wird dein unterer Rücken im Stehen stark hohl?
noted-deep-arch-yes = Ja
noted-deep-arch-no = Nein
noted-higher-hip = Sieht eine Hüfte im Stehen höher aus?
noted-higher-hip-left = Die linke
noted-higher-hip-right = Die rechte
noted-higher-hip-neither = Keine
noted-line = { $question } { $answer }.

## Where to start

start-here = Wo wir anfangen
start-here-lead = Eine Arbeitsvermutung aus dem, was du gesagt und gemessen hast. Sie ordnet nur die Übungen, und du darfst widersprechen.
pattern-leads = Hier fangen wir an
pattern-leads-sure = Hier fangen wir an: { $sure }
pattern-side = vor allem { $side }
pattern-sum =
    { $for ->
        [one] 1 Punkt dafür,
       *[other] { $for } Punkte dafür,
    } { $against ->
        [0] nichts dagegen
        [one] 1 Zeichen dagegen
       *[other] { $against } Zeichen dagegen
    }
pattern-why = Was dafür und dagegen spricht
pattern-disagree = Das sehe ich anders
pattern-agree-again = Das nehme ich zurück
pattern-disagreed = Du siehst es anders, darum fangen wir nicht hier an
pattern-disagreed-said = Notiert. Wir fangen nicht mehr dort an.
pattern-agreed-said = Notiert. Es zählt wieder.
sign-points =
    { $n ->
        [one] 1 Punkt, { $kind }
       *[other] { $n } Punkte, { $kind }
    }
sign-measured = getestet
sign-told = aus deinen Antworten
result-tests = Mit einem kurzen Test mehr herausfinden

## Changing the plan

plan-change = Das ändern
plan-lighten = Leichter machen
plan-remove = Herausnehmen
plan-swap = Oder das an seiner Stelle
plan-changes = Was du geändert hast
plan-changed-said = Dein Plan richtet sich danach.
plan-change-keep = { $day }: { $name }, wie es der Plan vorsieht
plan-change-remove = { $day }: { $name } herausgenommen
plan-change-lighten = { $day }: { $name } leichter gemacht
plan-change-swap = { $day }: { $other } an Stelle von { $name }
plan-change-undo = Rückgängig
