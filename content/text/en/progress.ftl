### Progress: goals first, then whether it is helping, the diary, minutes and tests. Nothing inside its error is called a
### difference.

nav-progress = Progress
title-progress = Progress
progress-lead = What you can do comes first, pain after. A change smaller than its measuring error is called no change.

progress-goals = What you want back
progress-goals-empty = Name up to three activities that matter to you; then this page opens with them.
progress-goals-name = Name them
progress-goals-tell = Tell how they go
progress-goals-change = Change them
goal-now = { $n } of 10 now
goal-now-and-start = { $n } of 10 now, { $start } at the start: { $reading }
goal-not-told = Not told yet how it goes
goal-minutes = Bearable for { $n } minutes
goal-minutes-and-start = Bearable for { $n } minutes, { $start } at the start
goal-target = You want { $n } of 10

progress-verdict = Is it helping?
progress-interval = between { $low } and { $high }
progress-percent = { $n } %
points-less = { $n } points less
points-more = { $n } points more
verdict-worse-calm = Most flares settle by themselves. The questions make sure that nothing else needs somebody to look at it first.
verdict-worse-ask = Go through the safety questions
today-check-in-due-worse = Your diary says it is getting worse, so the whole list comes first. Most flares settle; this makes sure.

progress-table = As a table
progress-pain = Pain, day by day
progress-average = on average
progress-worst = at its worst
progress-missed = not written down
progress-band = within { $n } points of the start: no difference
progress-compare = { $name }: { $now } now, { $start } at the start: { $reading }.
progress-compare-young = { $name }: { $now } now, { $start } at the start.
progress-edge = The start was so near the end of the scale that it can hardly show a change.
progress-pain-young = Pain: { $now } now, { $start } at the start. Pain under six weeks old often eases by itself, so nothing is called better or worse.
progress-pain-few = Too few days to compare the start with now.
progress-pain-days = { $n } of { $of } days written down.
phase-before = before the plan
phase-plan = with the plan
phase-without = without

progress-with-error = with its error of { $n }
progress-minutes = Minutes of exercise, by side
progress-minutes-week = In the week from { $day }: left { $left }, right { $right }, both sides at once { $both } minutes.
side-left-name = Left
side-right-name = Right
side-both-name = Both at once
side-none-name = Result
number-and-unit = { $n } { $unit }
test-same = { $side }: { $from } on { $began }, { $to } on { $on }. That is within what the test can tell (give or take { $error }).
test-moved = { $side }: { $from } on { $began }, { $to } on { $on }. That is more than the test’s own error of { $error }.

table-day = Day
table-week = Week from
table-average = Average
table-worst = Worst
table-minutes = Minutes
table-note = Note
table-value = Value
table-side = Side
table-error = Give or take

progress-single = Told once so far
progress-single-text = One value says where you are, not where it goes.
single-total = { $name }: { $n } ({ $day })
single-test = { $name }, { $side }: { $value }, give or take { $error } ({ $day })

look-back = Your last seven days
look-back-text = What was, not what should have been. Days without anything are days too.
look-back-sessions =
    { $n ->
        [one] One session, { $minutes } minutes
       *[other] { $n } sessions, { $minutes } minutes in all
    }
look-back-told =
    { $n ->
        [one] One day written down
       *[other] { $n } days written down
    }
look-back-habits =
    { $n ->
        [one] A habit, once
       *[other] Habits, { $n } times
    }
look-back-reminders = Short moves: { $n } done, { $other } let go
squeezes-and-pain-open = Over { $days } days, evenings after more squeezes were neither clearly better nor clearly worse.
squeezes-and-pain-less = Over { $days } days, one squeeze more an hour went with { $n } points less pain in the evening. A good day may also simply be a day with more squeezes.
squeezes-and-pain-more = Over { $days } days, one squeeze more an hour went with { $n } points more pain in the evening. A bad day may also simply be a day with more squeezes.

progress-write-day = Write down a day
progress-tests = Short tests
progress-clinic = Keep a total from a clinic
