### The diary: the line of a day, what somebody wants back, the week, and how each is offered. Short, and never nagging.

not-now = Not now
not-today = Not today
skip-this-time = Skip this time

today-evening = How was today?
today-evening-text = Two taps, ten seconds. Days you leave out are shown as left out, nothing more.
today-evening-write = Write it down

today-ask-open = Answer now
today-ask-goals = What would you like to do again?
today-ask-goals-text = Your own activities come first here, before pain. Name up to three; it takes a minute.
today-ask-week = Your week
today-ask-week-text = A number for each of your activities, and for how much pain got in the way.
today-ask-statements = Twenty-four short sentences
today-ask-statements-text = They describe a day with a sore back. Tick the ones that fit today; it takes three minutes. Asked now and every four weeks, and you can skip it.
today-ask-change = Compared with the start
today-ask-change-text = One question: how is it now, compared with when you began?

told-average = Pain of the day: { $n } on average
told-average-and-worst = Pain of the day: { $n } on average, { $worst } at its worst

title-diary-day = Your day
title-diary-goals = What you want back
title-diary-week = Your week
title-diary-statements = How today is
title-diary-change = Compared with the start
title-diary-clinic = A total from a clinic

diary-keep = Keep
diary-kept = Kept.
day-today = Today
day-yesterday = Yesterday
day-named = { $weekday }, { $day }

diary-day-minutes =
    { $n ->
        [0] No session that day, and that is fine.
        [one] One minute of exercise that day.
       *[other] { $n } minutes of exercise that day.
    }
diary-day-problem = Tap a number for pain on average.
field-day-average = Pain on average
field-day-worst = Pain at its worst
field-day-flare = Anything special?
field-day-flare-yes = A flare
field-day-flare-help = Clearly worse than usual, all day
field-diary-day = Which day

goals-lead = Pick up to three things that are hard now and matter to you.
goals-problem = Pick at least one, or write your own.
goals-too-many = Three at most: pick the ones that matter most.
field-goal-kinds = What would you like to do again?
field-goal-words = In your own words ({ $n })
field-goal-words-help = For example “play on the floor with the children”. You can leave this empty.
goal-sitting = Sitting
goal-driving = Driving
goal-walking = Walking
goal-standing = Standing
goal-bending-forward = Bending, socks and shoes
goal-lifting = Lifting and carrying
goal-stairs = Stairs
goal-rising-from-sitting = Getting up from a chair
goal-running = Running
goal-bending-back = Leaning back
goal-twisting = Turning
goal-lying = Lying
goal-coughing = Coughing and sneezing
goal-moving = Moving about
goal-changing-position = Changing position

goal-progress = Activity { $n } of { $of }
goal-problem = Tap how well it goes now.
field-goal-now = How well does it go now?
field-goal-minutes = For how many minutes is it bearable?
field-goal-target = How well would you like it to go in eight weeks?
field-activity-low = not at all
field-activity-high = as before
field-minutes-low = minutes
field-minutes-high = two hours or more

week-lead = About the last seven days. Leave out what you do not want to answer.
week-problem = Tap a number for each activity, or leave them all out and answer the rest.
field-week-activity = { $name }: how well did it go?
field-week-minutes = { $name }: for how many minutes was it bearable?
field-interference-days = How much did pain get in the way of your days?
field-interference-joys = And of what you enjoy?
field-interference-sleep = And of your sleep?
field-interference-low = not at all
field-interference-high = completely

field-statements = What describes you today?

field-global-change = Compared with when you began, how is it now?
field-global-change-problem = Tap a number from −5 to +5.
field-change-low = much worse
field-change-high = much better

clinic-lead = If somebody counted a questionnaire with you, you can keep its total here. Its questions are not asked in this app.
clinic-problem = Pick what it is, and type a total that lies in its range.
clinic-range = From { $low } to { $high }
field-clinic-instrument = What is it?
field-clinic-total = The total

instrument-pain-average = Pain
instrument-pain-worst = Pain at its worst
instrument-own-activities = Your activities
instrument-interference = How much pain got in the way
instrument-roland-morris = The 24 statements (Roland-Morris)
instrument-global-change = Compared with the start
instrument-oswestry = Oswestry index (ODI)
instrument-promis-physical-function = PROMIS physical function
instrument-promis-pain-interference = PROMIS pain interference
instrument-eq-5d = EQ-5D index
instrument-start-back = STarT Back
