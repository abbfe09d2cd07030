### Parts of the body, in words one can use.

structure-abdominal-obliques = schräge Bauchmuskeln (Obliqui)
structure-adductors = Innenseite des Oberschenkels (Adduktoren)
structure-ankle-joint = Sprunggelenk
structure-anterior-hip-capsule = Vorderseite des Hüftgelenks
structure-biceps-femoris = äußere Oberschenkelrückseite (Biceps femoris)
structure-cervical-spine = Nacken
structure-deep-hip-rotators = tiefe Drehmuskeln der Hüfte
structure-diaphragm = Atemmuskel (Zwerchfell)
structure-erector-spinae = lange Rückenmuskeln (Erector spinae)
structure-femoral-nerve = Nerv vorn am Oberschenkel (Nervus femoralis)
structure-gastrocnemius = Wade (Gastrocnemius)
structure-gluteus-maximus = großer Gesäßmuskel (Gluteus maximus)
structure-gluteus-medius = Muskel seitlich an der Hüfte (Gluteus medius)
structure-gluteus-minimus = kleiner Muskel seitlich an der Hüfte (Gluteus minimus)
structure-hamstrings = Oberschenkelrückseite (ischiokrurale Muskeln)
structure-hip-joint = Hüftgelenk
structure-iliacus = Vorderseite der Hüfte (Iliacus)
structure-knee-joint = Knie
structure-latissimus-dorsi = breiter Rückenmuskel (Latissimus dorsi)
structure-lumbar-spine = unterer Rücken
structure-multifidus = kleine tiefe Rückenmuskeln (Multifidi)
structure-pectoralis-major = Brustmuskel (Pectoralis major)
structure-pelvic-floor = Beckenboden
structure-piriformis = tiefer Gesäßmuskel (Piriformis)
structure-posterior-hip-capsule = Rückseite des Hüftgelenks
structure-psoas-major = tiefe Hüftvorderseite (Psoas)
structure-quadratus-lumborum = Seite des unteren Rückens (Quadratus lumborum)
structure-quadriceps = Oberschenkelvorderseite (Quadrizeps)
structure-rectus-abdominis = gerader Bauchmuskel (Rectus abdominis)
structure-rectus-femoris = gerader Oberschenkelmuskel (Rectus femoris)
structure-sciatic-nerve = Nerv an der Beinrückseite (Ischiasnerv)
structure-soleus = tiefe Wade (Soleus)
structure-tensor-fasciae-latae = vordere Hüftseite (Tensor fasciae latae)
structure-thoracic-spine = oberer Rücken
structure-transversus-abdominis = tiefer Bauchmuskel (Transversus abdominis)

# Which side of the body a target means.
structure-of-worked = { $structure }
structure-of-opposite = { $structure }, andere Seite
structure-of-rear-leg = { $structure }, hinteres Bein
