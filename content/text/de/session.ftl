# The session: what the voice says between exercises, and the words of the session page.
# Spoken lines are short: at most twelve words, an exercise's name aside.

## Getting into place. $exercise is a name, $side is left, right or none.

session-start-side =
    { $side ->
        [left] Beginn mit links.
        [right] Beginn mit rechts.
       *[none] {""}
    }
session-ready-walking = Zuerst: { $exercise }. Steh auf, wo du gehen kannst.
session-ready-standing = Zuerst: { $exercise }. Steh auf, etwas Festes in Reichweite. { session-start-side }
session-ready-sitting = Zuerst: { $exercise }. Setz dich auf einen festen Stuhl, Füße am Boden. { session-start-side }
session-ready-half-kneeling = Zuerst: { $exercise }. Geh auf ein Knie. { session-start-side }
session-ready-hands-and-knees = Zuerst: { $exercise }. Geh auf Hände und Knie. { session-start-side }
session-ready-floor-sitting = Zuerst: { $exercise }. Setz dich auf den Boden. { session-start-side }
session-ready-side-lying = Zuerst: { $exercise }. Leg dich auf die Seite. { session-start-side }
session-ready-prone = Zuerst: { $exercise }. Leg dich auf den Bauch. { session-start-side }
session-ready-supine = Zuerst: { $exercise }. Leg dich auf den Rücken. { session-start-side }

session-next-same = Als Nächstes: { $exercise }. Du kannst bleiben, wie du bist. { session-start-side }
session-next-walking = Als Nächstes: { $exercise }. Steh langsam auf, geh dorthin, wo du gehen kannst.
session-next-standing = Als Nächstes: { $exercise }. Steh langsam auf. { session-start-side }
session-next-sitting = Als Nächstes: { $exercise }. Setz dich auf einen festen Stuhl. { session-start-side }
session-next-half-kneeling = Als Nächstes: { $exercise }. Geh auf ein Knie. { session-start-side }
session-next-hands-and-knees = Als Nächstes: { $exercise }. Geh auf Hände und Knie. { session-start-side }
session-next-floor-sitting = Als Nächstes: { $exercise }. Setz dich auf den Boden. { session-start-side }
session-next-side-lying = Als Nächstes: { $exercise }. Leg dich auf die Seite. { session-start-side }
session-next-prone = Als Nächstes: { $exercise }. Leg dich auf den Bauch. { session-start-side }
session-next-supine = Als Nächstes: { $exercise }. Leg dich auf den Rücken. { session-start-side }

## During the work.

session-change-sides =
    { $side ->
        [left] Seitenwechsel. Jetzt links.
        [right] Seitenwechsel. Jetzt rechts.
       *[none] Seitenwechsel.
    }
session-rest = Pause. Lass den Atem ruhig werden.
session-let-go = Loslassen.
session-repetition = { $repetition }
session-last-repetition = { $repetition }, das letzte Mal.
session-come-up-supine = Roll auf eine Seite, drück dich dann langsam mit den Händen hoch.
session-come-up-side-lying = Drück dich langsam mit den Händen hoch.
session-come-up-prone = Schieb dich zurück auf Hände und Knie, komm dann langsam hoch.
session-come-up-floor-sitting = Dreh dich auf Hände und Knie, komm dann langsam hoch.

## The command line.

session-cli-morning = morgens
session-cli-evening = abends
session-cli-head = Tag { $day }, { $which }: { $time } Minuten, { $count ->
    [one] 1 Übung
   *[other] { $count } Übungen
}.
session-cli-first-side =
    { $because ->
        [worse] Einseitige Übungen beginnen { $side }: Diese Seite wurde als die schlechtere genannt.
        [larger-dose] Einseitige Übungen beginnen { $side }: Diese Seite hat mehr zu tun.
       *[custom] Einseitige Übungen beginnen { $side }: Für keine Seite spricht etwas.
    }
session-note-first-hour = Nicht in der ersten Stunde nach dem Aufstehen: Es beugt den unteren Rücken weit.
session-cli-nothing = Für Tag { $day }, { $which }, ist nichts geplant.
session-cli-end = Ende.
session-cli-no-plan = Keine Einheit, bevor die Sicherheitsfragen eine zulassen. `counterpose check` sagt, was zuerst zu tun ist.
session-cli-not-made-for = Keine Einheit: Dieses Programm ist für diese Person nicht gemacht. `counterpose check` sagt, warum.
session-side-left = links
session-side-right = rechts
