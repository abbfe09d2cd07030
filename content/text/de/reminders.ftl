### Reminders: one small action, at most 12 words, neutral where others may see it.

reminder-calendar-name = Bewegung
reminder-feed-title = { $minutes } Minuten bewegen
reminder-say-title = Kurz bewegen
reminder-say-sitting = Spann beide Gesäßhälften fünf Sekunden an, dann lass los.
reminder-say-times = Steh auf und geh ein paar Minuten.
reminder-say-before-driving = Bevor du fährst: Füße, Sitz, Rücken.
reminder-say-on-waking = Fünf leichte Minuten, bevor du dich hinsetzt.
reminder-answer-done = Erledigt
reminder-answer-snooze = In 10 Minuten
reminder-answer-skip = Jetzt nicht
