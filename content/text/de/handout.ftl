### The plan on paper, and the page for somebody who helps.

handout-open = Diesen Plan drucken
handout-title = Dein Plan auf Papier
handout-lead = Vom { $date }. Eine Einheit dauert etwa { $minutes } Minuten. Hör auf und frag nach, wenn sich etwas falsch anfühlt.
handout-print = Drucken
handout-back = Zurück zum Plan
handout-ticks = Die nächsten zwei Wochen
handout-exercise = Übung
handout-free = frei
handout-summary = Für jemanden, der dir hilft
handout-summary-lead = Geschrieben von der Person selbst und von einem Programm, das nur Bewegungen ordnet. Es findet keine Ursache, und Antworten auf Sicherheitsfragen stehen nicht darauf.
handout-who = Wer
handout-age =
    { $n ->
        [one] 1 Jahr alt
       *[other] { $n } Jahre alt
    }
handout-where = Wo
handout-pain = Schmerz
handout-pain-week = { $n } von 10 im Durchschnitt in der Woche vor den ersten Antworten
handout-weeks =
    { $n ->
        [one] Seit 1 Woche
       *[other] Seit { $n } Wochen
    }
handout-diary = { $mean } von 10 im Durchschnitt der letzten { $days } aufgeschriebenen Tage
handout-care = Achtet auf
handout-care-unknown = Noch nicht gefragt
handout-care-none = Nichts genannt
handout-goals = Möchte wieder können
handout-measured = Zu Hause gemessen
handout-start = Wo der Plan anfängt
handout-start-line = { $pattern }: { $sure }
handout-done = In den letzten vier Wochen gemacht
handout-done-line =
    { $n ->
        [0] Noch keine Einheit
        [one] 1 Einheit, { $minutes } Minuten
       *[other] { $n } Einheiten, { $minutes } Minuten
    }
