### The library on the command line: headings and short sentences of `counterpose catalog`.

catalog-column-exercise = EXERCISE
catalog-column-starts = STARTS
catalog-column-for = FOR
catalog-column-usually = USUALLY
catalog-count = { $n ->
    [0] Nothing fits; leave out a filter.
    [one] 1 exercise; see one with: counterpose catalog show ID
   *[other] { $n } exercises; see one with: counterpose catalog show ID
}
catalog-head-what = WHAT
catalog-head-how = HOW
catalog-head-feel = WHAT IT FEELS LIKE
catalog-head-stop = STOP IF
catalog-head-how-much = HOW MUCH
catalog-head-ways = OTHER WAYS
catalog-head-easier = EASIER
catalog-head-harder = HARDER
catalog-head-asks = WHAT IT ASKS OF THE BODY
catalog-head-evidence = WHO SAYS SO, AND WHO DOES NOT
catalog-head-sources = SOURCES
catalog-head-used-by = USED BY
catalog-also = also: { $names }
catalog-starts = Starts { $position }; { $sides }.
catalog-needs = Needs: { $things }.
catalog-or = or
catalog-if-you-like = (if you like)
catalog-not = Not: { $what }
catalog-read-by = Read by: { $who }.
catalog-sets = Sets: { $sets }; days a week: { $days }.
catalog-sets-rest = Sets: { $sets }, { $rest } s between; days a week: { $days }.
catalog-range = { $default } ({ $min } to { $max })
catalog-hold = hold { $seconds } s
catalog-times-hold = { $times } x hold { $seconds } s
catalog-breaths = { $times } breaths, in { $in } s, out { $out } s
catalog-first-set = first, { $motion }
catalog-last-set = in the last set, { $motion }
catalog-closing = at the very end, { $motion }
catalog-way-starts = { $words } ({ $id }; starts { $position })
catalog-asks-nothing = Nothing that a precaution would shut.
catalog-target = { $role } { $place }
catalog-would-change = What would change our mind: { $what }
catalog-every-minutes = Every { $minutes } minutes.
catalog-borrowed = Borrowed from: { $name } ({ $id }).
catalog-source-read = { $kind }; read by us.
catalog-source-unread = { $kind }; not read by us; only a caution may rest on it.
