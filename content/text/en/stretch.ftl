### What an exercise lengthens by the body model (`counterpose body stretch`).

stretch-sentence-most = In this pose the { $most } lengthens most.
stretch-sentence-most-and-little = In this pose the { $most } lengthens most; the { $least } only a little.
stretch-sentence-nothing = In this exercise no muscle of the model gets much longer than in standing.
stretch-claims = What the entry says it lengthens
stretch-most = What lengthens most
stretch-nothing-found = No exercise within these limits lengthens it.
stretch-geometry = Lengths against standing, from the geometry of a body model. They say nothing about force, or about how it feels.
stretch-verdict-supported = the model bears it out
stretch-verdict-unsupported = the model does not bear it out
stretch-verdict-contradicted = the model says the opposite
stretch-verdict-not-modelled = the model does not have it
stretch-side-left = left
stretch-side-right = right
stretch-measure = { $side }, { $pose }: { $mm } mm, { $length } % of length, { $fibre } % of fibre
stretch-measure-models = { $measure } (four models { $least } to { $most } %)
stretch-card = What gets longer in the picture
stretch-legend = Pale: a little longer than in standing. Yellow: clearly. Red: much longer.
stretch-point = { $structure }: { $verdict }. { $numbers }
stretch-point-without = { $structure }: { $verdict }.
stretch-numbers = { $mm } mm more, { $length } % of its length, { $fibre } % of its fibres’ length.
stretch-numbers-models = { $mm } mm more, { $length } % of its length, { $fibre } % of its fibres’ length; four models say { $least } to { $most } %.

## Why a plan holds one stretch in the place of another.

rule-lengthens-the-same = What was called for first is not open to you. Of what is, this lengthens the same muscle most.
chain-rule = Why this
chain-instead = It stands in for “{ $name }”: by the body model the { $structure } gets about { $percent } % of its fibres’ length longer.
plan-watch = Watch the movement
