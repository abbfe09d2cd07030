### Six cards to read. Each body has at most 90 words.

education-outlook-title = Wie es meistens weitergeht
education-outlook-body = Die meisten Rücken- und Hüftschmerzen sind kein Zeichen für etwas Ernstes: Von etwa 1.200 Menschen, die mit neuen Rückenschmerzen in eine Arztpraxis kamen, hatten 11 eine ernste Ursache. Schmerz kommt und geht, und oft lässt er nach, ohne dass etwas repariert wird. Bewegung hilft im Durchschnitt ein wenig, und keine Art ist klar die beste. Was du beibehältst, zählt mehr als das, was du auswählst. Gib dir Wochen statt Tage und miss es daran, was du wieder kannst.

education-hurt-title = Schmerz heißt nicht Verletzung
education-hurt-body = Ein schmerzender Rücken kann empfindlich sein, ohne verletzt zu sein. In Studien ging es Menschen, deren Übungen etwas wehtaten, nicht schlechter als denen, die jeden Schmerz mieden; anfangs ging es ihnen etwas besser, später gleich. Nimm darum eine Ampel. Grün: höchstens 2 Punkte über dem Anfang, am nächsten Morgen beruhigt. Gelb: mehr, oder noch nicht beruhigt; mach nächstes Mal weniger. Rot: 5 Punkte darüber, neue Zeichen im Bein oder ein Bein, das wegknickt; hör auf und prüfe neu.

education-flares-title = Wenn es aufflammt
education-flares-body = Ein Schub ist Schmerz, der einen Tag oder länger deutlich über dem Üblichen liegt. Das ist häufig und geht vorbei. Sieh zuerst die Liste der Warnzeichen durch. Mach dann zwei bis fünf Tage lang die Hälfte, mit leichter Bewegung und kurzen Wegen statt Bettruhe. Such Haltungen, die guttun, und wechsle sie oft. Wenn es sich beruhigt, steigere dich in kleinen Schritten. Ein Schub erzählt von den letzten Tagen. Er sagt wenig darüber, wo du in einem Monat stehst.

education-sleep-title = Schlaf und Schmerz
education-sleep-body = Eine schlechte Nacht kann den nächsten Tag schmerzhafter machen, und ein schmerzhafter Tag kann die Nacht stören. Nichts davon ist deine Schuld. Was viele hilfreich finden: zur gleichen Zeit aufstehen, sich bei Tageslicht bewegen, vor dem Schlafen ruhig atmen, beim Aufwachen die Lage wechseln. Keine Lage ist die richtige. Auf der Seite kann ein Kissen zwischen den Knien helfen, auf dem Rücken eines darunter. Schmerz, der dich jede Nacht weckt und den keine Lage lindert, gehört zu einer Fachperson.

education-work-title = Arbeit und Sitzen
education-work-body = Es gibt nicht die eine richtige Haltung. Langes Sitzen geht in vielen Umfragen mit Rückenschmerz einher, aber sie können nicht sagen, was zuerst da war. In einer Studie mit Büroangestellten beugten kurze Pausen und häufiges Verlagern jeweils neuen Rückenschmerzen besser vor als keines von beiden. Also wechsle: verlagern, stehen, gehen, zurückkommen. Braucht eine Aufgabe immer dieselbe Seite, wechsle zeitweise die Hand. Frag bei der Arbeit früh nach kleinen Änderungen; in irgendeiner Form weiterzuarbeiten ist meist besser, als auf schmerzfreie Tage zu warten.

education-scans-title = Was ein Bild sagen kann und was nicht
education-scans-body = Ein Bild lohnt sich, wenn Warnzeichen auf etwas deuten, bei dem es etwas ändern würde. Ohne sie raten Leitlinien bei Rückenschmerz von Routinebildern ab. Abgenutzte oder vorgewölbte Bandscheiben zeigen die Bilder vieler Menschen, denen es gut geht, mit dem Alter öfter; bei Jüngeren mit Schmerz allerdings etwas häufiger. Auch Becken und Beine sind selten auf beiden Seiten gleich. Hast du einen Befund voller langer Wörter, frag die Person, die das Bild veranlasst hat, welche davon ändern, was du tun sollst.
