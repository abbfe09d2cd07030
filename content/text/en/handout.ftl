### The plan on paper, and the page for somebody who helps.

handout-open = Print this plan
handout-title = Your plan on paper
handout-lead = From { $date }. A session takes about { $minutes } minutes. Stop and ask when something feels wrong.
handout-print = Print
handout-back = Back to the plan
handout-ticks = The next two weeks
handout-exercise = Exercise
handout-free = free
handout-summary = For somebody who helps you
handout-summary-lead = Written by the person and by a program that only sorts movements. It finds no cause, and answers to safety questions are not on it.
handout-who = Who
handout-age =
    { $n ->
        [one] 1 year old
       *[other] { $n } years old
    }
handout-where = Where
handout-pain = Pain
handout-pain-week = { $n } of 10 on average in the week before the first answers
handout-weeks =
    { $n ->
        [one] For 1 week
       *[other] For { $n } weeks
    }
handout-diary = { $mean } of 10 on average on the last { $days } days written down
handout-care = Takes care with
handout-care-unknown = Not asked yet
handout-care-none = Nothing named
handout-goals = Wants to do again
handout-measured = Measured at home
handout-start = Where the plan starts
handout-start-line = { $pattern }: { $sure }
handout-done = Done in the last four weeks
handout-done-line =
    { $n ->
        [0] No session yet
        [one] 1 session, { $minutes } minutes
       *[other] { $n } sessions, { $minutes } minutes
    }
