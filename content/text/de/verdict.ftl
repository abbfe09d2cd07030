### Is it helping? Plain sentences for what a diary says. Never more than the diary carries.

verdict-title-working = Es hilft
verdict-title-probably-helping = Es hilft wahrscheinlich
verdict-title-small-change = Eine kleine Veränderung
verdict-title-no-clear-change = Keine klare Veränderung
verdict-title-unclear-yet = Noch nicht klar
verdict-title-not-enough-data = Noch zu wenig, um etwas zu sagen
verdict-title-getting-worse = Es wird schlechter

verdict-sentence-working = In deinem Tagebuch sank der Schmerz um etwa { $points } Punkte; sehr wahrscheinlich ist das genug, um für dich zu zählen.
verdict-sentence-probably-helping = In deinem Tagebuch sank der Schmerz um etwa { $points } Punkte; eher ja als nein ist das genug, um für dich zu zählen.
verdict-sentence-small-change = In deinem Tagebuch sank der Schmerz um etwa { $points } Punkte: ein wenig besser, wohl weniger, als du merken würdest.
verdict-sentence-no-clear-change = In deinem Tagebuch blieb der Schmerz etwa gleich; nach vier Wochen ist das ein Grund, den Plan zu ändern.
verdict-sentence-unclear-yet = In deinem Tagebuch kann die Veränderung echt oder Zufall sein; zwei weitere Wochen sagen mehr.
verdict-sentence-not-enough-data = Deine { $days } Tagebuchtage tragen noch keine Antwort.
verdict-sentence-getting-worse = In deinem Tagebuch ist der Schmerz um etwa { $points } Punkte gestiegen; bitte geh die Sicherheitsfragen noch einmal durch.

verdict-before-after = Ein solches Tagebuch kann den Anteil des Plans nicht von dem trennen, was von selbst besser wird.

verdict-missing-pain-under-six-weeks = Schmerz, der noch keine sechs Wochen da ist, lässt oft von selbst nach; vorher sagen wir nichts.
verdict-missing-baseline-days = Es braucht mindestens sieben Tage, die vor Beginn des Plans notiert wurden.
verdict-missing-days-after-ramp = Es braucht noch etwa zwei Wochen mit dem vollen Plan.
verdict-missing-adherence-unknown = Es fehlt, wie viel vom Plan gemacht wurde.
verdict-missing-adherence = Es wurde zu wenig vom Plan gemacht, um zu sagen, ob er hilft.
verdict-missing-narrower-interval = Deine Tage schwanken stark, darum braucht es mehr davon.

verdict-missing-another-measure = Der Schmerz war schon vor dem Plan gering; schau zuerst auf deine Tätigkeiten.

verdict-row-change = Veränderung bei vollem Plan
verdict-row-interval = Bereich, der zu deinem Tagebuch passt (95 von 100)
verdict-row-days = Notierte Tage
verdict-row-done = Anteil des Plans, der gemacht wurde
verdict-row-draw = Wie oft der Zufall allein so gut ist
verdict-row-without-trend = Veränderung, wenn sonst nichts abgedriftet wäre
verdict-row-overlap = Tagespaare, bei denen der spätere niedriger war
verdict-unknown = nicht bekannt
verdict-points-of-ten = { $n } Punkte von 10
verdict-from-to = { $low } bis { $high }
