### The diary: the line of a day, what somebody wants back, the week, and how each is offered. Short, and never nagging.

not-now = Jetzt nicht
not-today = Heute nicht
skip-this-time = Dieses Mal auslassen

today-evening = Wie war heute?
today-evening-text = Zweimal tippen, zehn Sekunden. Ausgelassene Tage werden als ausgelassen gezeigt, mehr nicht.
today-evening-write = Aufschreiben

today-ask-open = Jetzt antworten
today-ask-goals = Was möchtest du wieder können?
today-ask-goals-text = Deine eigenen Tätigkeiten kommen hier zuerst, vor dem Schmerz. Nenn bis zu drei; das dauert eine Minute.
today-ask-week = Deine Woche
today-ask-week-text = Eine Zahl für jede deiner Tätigkeiten und dafür, wie sehr der Schmerz gestört hat.
today-ask-statements = Vierundzwanzig kurze Sätze
today-ask-statements-text = Sie beschreiben einen Tag mit schmerzendem Rücken. Hake an, was heute passt; das dauert drei Minuten. Gefragt wird jetzt und alle vier Wochen, und du kannst es auslassen.
today-ask-change = Verglichen mit dem Anfang
today-ask-change-text = Eine Frage: Wie ist es jetzt, verglichen mit dem Anfang?

told-average = Schmerz des Tages: { $n } im Durchschnitt
told-average-and-worst = Schmerz des Tages: { $n } im Durchschnitt, { $worst } am stärksten

title-diary-day = Dein Tag
title-diary-goals = Was du wieder können willst
title-diary-week = Deine Woche
title-diary-statements = Wie heute ist
title-diary-change = Verglichen mit dem Anfang
title-diary-clinic = Ein Gesamtwert aus der Praxis

diary-keep = Behalten
diary-kept = Behalten.
day-today = Heute
day-yesterday = Gestern
day-named = { $weekday }, { $day }

diary-day-minutes =
    { $n ->
        [0] An diesem Tag keine Einheit, und das ist in Ordnung.
        [one] Eine Minute Übung an diesem Tag.
       *[other] { $n } Minuten Übung an diesem Tag.
    }
diary-day-problem = Tipp auf eine Zahl für den Schmerz im Durchschnitt.
field-day-average = Schmerz im Durchschnitt
field-day-worst = Schmerz am stärksten
field-day-flare = Etwas Besonderes?
field-day-flare-yes = Ein Schub
field-day-flare-help = Deutlich schlechter als sonst, den ganzen Tag
field-diary-day = Welcher Tag

goals-lead = Wähl bis zu drei Dinge, die jetzt schwer sind und dir wichtig.
goals-problem = Wähl mindestens eines oder schreib ein eigenes.
goals-too-many = Höchstens drei: Wähl die, die dir am wichtigsten sind.
field-goal-kinds = Was möchtest du wieder können?
field-goal-words = In deinen eigenen Worten ({ $n })
field-goal-words-help = Zum Beispiel „mit den Kindern auf dem Boden spielen“. Du kannst das leer lassen.
goal-sitting = Sitzen
goal-driving = Fahren
goal-walking = Gehen
goal-standing = Stehen
goal-bending-forward = Bücken, Socken und Schuhe
goal-lifting = Heben und Tragen
goal-stairs = Treppen
goal-rising-from-sitting = Vom Stuhl aufstehen
goal-running = Laufen
goal-bending-back = Zurücklehnen
goal-twisting = Drehen
goal-lying = Liegen
goal-coughing = Husten und Niesen
goal-moving = Sich bewegen
goal-changing-position = Die Haltung wechseln

goal-progress = Tätigkeit { $n } von { $of }
goal-problem = Tipp an, wie gut es jetzt geht.
field-goal-now = Wie gut geht es jetzt?
field-goal-minutes = Wie viele Minuten lang ist es erträglich?
field-goal-target = Wie gut soll es in acht Wochen gehen?
field-activity-low = gar nicht
field-activity-high = wie früher
field-minutes-low = Minuten
field-minutes-high = zwei Stunden oder mehr

week-lead = Über die letzten sieben Tage. Lass aus, was du nicht beantworten möchtest.
week-problem = Tipp auf eine Zahl für jede Tätigkeit, oder lass alle aus und beantworte den Rest.
field-week-activity = { $name }: Wie gut ging es?
field-week-minutes = { $name }: Wie viele Minuten lang war es erträglich?
field-interference-days = Wie sehr hat der Schmerz deine Tage gestört?
field-interference-joys = Und das, was dir Freude macht?
field-interference-sleep = Und deinen Schlaf?
field-interference-low = gar nicht
field-interference-high = ganz und gar

field-statements = Was beschreibt dich heute?

field-global-change = Wie ist es jetzt, verglichen mit dem Anfang?
field-global-change-problem = Tipp auf eine Zahl von −5 bis +5.
field-change-low = viel schlechter
field-change-high = viel besser

clinic-lead = Hat jemand mit dir einen Fragebogen ausgezählt, kannst du den Gesamtwert hier behalten. Seine Fragen werden in dieser App nicht gestellt.
clinic-problem = Wähl, was es ist, und gib einen Gesamtwert ein, der in seinem Bereich liegt.
clinic-range = Von { $low } bis { $high }
field-clinic-instrument = Was ist es?
field-clinic-total = Der Gesamtwert

instrument-pain-average = Schmerz
instrument-pain-worst = Schmerz am stärksten
instrument-own-activities = Deine Tätigkeiten
instrument-interference = Wie sehr der Schmerz gestört hat
instrument-roland-morris = Die 24 Sätze (Roland-Morris)
instrument-global-change = Verglichen mit dem Anfang
instrument-oswestry = Oswestry-Index (ODI)
instrument-promis-physical-function = PROMIS körperliche Funktion
instrument-promis-pain-interference = PROMIS Störung durch Schmerz
instrument-eq-5d = EQ-5D-Index
instrument-start-back = STarT Back
