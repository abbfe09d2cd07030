### Reminders while the app is open: the offer, "I am sitting now", settings. Small, quiet, easily switched off.

title-reminders = Erinnerungen
remind-offer = Anspannen, während du sitzt?
remind-offer-text = Eine kleine Erinnerung alle 30 Minuten Sitzen, höchstens acht am Tag und keine in der Nacht. Ein Tippen beantwortet sie.
remind-offer-yes = Ja, erinnere mich
remind-offer-no = Nein, danke
remind-settings = Optionen für Erinnerungen
remind-are-on = Erinnerungen sind an.
remind-are-off = Erinnerungen sind aus. Sie sind klein, nachts still und mit einem Tippen wieder aus.
remind-off = Alle Erinnerungen ausschalten

sitting-not = Setzt du dich zum Arbeiten?
sitting-not-text = Sag es, dann beginnen die Erinnerungen zu zählen. Sie hören auf, wenn du aufstehst.
sitting-down = Ich sitze jetzt
sitting-now = Du sitzt
sitting-now-text = Aufstehen zählt als Pause: Sag es, dann beginnt das Zählen neu.
sitting-up = Ich bin aufgestanden

remind-lead = Eine kleine Handlung, höchstens zwölf Wörter, ein Tippen. Nichts füllt deinen Bildschirm, und was du auslässt, wird dir nicht vorgehalten.
remind-not-at-all = Gar nicht
remind-every-minutes = Alle { $n } Minuten
field-remind-every = Anspannen, während du sitzt
field-remind-every-help = Gezählt wird ab „Ich sitze jetzt“.
field-remind-most = Höchstens so viele am Tag
field-remind-walks = Aufstehen und ein paar Minuten gehen
field-remind-waking = Fünf leichte Minuten nach dem Aufwachen
remind-waking-yes = Wenn ich das morgens zum ersten Mal öffne
field-remind-drive = Bevor du fährst: Abfahrt um
field-remind-drive-help = Sie kommt zehn Minuten früher, solange das Auto noch steht.
field-remind-night = Ruhige Stunden
remind-night = { $from }:00 bis { $to }:00
remind-no-night = Keine

remind-quiet = Gerade Ruhe
remind-quiet-text = Was in die Ruhe fällt, kommt einmal an ihrem Ende.
remind-quiet-for =
    { $n ->
        [30] Eine halbe Stunde
        [60] Eine Stunde
       *[180] Drei Stunden
    }
remind-quiet-until = Nichts bis { $time }.
remind-quiet-end = Die Ruhe jetzt beenden

remind-where = Wo sie dich erreichen
remind-where-open = In dieser App, solange sie in einem Tab offen bleibt: eine Zeile oben auf der Seite.
remind-notify-ask = Ist der Tab im Hintergrund, kann dein Browser einen kleinen Hinweis zeigen, wenn du es erlaubst.
remind-notify-allow = Kleine Hinweise erlauben
remind-notify-granted = Ist der Tab im Hintergrund, zeigt dein Browser einen kleinen Hinweis.
remind-notify-denied = Dein Browser zeigt keine Hinweise dieser Seite. Das lässt sich in seinen Einstellungen für diese Seite ändern.
remind-notify-missing = Dieser Browser zeigt keine Hinweise dieser Seite, während sie im Hintergrund ist.
