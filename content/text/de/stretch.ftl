### What an exercise lengthens by the body model (`counterpose body stretch`).

stretch-sentence-most = In dieser Haltung wird am meisten länger: { $most }.
stretch-sentence-most-and-little = In dieser Haltung wird am meisten länger: { $most }; nur wenig länger: { $least }.
stretch-sentence-nothing = Bei dieser Übung wird kein Muskel des Modells viel länger als im Stehen.
stretch-claims = Was der Eintrag als gedehnt nennt
stretch-most = Was am meisten länger wird
stretch-nothing-found = Keine Übung in diesen Grenzen macht das länger.
stretch-geometry = Längen im Vergleich zum Stehen, aus der Geometrie eines Körpermodells. Sie sagen nichts über Kraft oder darüber, wie es sich anfühlt.
stretch-verdict-supported = das Modell stützt es
stretch-verdict-unsupported = das Modell stützt es nicht
stretch-verdict-contradicted = das Modell sagt das Gegenteil
stretch-verdict-not-modelled = das Modell kennt es nicht
stretch-side-left = links
stretch-side-right = rechts
stretch-measure = { $side }, { $pose }: { $mm } mm, { $length } % der Länge, { $fibre } % der Fasern
stretch-measure-models = { $measure } (vier Modelle { $least } bis { $most } %)
stretch-card = Was auf dem Bild länger wird
stretch-legend = Blass: etwas länger als im Stehen. Gelb: deutlich. Rot: viel länger.
stretch-point = { $structure }: { $verdict }. { $numbers }
stretch-point-without = { $structure }: { $verdict }.
stretch-numbers = { $mm } mm mehr, { $length } % der Länge, { $fibre } % der Länge der Fasern.
stretch-numbers-models = { $mm } mm mehr, { $length } % der Länge, { $fibre } % der Länge der Fasern; vier Modelle sagen { $least } bis { $most } %.

## Why a plan holds one stretch in the place of another.

rule-lengthens-the-same = Was zuerst dran gewesen wäre, ist für dich nicht offen. Von dem, was offen ist, dehnt das denselben Muskel am meisten.
chain-rule = Warum das
chain-instead = Es steht an Stelle von „{ $name }“: Nach dem Körpermodell wird hier länger: { $structure }, um etwa { $percent } % der Länge der Fasern.
plan-watch = Die Bewegung ansehen
