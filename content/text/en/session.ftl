# The session: what the voice says between exercises, and the words of the session page.
# Spoken lines are short: at most twelve words, an exercise's name aside.

## Getting into place. $exercise is a name, $side is left, right or none.

session-start-side = { $side ->
    [left] Begin with your left.
    [right] Begin with your right.
   *[none] {""}
}
session-ready-walking = First: { $exercise }. Stand up where you can walk.
session-ready-standing = First: { $exercise }. Stand up, something firm within reach. { session-start-side }
session-ready-sitting = First: { $exercise }. Sit on a firm chair, feet on the floor. { session-start-side }
session-ready-half-kneeling = First: { $exercise }. Come down onto one knee. { session-start-side }
session-ready-hands-and-knees = First: { $exercise }. Come down onto hands and knees. { session-start-side }
session-ready-floor-sitting = First: { $exercise }. Sit down on the floor. { session-start-side }
session-ready-side-lying = First: { $exercise }. Lie down on your side. { session-start-side }
session-ready-prone = First: { $exercise }. Lie down on your front. { session-start-side }
session-ready-supine = First: { $exercise }. Lie down on your back. { session-start-side }

session-next-same = Next: { $exercise }. You can stay where you are. { session-start-side }
session-next-walking = Next: { $exercise }. Stand up slowly, then go where you can walk.
session-next-standing = Next: { $exercise }. Stand up slowly. { session-start-side }
session-next-sitting = Next: { $exercise }. Sit on a firm chair. { session-start-side }
session-next-half-kneeling = Next: { $exercise }. Come down onto one knee. { session-start-side }
session-next-hands-and-knees = Next: { $exercise }. Come onto hands and knees. { session-start-side }
session-next-floor-sitting = Next: { $exercise }. Sit on the floor. { session-start-side }
session-next-side-lying = Next: { $exercise }. Lie on your side. { session-start-side }
session-next-prone = Next: { $exercise }. Lie on your front. { session-start-side }
session-next-supine = Next: { $exercise }. Lie on your back. { session-start-side }

## During the work.

session-change-sides = { $side ->
    [left] Change sides. Now your left.
    [right] Change sides. Now your right.
   *[none] Change sides.
}
session-rest = Rest. Let your breath settle.
session-let-go = Let go.
session-repetition = { $repetition }
session-last-repetition = { $repetition }, the last one.
session-come-up-supine = Roll to one side, then push up slowly with your hands.
session-come-up-side-lying = Push up slowly with your hands.
session-come-up-prone = Push back onto hands and knees, then come up slowly.
session-come-up-floor-sitting = Turn onto hands and knees, then come up slowly.

## The command line.

session-cli-morning = morning
session-cli-evening = evening
session-cli-head = Day { $day }, { $which }: { $time } minutes, { $count ->
        [one] 1 exercise
       *[other] { $count } exercises
    }.
session-cli-first-side = { $because ->
    [worse] One-sided exercises begin with the { $side }, the side named as the worse one.
    [larger-dose] One-sided exercises begin with the { $side }, the side with more to do.
   *[custom] One-sided exercises begin with the { $side }: nothing speaks for either side.
}
session-note-first-hour = Not in the first hour after getting up: it bends the low back far.
session-cli-nothing = Nothing is planned for the { $which } of day { $day }.
session-cli-end = The end.
session-cli-no-plan = There is no session before the safety questions allow one. `counterpose check` says what to do first.
session-cli-not-made-for = There is no session: this program is not made for this person. `counterpose check` says why.
session-side-left = left
session-side-right = right
