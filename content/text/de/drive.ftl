### The drive companion: a track that needs no screen and no hand. Nothing to do while the car moves.

drive-read = Lies es mir vor
track-heading = Eine Tonspur für die Fahrt
track-text = Eine Tondatei, auf diesem Gerät gemacht. Sie beginnt mit einem Signal für die Prüfung oben, solange du noch parkst. Danach kommt höchstens ab und zu ein leiser Ton, der heißt: gleichmäßig setzen. Sie endet mit der Aufforderung, anzuhalten und zu gehen.
track-rule = Starte sie, bevor du losfährst, und lass das Handy dann in Ruhe. Mindestens alle zwei Stunden fünfzehn Minuten Pause gilt für alle.
field-track-tone = Ein leiser Ton
field-track-stop = Die Aufforderung, anzuhalten und zu gehen
track-no-tone = Keiner
track-minutes =
    { $n ->
        [120] Nach zwei Stunden
       *[other] { $n } Minuten
    }
track-make = Die Tonspur machen
track-made = Die Tonspur ist bereit.
track-holds =
    { $n ->
        [0] Kein Ton, und nach { $minutes } Minuten die Aufforderung anzuhalten.
        [one] Ein leiser Ton, dann nach { $minutes } Minuten die Aufforderung anzuhalten.
       *[other] { $n } leise Töne, dann nach { $minutes } Minuten die Aufforderung anzuhalten.
    }
track-play = Sie läuft bei dunklem Bildschirm weiter, solange diese Seite offen bleibt.
