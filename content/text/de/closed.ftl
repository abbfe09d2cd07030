### Erinnerungen, wenn die App zu ist.

closed-heading = Erinnern, wenn die Seite zu ist
closed-lead = Dein Browser kann dich an eine kleine Bewegung erinnern, auch wenn diese Seite zu ist. Wenn du es nicht anders einstellst: höchstens achtmal am Tag, nachts nie.
closed-who-sees = Das läuft über den Push-Dienst deines Browsers. Er sieht, dass und wann etwas geschickt wurde, nicht was.
closed-turn-on = Auch bei geschlossener Seite erinnern
closed-turn-off = Diese Erinnerungen beenden
closed-try = Jetzt eine schicken
closed-asked = Einen Moment.
closed-on = An, in diesem Browser.
closed-tried = Geschickt. Sie sollte in einer Minute da sein.
closed-denied = Dein Browser lässt von dieser Seite keine Mitteilungen zu. Erlaube sie in seinen Einstellungen und versuch es dann noch einmal.
closed-no-service = Dein Browser hat keinen Push-Dienst erreicht. Dafür braucht es das Internet und einen Browser, der einen hat.
closed-failed = Das hat nicht geklappt. Versuch es später noch einmal.
closed-trial = So sieht eine Erinnerung aus.
