### The library on the command line: headings and short sentences of `counterpose catalog`.

catalog-column-exercise = ÜBUNG
catalog-column-starts = BEGINNT
catalog-column-for = WOFÜR
catalog-column-usually = ÜBLICH
catalog-count =
    { $n ->
        [0] Nichts passt; lass einen Filter weg.
        [one] 1 Übung; ansehen mit: counterpose catalog show ID
       *[other] { $n } Übungen; eine ansehen mit: counterpose catalog show ID
    }
catalog-head-what = WAS
catalog-head-how = WIE
catalog-head-feel = WIE ES SICH ANFÜHLT
catalog-head-stop = HÖR AUF, WENN
catalog-head-how-much = WIE VIEL
catalog-head-ways = ANDERE ARTEN
catalog-head-easier = LEICHTER
catalog-head-harder = SCHWERER
catalog-head-asks = WAS ES VOM KÖRPER VERLANGT
catalog-head-evidence = WER DAS SAGT UND WER NICHT
catalog-head-sources = QUELLEN
catalog-head-used-by = BENUTZT VON
catalog-also = auch: { $names }
catalog-starts = Beginnt { $position }; { $sides }.
catalog-needs = Braucht: { $things }.
catalog-or = oder
catalog-if-you-like = (wenn du magst)
catalog-not = Nicht: { $what }
catalog-read-by = Gelesen von: { $who }.
catalog-sets = Durchgänge: { $sets }; Tage pro Woche: { $days }.
catalog-sets-rest = Durchgänge: { $sets }, dazwischen { $rest } s; Tage pro Woche: { $days }.
catalog-range = { $default } ({ $min } bis { $max })
catalog-hold = { $seconds } s halten
catalog-times-hold = { $times } x { $seconds } s halten
catalog-breaths = { $times } Atemzüge, { $in } s ein, { $out } s aus
catalog-first-set = zuerst { $motion }
catalog-last-set = im letzten Durchgang { $motion }
catalog-closing = ganz am Ende { $motion }
catalog-way-starts = { $words } ({ $id }; beginnt { $position })
catalog-asks-nothing = Nichts, was eine Vorsichtsregel schließen würde.
catalog-target = { $role }: { $place }
catalog-would-change = Was unsere Meinung ändern würde: { $what }
catalog-every-minutes = Alle { $minutes } Minuten.
catalog-borrowed = Übernommen von: { $name } ({ $id }).
catalog-source-read = { $kind }; von uns gelesen.
catalog-source-unread = { $kind }; von uns nicht gelesen; nur eine Vorsicht darf sich darauf stützen.
