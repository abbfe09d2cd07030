### Progress: goals first, then whether it is helping, the diary, minutes and tests. Nothing inside its error is called a
### difference.

nav-progress = Verlauf
title-progress = Verlauf
progress-lead = Was du kannst, kommt zuerst, der Schmerz danach. Eine Veränderung, die kleiner ist als der Messfehler, heißt keine Veränderung.

progress-goals = Was du wieder können willst
progress-goals-empty = Nenn bis zu drei Tätigkeiten, die dir wichtig sind; dann beginnt diese Seite mit ihnen.
progress-goals-name = Nennen
progress-goals-tell = Sagen, wie sie gehen
progress-goals-change = Ändern
goal-now = { $n } von 10 jetzt
goal-now-and-start = { $n } von 10 jetzt, { $start } am Anfang: { $reading }
goal-not-told = Noch nicht gesagt, wie es geht
goal-minutes = { $n } Minuten lang erträglich
goal-minutes-and-start = { $n } Minuten lang erträglich, { $start } am Anfang
goal-target = Du möchtest { $n } von 10

progress-verdict = Hilft es?
progress-interval = zwischen { $low } und { $high }
progress-percent = { $n } %
points-less = { $n } Punkte weniger
points-more = { $n } Punkte mehr
verdict-worse-calm = Die meisten Schübe beruhigen sich von selbst. Die Fragen sorgen dafür, dass nicht noch etwas zuerst angesehen werden sollte.
verdict-worse-ask = Die Sicherheitsfragen durchgehen
today-check-in-due-worse = Dein Tagebuch sagt, dass es schlechter wird, darum kommt zuerst die ganze Liste. Die meisten Schübe beruhigen sich; so gehen wir sicher.

progress-table = Als Tabelle
progress-pain = Schmerz, Tag für Tag
progress-average = im Durchschnitt
progress-worst = am stärksten
progress-missed = nicht aufgeschrieben
progress-band = innerhalb von { $n } Punkten um den Anfang: kein Unterschied
progress-compare = { $name }: { $now } jetzt, { $start } am Anfang: { $reading }.
progress-compare-young = { $name }: { $now } jetzt, { $start } am Anfang.
progress-edge = Der Anfang lag so nah am Ende der Skala, dass sie kaum eine Veränderung zeigen kann.
progress-pain-young = Schmerz: { $now } jetzt, { $start } am Anfang. Schmerz, der noch keine sechs Wochen da ist, lässt oft von selbst nach; darum heißt nichts besser oder schlechter.
progress-pain-few = Zu wenige Tage, um den Anfang mit jetzt zu vergleichen.
progress-pain-days = { $n } von { $of } Tagen aufgeschrieben.
phase-before = vor dem Plan
phase-plan = mit dem Plan
phase-without = ohne

progress-with-error = mit einem Fehler von { $n }
progress-minutes = Übungsminuten nach Seite
progress-minutes-week = In der Woche ab { $day }: links { $left }, rechts { $right }, beide Seiten zugleich { $both } Minuten.
side-left-name = Links
side-right-name = Rechts
side-both-name = Beide zugleich
side-none-name = Ergebnis
number-and-unit = { $n } { $unit }
test-same = { $side }: { $from } am { $began }, { $to } am { $on }. Das liegt innerhalb dessen, was der Test unterscheiden kann (plus oder minus { $error }).
test-moved = { $side }: { $from } am { $began }, { $to } am { $on }. Das ist mehr als der eigene Fehler des Tests von { $error }.

table-day = Tag
table-week = Woche ab
table-average = Durchschnitt
table-worst = Stärkster
table-minutes = Minuten
table-note = Notiz
table-value = Wert
table-side = Seite
table-error = Plus oder minus

progress-single = Bisher einmal gesagt
progress-single-text = Ein einzelner Wert sagt, wo du bist, nicht, wohin es geht.
single-total = { $name }: { $n } ({ $day })
single-test = { $name }, { $side }: { $value }, plus oder minus { $error } ({ $day })

look-back = Deine letzten sieben Tage
look-back-text = Was war, nicht was hätte sein sollen. Tage ohne etwas sind auch Tage.
look-back-sessions =
    { $n ->
        [one] Eine Einheit, { $minutes } Minuten
       *[other] { $n } Einheiten, zusammen { $minutes } Minuten
    }
look-back-told =
    { $n ->
        [one] Ein Tag aufgeschrieben
       *[other] { $n } Tage aufgeschrieben
    }
look-back-habits =
    { $n ->
        [one] Eine Gewohnheit, einmal
       *[other] Gewohnheiten, { $n }-mal
    }
look-back-reminders = Kurze Bewegungen: { $n } gemacht, { $other } ausgelassen
squeezes-and-pain-open = Über { $days } Tage waren Abende nach mehr Anspannen weder klar besser noch klar schlechter.
squeezes-and-pain-less = Über { $days } Tage ging einmal mehr Anspannen pro Stunde abends mit { $n } Punkten weniger Schmerz einher. Ein guter Tag kann auch einfach ein Tag mit mehr Anspannen sein.
squeezes-and-pain-more = Über { $days } Tage ging einmal mehr Anspannen pro Stunde abends mit { $n } Punkten mehr Schmerz einher. Ein schlechter Tag kann auch einfach ein Tag mit mehr Anspannen sein.

progress-write-day = Einen Tag aufschreiben
progress-tests = Kurze Tests
progress-clinic = Einen Gesamtwert aus der Praxis behalten
