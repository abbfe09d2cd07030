### Is it helping? Plain sentences for what a diary says. Never more than the diary carries.

verdict-title-working = It is helping
verdict-title-probably-helping = It is probably helping
verdict-title-small-change = A small change
verdict-title-no-clear-change = No clear change
verdict-title-unclear-yet = Not clear yet
verdict-title-not-enough-data = Not enough to say yet
verdict-title-getting-worse = It is getting worse

verdict-sentence-working = In your diary pain fell by about { $points } points, which is very likely enough to matter to you.
verdict-sentence-probably-helping = In your diary pain fell by about { $points } points, and that is more likely than not enough to matter to you.
verdict-sentence-small-change = In your diary pain fell by about { $points } points: a little better, probably less than you would notice.
verdict-sentence-no-clear-change = In your diary pain stayed about the same; at four weeks that is a reason to change the plan.
verdict-sentence-unclear-yet = In your diary the change could be real or chance; two more weeks will tell more.
verdict-sentence-not-enough-data = Your { $days } diary days do not carry an answer yet.
verdict-sentence-getting-worse = In your diary pain has gone up by about { $points } points; please go through the safety questions again.

verdict-before-after = A diary like this cannot tell the plan's share from getting better by itself.

verdict-missing-pain-under-six-weeks = Pain under six weeks old often eases by itself, so nothing is said before then.
verdict-missing-baseline-days = It needs at least seven days written down before the plan began.
verdict-missing-days-after-ramp = It needs about two more weeks with the plan in full swing.
verdict-missing-adherence-unknown = It needs to know how much of the plan was done.
verdict-missing-adherence = Too little of the plan was done to say whether it helps.
verdict-missing-narrower-interval = Your days vary a lot, so more of them are needed.

verdict-missing-another-measure = Pain was already low before the plan, so look at your activities first.

verdict-row-change = Change when fully under way
verdict-row-interval = Range that fits your diary (95 in 100)
verdict-row-days = Days written down
verdict-row-done = Share of the plan done
verdict-row-draw = How often chance alone does as well
verdict-row-without-trend = Change if nothing else had drifted
verdict-row-overlap = Pairs of days where the later one was lower
verdict-unknown = not known
verdict-points-of-ten = { $n } points of 10
verdict-from-to = { $low } to { $high }
