### Parts of the body, in words one can use.

structure-abdominal-obliques = slanting belly muscles (obliques)
structure-adductors = inner-thigh muscles (adductors)
structure-ankle-joint = ankle
structure-anterior-hip-capsule = front of the hip joint
structure-biceps-femoris = outer back of the thigh (biceps femoris)
structure-cervical-spine = neck
structure-deep-hip-rotators = deep turning muscles of the hip
structure-diaphragm = breathing muscle (diaphragm)
structure-erector-spinae = long back muscles (erector spinae)
structure-femoral-nerve = nerve at the front of the thigh (femoral nerve)
structure-gastrocnemius = calf (gastrocnemius)
structure-gluteus-maximus = large seat muscle (gluteus maximus)
structure-gluteus-medius = muscle at the side of the hip (gluteus medius)
structure-gluteus-minimus = small muscle at the side of the hip (gluteus minimus)
structure-hamstrings = back of the thigh (hamstrings)
structure-hip-joint = hip joint
structure-iliacus = front of the hip (iliacus)
structure-knee-joint = knee
structure-latissimus-dorsi = broad back muscle (latissimus dorsi)
structure-lumbar-spine = low back
structure-multifidus = small deep back muscles (multifidus)
structure-pectoralis-major = chest muscle (pectoralis major)
structure-pelvic-floor = pelvic floor
structure-piriformis = deep seat muscle (piriformis)
structure-posterior-hip-capsule = back of the hip joint
structure-psoas-major = deep front of the hip (psoas)
structure-quadratus-lumborum = side of the low back (quadratus lumborum)
structure-quadriceps = front of the thigh (quadriceps)
structure-rectus-abdominis = straight belly muscle (rectus abdominis)
structure-rectus-femoris = straight front-of-thigh muscle (rectus femoris)
structure-sciatic-nerve = nerve down the back of the leg (sciatic nerve)
structure-soleus = deep calf (soleus)
structure-tensor-fasciae-latae = front side of the hip (tensor fasciae latae)
structure-thoracic-spine = upper back
structure-transversus-abdominis = deep belly muscle (transversus abdominis)

# Which side of the body a target means.
structure-of-worked = { $structure }
structure-of-opposite = { $structure }, other side
structure-of-rear-leg = { $structure }, rear leg
