### Konten auf dem Server eines Haushalts: anmelden, Links, Geräte. Nichts davon ist nötig, um die App auf einem Gerät zu nutzen.

title-account = Konto

account-log-in = Anmelden
account-log-in-heading = Anmelden
account-log-in-lead = Dieser Server hält eine Kopie von dem, was du hier festhältst. Was auf diesem Gerät ist, kommt auch in dein Konto. Du kannst ohne Anmeldung weitermachen; dann wird nichts kopiert.
account-without = Ohne Anmeldung weiter
account-name = Name
account-name-help = Damit meldest du dich an. Groß und klein ist egal.
account-password = Passwort
account-password-old = Dein jetziges Passwort
account-password-new = Ein neues Passwort
account-password-help = Mindestens zehn Zeichen. Drei oder vier Wörter merken sich leicht.
account-password-heading = Ein anderes Passwort
account-password-change = Dieses Passwort behalten
account-password-changed = Dein neues Passwort gilt. Andere Geräte müssen sich neu anmelden.

account-join = Mein Konto anlegen
account-join-heading = Leg dein Konto an
account-join-lead = Jemand aus deinem Haushalt hat dir diesen Link gegeben. Deine Aufzeichnungen öffnen sich nur für dich.
account-again-heading = Wähle ein neues Passwort
account-again-lead = Geräte, die jetzt angemeldet sind, müssen sich neu anmelden.

account-heading = Angemeldet als { $name }
account-logged-in = Du bist angemeldet.
account-see = Dein Konto
account-devices = Geräte
account-device = { $device }, zuletzt benutzt am { $day }
account-device-this = { $device }, dieses hier
account-device-unknown = Ein Gerät
account-device-end = { $device } abmelden (zuletzt benutzt am { $day })
account-devices-end = Alle anderen abmelden
account-log-out = Hier abmelden
account-log-out-keeps = Was auf einem Gerät ist, bleibt dort, wenn es abgemeldet wird.
account-invite = Einen Link machen
account-invite-heading = Jemanden einladen
account-invite-lead = Jeder hat eigene Aufzeichnungen, die sonst niemand öffnen kann.
account-invite-link = Gib diesen Link einem Menschen. Er gilt einmal, eine Woche lang.

account-needed = Gerade wird nichts auf den Server kopiert.
account-needed-advice = Er möchte, dass du dich anmeldest. Auf diesem Gerät ist inzwischen alles sicher.
account-other = Dieses Gerät wurde mit einem anderen Konto benutzt.
account-other-advice = Es wird nichts kopiert, bis du sagst, wohin es gehört.
account-other-adopt = Was auf diesem Gerät ist, in mein Konto nehmen
account-other-adopt-means = Gehört, was hier festgehalten ist, jemand anderem, dann melde dich hier ab. Gehört es dir, kannst du es in dein Konto nehmen.

account-trouble-empty = Füll beide Felder aus.
account-trouble-unreachable = Der Server ist nicht erreichbar. Versuch es wieder, wenn du verbunden bist.
account-trouble-failed = Name und Passwort gehören nicht zusammen. Wer den Server betreibt, kann dir einen Link für ein neues Passwort geben.
account-trouble-weak = Wähle ein anderes Passwort: mindestens zehn Zeichen, und keines, das jemand zuerst probieren würde.
account-trouble-wrong = Dein jetziges Passwort ist ein anderes. Es wurde nichts geändert.
account-trouble-taken = Jemand hier hat diesen Namen schon. Wähle einen anderen.
account-trouble-name = Ein Name hat 1 bis 64 Buchstaben oder andere Zeichen.
account-trouble-link = Dieser Link gilt nicht mehr. Jeder gilt einmal und nur ein paar Tage. Bitte um einen neuen.
account-trouble-often = Das wurde zu oft versucht. Warte eine Minute und versuch es wieder.
account-trouble-other = Das hat nicht geklappt. Versuch es später wieder.
