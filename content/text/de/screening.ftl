### Safety questions and what follows from them.
### Keys: question-<id>, question-<id>-help, question-<id>-value-<value>; reason-<rule>; care-*, meanwhile-*, safety-net-*.

## How it opens and how to answer

screening-title = Zuerst ein paar offene Fragen
screening-opening = Etwa 1 von 100 Menschen, die mit Rückenschmerzen in eine Arztpraxis gehen, hat etwas Ernstes. Wir fragen alle, damit die anderen sicher anfangen können.
screening-new-means = „Neu“ heißt: neu oder deutlich schlechter in den letzten zwei Wochen.
screening-none-of-these = Nichts davon
screening-yes = Ja
screening-no = Nein
screening-unsure = Nicht sicher
screening-unsure-help = Wenn du nicht sicher bist, sag es. Es zählt nie als Nein.
screening-why = Warum wir fragen
screening-about = Was gemeint ist: { $question }

group-nerves = Blase, Darm und Beine
group-nerves-help = Trifft etwas davon zu, neu oder deutlich schlechter in den letzten zwei Wochen?
group-sudden = Etwas Plötzliches
group-sudden-help = Passt jetzt etwas davon?
group-lately = Was mit dem Schmerz einhergeht
group-lately-help = Ist etwas davon mit dem Schmerz gekommen?
group-health = Du allgemein
group-health-help = Trifft etwas davon auf dich zu?
group-story = Die Geschichte des Schmerzes
group-story-help = Noch ein paar letzte Punkte. Sie ändern, was zu dir passt.

## E: is this an emergency?

question-E1 = Taubheit, Kribbeln oder ein seltsames Gefühl um After, Genitalien oder Innenseiten der Oberschenkel
question-E1-help = Zum Beispiel fühlt sich das Abwischen anders an. Nerven am Ende der Wirbelsäule können das auslösen, und Stunden zählen.
question-E2 = Neue Probleme beim Wasserlassen, es nicht fließen spüren oder die Kontrolle über den Darm verlieren
question-E2-help = Schwer in Gang kommen, es nicht fließen spüren, nicht merken, dass die Blase voll ist, Urin verlieren, oder Kontrolle oder Gefühl im Darm verlieren.
question-E3 = Sexuelles Empfinden oder sexuelle Funktion neu verloren
question-E3-help = Zusammen mit Rücken- oder Beinschmerzen. Dieselben Nerven versorgen Blase, Darm und sexuelles Empfinden. Wir fragen alle.
question-E4 = Schmerz, Taubheit oder Schwäche neu in beiden Beinen
question-E4-help = Auch wenn es in einem Bein anfing und auf beide übergegangen ist.
question-E5 = Ein Bein oder Fuß, der schwächer wird
question-E5-help = Der Fuß klatscht auf oder hängt, das Knie knickt weg, oder du kommst nicht auf Zehen oder Fersen.
question-E5-value-no = Nein
question-E5-value-new-and-stable = Neu, etwas schwächer, unverändert
question-E5-value-severe = Fuß oder Bein gehorcht nicht mehr
question-E5-value-worsening = Wird über Stunden oder Tage schwächer
question-E6 = Plötzlicher heftiger Schmerz in Rücken, Bauch oder Flanke mit Ohnmachtsgefühl oder kaltem Schweiß
question-E6-help = Auch eine pochende Schwellung im Bauch mit Schmerz, oder eine bekannte Ausbuchtung der Hauptschlagader (Aneurysma) mit neuem oder verändertem Schmerz.
question-E7 = Ein schwerer Sturz oder Schlag, und du kannst nicht stehen oder gehen oder hast starke Schmerzen
question-E7-help = Es kann ein Bruch sein, auf dem man nicht gehen sollte.
question-E8 = Eine Hüfte, die plötzlich dein Gewicht nicht trägt
question-E8-help = Oder das Bein sieht kürzer oder nach außen gedreht aus. Bei älteren oder dünnen Knochen reicht ein kleiner Sturz.
question-E9 = Eine heiße, sehr schmerzhafte Hüfte oder heftiger Rückenschmerz, mit Fieber oder starkem Krankheitsgefühl
question-E9-help = Eine Infektion in einem Gelenk oder in der Wirbelsäule gehört sofort ins Krankenhaus.
question-E10 = Ein kaltes, blasses, sehr schmerzhaftes Bein; Brustschmerz oder Atemnot; oder eine geschwollene, heiße, druckempfindliche Wade
question-E10-help = Das deutet eher auf Blutgefäße, Herz oder Lunge als auf den Rücken.
question-E10-value-no = Nein
question-E10-value-calf = Eine Wade geschwollen, heiß und druckempfindlich
question-E10-value-limb-or-chest = Kaltes, blasses, schmerzhaftes Bein, oder Brustschmerz, oder Atemnot
question-E11 = Plötzlicher Schmerz in einem Hoden; oder möglicherweise schwanger, mit Schmerz unten auf einer Seite oder Blutung
question-E11-male = Plötzlicher Schmerz in einem Hoden
question-E11-female = Schwanger oder möglicherweise schwanger, mit Schmerz unten auf einer Seite oder Blutung
question-E11-help = Beides kann sich wie Hüft- oder Rückenschmerz anfühlen, und beides kann nicht warten.
question-E12 = Beine oder Hände neu unsicher, schwer oder ungeschickt
question-E12-help = Stolpern, Dinge fallen lassen, Beine, die nicht gehorchen: Das Rückenmark kann unter Druck stehen.

## S: should somebody look today?

question-S1 = Krebs, jetzt oder irgendwann früher
question-S1-help = Jede Art zählt. Meist ist Schmerz auch nach einer Krebserkrankung gewöhnlicher Schmerz, doch er sollte früh angesehen werden.
question-S1-value-no = Nie
question-S1-value-history-only = Ja, und kein neuer oder ungewöhnlicher Schmerz
question-S1-value-history-and-new-pain = Ja, und dieser Schmerz ist neu, ungewöhnlich oder nimmt stetig zu
question-S2 = Gürtelförmiger Schmerz um Brust oder Bauch, der nicht nachlässt
question-S2-help = Oft schlimmer im flachen Liegen, beim Husten oder Pressen.
question-S2-value-no = Nein
question-S2-value-pain-only = Ja, nur Schmerz
question-S2-value-with-unsteadiness = Ja, und unsicher auf den Beinen
question-S3 = Fieber, Nachtschweiß oder Schüttelfrost mit dem Schmerz, oder vor Kurzem eine schwere Infektion, ein schwaches Immunsystem oder gespritzte Drogen
question-S3-help = Auch eine Spritze oder Operation an Wirbelsäule oder Hüfte vor Kurzem, Dialyse, oder Kontakt mit Tuberkulose zusammen mit ständigem Schmerz.
question-S4 = Schmerz nach einem kleinen Stoß oder ohne, und dünne Knochen: Osteoporose, Kortison-Tabletten, über 70, oder kleiner geworden
question-S4-help = Kortison zählt ab drei Monaten. Ein alter, verwachsener Bruch ist hier nicht gemeint.
question-S4-value-no = Nein
question-S4-value-mild = Ja, leicht
question-S4-value-new-or-severe = Ja, neu oder stark
question-S5 = Schmerz in Leiste oder Oberschenkel, der beim Laufen zunimmt und beim Hüpfen wehtut
question-S5-help = Marschieren zählt auch. Eher nach einem Sprung im Training, bei wenig Essen oder ausbleibender Periode. Der Knochen der Hüfte kann ermüdet sein.
question-S6 = Brennen oder Blut beim Wasserlassen, oder Fieber oder Erbrechen mit einseitigem Rückenschmerz
question-S6-help = Das deutet eher auf eine Niere als auf den Rücken.
question-S7 = Ausschlag oder Bläschen auf einer Seite, zusammen mit dem Schmerz
question-S7-help = Gürtelrose kann als Rückenschmerz beginnen. Tabletten wirken in den ersten Tagen am besten.
question-S8 = Blutverdünner, und neuer starker Schmerz in Leiste, Oberschenkel oder Rücken, oder ein schwaches Bein
question-S8-help = Eine Blutung in einen Muskel kann das auslösen. Das kann nicht warten.
question-S9 = Ein schwerer Unfall in den letzten sechs Wochen, den niemand untersucht hat
question-S9-help = Ein Sturz aus der Höhe, ein Verkehrsunfall oder ein harter Schlag.

## C and P: should a clinician look before you start?

question-C1 = Gewicht oder Appetit verloren oder sehr müde, ohne bekannten Grund
question-C1-help = Zusammen mit Schmerz, der wenig damit zu tun hat, wie du dich bewegst.
question-C2 = Rückenschmerz, der vor 45 begann und über drei Monate dauert
question-C2-help = Mancher Rückenschmerz kommt von einer Entzündung. Bewegung gehört dann dazu, und in der Arztpraxis lässt sich das prüfen.
question-C2-started = Fing es an, bevor du 45 warst?
question-C2-months = Seit wie vielen Monaten?
question-C2-features = Was davon passt?
question-C2-feature-before-35 = Es fing an, bevor ich 35 war
question-C2-feature-wakes-second-half-of-night = Es weckt mich in der zweiten Nachthälfte
question-C2-feature-buttock-pain = Schmerz im Gesäß
question-C2-feature-better-with-movement = Besser durch Bewegung
question-C2-feature-better-within-48h-of-nsaid = Besser innerhalb von zwei Tagen mit entzündungshemmenden Tabletten
question-C2-feature-relative-with-spa = Jemand aus der engen Familie hat eine entzündete Wirbelsäule (Spondyloarthritis)
question-C2-feature-arthritis = Ich hatte schon ein entzündetes Gelenk
question-C2-feature-enthesitis = Ich hatte schon eine entzündete Ferse oder Sehne
question-C2-feature-psoriasis = Ich hatte schon Schuppenflechte
question-C3 = Tiefer Leistenschmerz, und Kortison-Kuren, viel Alkohol, Sichelzellkrankheit, ein früherer Hüftbruch oder Tauchen
question-C3-help = Auch nächtlicher Schmerz in einer Hüfte, die schnell steif wird. Die Blutversorgung des Knochens kann der Grund sein.
question-C4 = Schmerz unterhalb des Knies mit Taubheit oder Schwäche
question-C4-help = Ein Nerv im Rücken kann gereizt sein. Das ändert, was zu dir passt.
question-C4-value-no = Nein
question-C4-value-known-and-stable = Ja: schon untersucht und unverändert
question-C4-value-never-examined = Ja: Niemand hat es untersucht
question-C5 = Beide Beine werden beim Gehen schwer oder schmerzen und beruhigen sich im Sitzen
question-C5-help = Oder beim Vorbeugen. Ein enger Kanal im unteren Rücken kann das auslösen.
question-C5-value-no = Nein
question-C5-value-known = Ja, und eine Fachperson weiß davon
question-C5-value-first-time = Ja, und niemand hat es angesehen
question-C6 = Das ist der erste Rückenschmerz meines Lebens
question-C6-help = Später im Leben lohnt sich bei einem ersten Rückenschmerz ein genauerer Blick.
question-C7 = Operation an Wirbelsäule, Hüfte, Becken oder Bauch in den letzten 12 Wochen, oder Auflagen von dort, die noch gelten
question-C7-help = Was dir dort gesagt wurde, steht über allem hier.
question-C8 = Schwanger, oder Geburt in den letzten 12 Wochen
question-C8-help = Dann lassen wir weg, was in diese Zeit nicht passt.
question-C8-value-no = Nein
question-C8-value-uncomplicated = Ja, und alles verläuft gut
question-C8-value-complicated = Ja, mit Komplikationen
question-C10 = Schmerz, der ständig da ist, stetig zunimmt und in keiner Lage nachlässt
question-C10-help = Die meisten Rückenschmerzen ändern sich mit Lage oder Tageszeit. Schmerz, der das nie tut, sollte angesehen werden.
question-P1 = Brustschmerz bei Anstrengung, Ohnmacht, oder eine Herz- oder Lungenkrankheit, die nicht gut eingestellt ist
question-P1-help = Jede Bewegungsübung, auch eine sanfte, sollte dann zuerst besprochen werden.

## What to do first

tier-emergency-title = Hol jetzt Hilfe
tier-same-day-title = Sprich heute mit einer Arztpraxis
tier-clinician-first-title = Lass dich ansehen, bevor du anfängst
tier-adapted-title = Du kannst anfangen, einiges bleibt weg
tier-ok-title = Du kannst anfangen
tier-none-title = Ein paar Antworten fehlen noch

care-who-emergency = Ein Rettungswagen oder die nächste Notaufnahme
care-when-emergency = Jetzt. Warte nicht ab, ob es vergeht, und fahr nicht selbst.
care-reach-emergency = Ruf den Notruf an oder lass dich bringen.
care-who-same-day = Eine Ärztin, ein Arzt oder der ärztliche Bereitschaftsdienst
care-when-same-day = Heute, auch nachts oder am Wochenende
care-reach-same-day = Ruf deine Arztpraxis oder den Bereitschaftsdienst an. Kann dich heute niemand ansehen, geh in eine Notaufnahme.
care-who-clinician-first = Eine Arztpraxis oder eine Physiotherapie-Praxis
care-when-clinician-first = In den nächsten Tagen, spätestens in zwei Wochen; früher, wenn es schlechter wird
care-reach-clinician-first = Bitte deine Arztpraxis um einen Termin. In vielen Ländern kannst du Physiotherapie auch selbst und ohne Überweisung buchen.
care-say-title = Was du sagst
care-say-emergency = Lies die Zeilen unten Wort für Wort vor.
care-say-same-day = Lies die Zeilen unten vor und bitte darum, heute angesehen zu werden.
care-say-clinician-first = Zeig die Zeilen unten. Frag, ob du üben darfst und ob es Grenzen gibt.
care-stop = Keine Übungen, bis du angesehen wurdest.

meanwhile-title = Bis dahin
meanwhile-walking = Gehen in leichtem Tempo ist in Ordnung, solange es angenehm ist.
meanwhile-no-walking = Bitte geh nicht zum Üben, bis jemand es angesehen hat. Nur die Schritte des Alltags.
meanwhile-diary = Notier deinen Schmerz einmal am Tag. Das hilft der Person, die dich ansieht.
meanwhile-read = Lesenswert, während du wartest
meanwhile-clearance = Zurück vom Termin? Trag ein, was gesagt wurde, mit Datum und Grenzen, und dein Plan öffnet sich.

safety-net-title = Wann du sofort Hilfe holst
safety-net-body = Was immer du heute geantwortet hast: Das hier braucht sofort Hilfe, wenn es anfängt.
safety-net-1 = Taubheit um After, Genitalien oder Innenseiten der Oberschenkel
safety-net-2 = Neue Probleme, Wasser zu lassen oder den Stuhl zu halten
safety-net-3 = Schmerz, Taubheit oder Schwäche in beiden Beinen, oder ein Bein, das schwächer wird
safety-net-4 = Brustschmerz, Ohnmachtsgefühl oder ein kaltes, blasses Bein
safety-net-5 = Fieber mit starkem Schmerz, oder ein Sturz, nach dem du nicht stehen kannst
safety-net-mind = Wenn du das Gefühl hast, nicht mehr weiterzukönnen, sprich heute mit jemandem.
safety-net-crisis-line = Menschen, die zuhören, erreichst du unter { $number }, Tag und Nacht.
safety-net-crisis-unknown = Deine Arztpraxis, der Notruf oder eine Krisenlinie in deinem Land hört zu, Tag und Nacht.
emergency-number-known = Notruf: { $number }
emergency-number-unknown = Ruf deinen örtlichen Notruf an (112, 999, 911, 000).

check-in-line = Etwas Neues aus dieser Liste?
check-in-nothing-new = Nichts Neues
due-two-weeks = Zwei Wochen sind um, darum stellen wir die Sicherheitsfragen noch einmal.
due-fall = Nach einem Sturz stellen wir die Sicherheitsfragen noch einmal.
due-more-pain = Dein Schmerz ist um drei oder mehr gestiegen, darum stellen wir die Sicherheitsfragen noch einmal.
due-flare = Zwei Tage mit deutlich mehr Schmerz als sonst, darum stellen wir die Sicherheitsfragen noch einmal.
due-leg-symptoms = Etwas Neues zieht ins Bein, darum stellen wir die Sicherheitsfragen noch einmal.

book-visit = Einen Termin wert. Mach einen aus; anfangen kannst du schon.
unanswered-title = Noch offen
unanswered-required = Es gibt keinen Plan, bis das beantwortet ist.
unanswered-again = Deine Antworten passen hier nicht zusammen. Bitte sieh noch einmal nach.

## Why: one sentence for each rule

reason-E1 = Taubheit im Sattelbereich kann Druck auf die Nerven von Blase und Darm bedeuten. Stunden zählen.
reason-E2 = Neue Probleme mit Blase oder Darm können Druck auf deren Nerven bedeuten. Stunden zählen.
reason-E3 = Neu verlorenes sexuelles Empfinden zusammen mit Rücken- oder Beinschmerz kann Druck auf dieselben Nerven bedeuten. Stunden zählen.
reason-E4 = Beide Beine neu betroffen, das kann Druck auf viele Nerven zugleich bedeuten. Stunden zählen.
reason-E5-new = Ein Bein, das schwächer geworden ist, sollte heute untersucht werden.
reason-E5-severe = Ein Bein, das nicht mehr gehorcht oder schwächer wird, muss sofort angesehen werden.
reason-E6 = Plötzlicher heftiger Schmerz mit Ohnmachtsgefühl, oder eine ausgebuchtete Schlagader mit neuem Schmerz, kann eine Blutung sein.
reason-E7 = Nach schwerem Sturz oder Unfall mit so viel Schmerz muss ein Bruch ausgeschlossen sein, bevor du dich bewegst.
reason-E8 = Eine Hüfte, die plötzlich kein Gewicht trägt, kann gebrochen oder aus der Pfanne sein.
reason-E9 = Heftiger Schmerz mit Fieber und starkem Krankheitsgefühl kann eine schwere Infektion sein.
reason-E10-calf = Eine geschwollene, heiße, druckempfindliche Wade kann ein Gerinnsel sein. Das sollte heute angesehen werden.
reason-E10-limb = Ein kaltes, blasses Bein, Brustschmerz oder Atemnot kann nicht warten.
reason-E11 = Plötzlicher Hodenschmerz, oder Schmerz oder Blutung in der Schwangerschaft, kann nicht warten.
reason-E12 = Neu unsichere oder ungeschickte Beine oder Hände können Druck auf das Rückenmark bedeuten.
reason-S1 = Neuer oder wachsender Schmerz nach einer Krebserkrankung sollte heute angesehen werden.
reason-S1-with-nerves = Eine Krebserkrankung, gleich wann, zusammen mit Schwäche, Unsicherheit oder gürtelförmigem Schmerz muss sofort angesehen werden.
reason-S2 = Gürtelförmiger Schmerz, der nie nachlässt, sollte heute angesehen werden.
reason-S2-unsteady = Gürtelförmiger Schmerz mit unsicheren Beinen kann Druck auf das Rückenmark bedeuten.
reason-S3 = Schmerz mit Fieber oder erhöhtem Infektionsrisiko sollte heute angesehen werden.
reason-S4-mild = Schmerz nach einem kleinen Stoß, bei vielleicht dünnen Knochen, sollte angesehen werden, bevor du den Rücken belastest.
reason-S4 = Neuer oder starker Schmerz nach einem kleinen Stoß, bei vielleicht dünnen Knochen, kann ein Bruch sein.
reason-S5 = Leistenschmerz, der beim Laufen zunimmt und beim Hüpfen wehtut, kann ein ermüdeter Knochen sein. Kein Laufen oder Springen.
reason-S6 = Brennen oder Blut im Urin, oder Fieber oder Erbrechen mit einseitigem Schmerz, deutet auf eine Niere.
reason-S7 = Einseitiger Ausschlag mit dem Schmerz kann Gürtelrose sein, und Tabletten wirken früh am besten.
reason-S8 = Starker Schmerz oder ein schwaches Bein unter Blutverdünnern kann eine Blutung sein.
reason-S9 = Ein schwerer Unfall sollte vor allem anderen untersucht werden.
reason-C1 = Gewichtsverlust oder Müdigkeit ohne Grund sollte angesehen werden, bevor du anfängst.
reason-C1-with-cancer = Gewichtsverlust oder Müdigkeit nach einer Krebserkrankung sollte heute angesehen werden.
reason-C2-three = Drei Zeichen einer entzündeten Wirbelsäule: Frag in der Arztpraxis nach einem Bluttest (HLA-B27). Bewegung gehört dazu.
reason-C2-four = Vier oder mehr Zeichen einer entzündeten Wirbelsäule: Frag in der Arztpraxis nach Spondyloarthritis. Bewegung gehört dazu.
reason-C3 = Tiefer Leistenschmerz mit dieser Vorgeschichte: Zuerst sollte ein Bild der Hüfte kommen. Bitte nicht zum Üben gehen.
reason-C4-known = Eine bekannte, unveränderte Nervenreizung: Bewegungen, die am Nerv ziehen, bleiben weg.
reason-C4-new = Taubheit oder Schwäche unterhalb des Knies sollte einmal untersucht werden, bevor du anfängst.
reason-C5-known = Ein bekannter enger Kanal: Bewegungen ins Hohlkreuz bleiben weg.
reason-C5-new = Beine, die beim Gehen schwer werden, sollten einmal untersucht werden, bevor du anfängst.
reason-C6 = Ein erster Rückenschmerz in deinem Alter: Sprich ihn beim nächsten Termin an.
reason-C6-with-weight-loss = Ein erster Rückenschmerz in deinem Alter zusammen mit Gewichtsverlust oder Müdigkeit sollte zuerst angesehen werden.
reason-C6-with-bump = Ein erster Rückenschmerz in deinem Alter nach einem Stoß sollte zuerst angesehen werden.
reason-C7 = So kurz nach einer Operation, oder solange Auflagen gelten, entscheidet die Chirurgie, wann du anfängst.
reason-C8 = In der Schwangerschaft und nach der Geburt bleiben einige Bewegungen weg.
reason-C8-complicated = Bei Komplikationen entscheidet deine Hebamme oder Arztpraxis, wann du anfängst.
reason-C8-unsure = Du bist vielleicht schwanger, darum lassen wir weg, was nicht passen würde.
reason-C9-no-better = Sechs Wochen ohne Besserung: ein Termin lohnt sich.
reason-C9-worse = Sechs Wochen und es wird schlechter: Jemand sollte es ansehen, bevor du weitermachst.
reason-C10 = Schmerz, der ständig da ist, wächst und durch nichts nachlässt, sollte zuerst angesehen werden.
reason-P1 = Herz und Lunge gehen vor: Besprich Bewegungsübungen in der Arztpraxis.
reason-groin-later-in-life = Leistenschmerz nach 50 mit Treppen oder steifer Hüfte kann vom Gelenk kommen. Bewegung bleibt der erste Schritt; mach auch einen Termin aus.
reason-spinal-fusion-unsettled = Nach einer Versteifung der Wirbelsäule brauchen wir das Datum, mindestens zwölf Wochen und das Wort der Chirurgie.
reason-hip-replacement-posterior-unsettled = Nach einem Hüftersatz brauchen wir das Datum, mindestens zwölf Wochen und das Wort der Chirurgie.
reason-hip-replacement-anterior-unsettled = Nach einem Hüftersatz brauchen wir das Datum, mindestens zwölf Wochen und das Wort der Chirurgie.
reason-recent-surgery-unsettled = Nach einer Operation brauchen wir das Datum, mindestens zwölf Wochen und das Wort der Chirurgie.
reason-hip-replacement-approach = Wir müssen wissen, von welcher Seite die Hüfte ersetzt wurde. Frag nach dem Operationsbericht.
reason-spinal-fusion-with-hip-replacement = Eine versteifte Wirbelsäule und eine ersetzte Hüfte zusammen: Eine Fachperson sollte beides freigeben.
reason-unsure = Du warst nicht sicher. Das nehmen wir ernst: Lass es ansehen.
reason-cleared = Eine Fachperson hat es angesehen und gesagt, dass du in ihren Grenzen anfangen darfst.
reason-precaution = Etwas, worauf du achtest: Was nicht dazu passt, bleibt weg.
reason-limits = Eine Fachperson hat Grenzen gesetzt. Wir halten uns daran.
reason-not-for-age = Counterpose ist für Erwachsene gemacht. Unter 18 geh bitte in eine Arzt- oder Physiotherapie-Praxis.
reason-not-for-site = Counterpose ist für Rücken und Hüften gemacht. Geht es nur um Nacken, Schulter oder Arm, geh bitte in eine Arzt- oder Physiotherapie-Praxis.

## The page that `counterpose check` prints

check-title-first = Was zuerst zu tun ist
check-title-start = Wo wir anfangen
check-title-dose = Wie viel
check-who = Wer dich ansehen sollte
check-when = Wie bald
check-how = Wie
check-points =
    { $points ->
        [one] { $points } Punkt
       *[other] { $points } Punkte
    }
check-side-left = links
check-side-right = rechts
check-sets =
    { $n ->
        [one] { $n } Durchgang
       *[other] { $n } Durchgänge
    }
check-repetitions =
    { $n ->
        [one] einmal
       *[other] { $n }-mal
    }
check-hold = { $n } s halten
check-duration = { $n } min
check-each-side = jede Seite: { $dose }
check-two-sides = links: { $left }; rechts: { $right }
check-also = Auch: { $pattern }
check-week = Ab Woche { $week }:
check-habits = Zwischen den Einheiten:
check-every-day = jeden Tag
check-days-a-week =
    { $n ->
        [one] an einem Tag pro Woche
       *[other] an { $n } Tagen pro Woche
    }
check-twice = zweimal am Tag
check-grows = Bis Woche { $week }: { $dose }
check-goal = Für dein Ziel: { $goal }
check-goal-all = Alles dient deinem Ziel: { $goal }
check-from = Anlass: { $from }
check-would-change = Was unsere Meinung ändern würde: { $what }
check-title-ladder = Dein Weg nach oben
check-at-a-stretch = { $n } Minuten am Stück
check-rung = Woche { $week }: { $what }
check-title-besides = Lesenswert
check-talk = Mit jemandem zu reden, dem du vertraust, oder mit deiner Arztpraxis, kann so viel helfen wie Bewegung.
check-more = und { $n } weitere
activity-sitting = Sitzen
activity-rising-from-sitting = Aufstehen
activity-driving = Fahren
activity-standing = Stehen
activity-walking = Gehen
activity-stairs = Treppen
activity-bending-forward = Bücken
activity-bending-back = Strecken nach hinten
activity-twisting = Drehen
activity-lifting = Heben
check-every-minutes = alle { $minutes } Minuten
check-session = Eine Einheit dauert etwa { $minutes } Minuten. Nach { $days } Tagen sehen wir wieder nach.
