### Names of positions, purposes, sides, roles, grades, things and movements, as a person reads them.

position-walking = walking
position-standing = standing
position-sitting = sitting on a chair
position-half-kneeling = half kneeling
position-hands-and-knees = on hands and knees
position-floor-sitting = sitting on the floor
position-side-lying = lying on the side
position-prone = lying face down
position-supine = lying on the back

purpose-lengthening = lengthening
purpose-strength = strength
purpose-trunk = trunk
purpose-mobility = easy movement
purpose-walking = walking
purpose-nerve-glide = nerve glide
purpose-breathing = breathing

laterality-both = both sides at once
laterality-each = one side, then the other
laterality-alternating = left and right in turn

role-lengthens = lengthens
role-strengthens = strengthens
role-moves = moves

grade-high = several good trials agree
grade-moderate = some trials, some doubt
grade-low = few or small studies
grade-very-low = very little, or indirect
grade-opinion = experience and reasoning only

equipment-band = elastic band
equipment-block = firm block or thick book
equipment-towel = towel
equipment-strap = strap or belt
equipment-chair = firm chair
equipment-wall = free wall
equipment-step = step
equipment-ball = ball
equipment-cushion = cushion

prompt-every-minutes = every so often while you sit
prompt-before-driving = before you drive
prompt-on-waking = after waking
prompt-evening = in the evening
prompt-daily = once a day
prompt-logged = whenever it happens, to note down

tag-lumbar-flexion-end = bends the low back forward to its end
tag-lumbar-flexion-loaded = bends the low back forward against load
tag-lumbar-extension-end = arches the low back to its end
tag-lumbar-rotation-end = turns the low back to its end
tag-hip-flexion-gt90 = bends the hip past a right angle
tag-hip-flexion-adduction-ir = bends the hip, draws it across and turns it in
tag-hip-extension-end = takes the hip back to its end
tag-hip-er-end = turns the hip out to its end
tag-hip-er-extended = turns the hip out while it is stretched back
tag-hip-ir-end = turns the hip in to its end
tag-hip-abduction-end = takes the leg out sideways to its end
tag-knee-flexion-end = bends the knee to its end
tag-knee-torsion = puts a twist on the knee
tag-supine-flat-prolonged = flat on the back for a while
tag-prone = face down
tag-kneeling = on the knees
tag-single-leg-balance = standing on one leg
tag-asymmetric-load = loads one side and not the other
tag-impact = running, jumping, hopping
tag-breath-hold = tempts you to hold your breath
tag-nerve-tension = can pull on a nerve
tag-deep-pressure = hard pressure on soft tissue
tag-passive-end-range = pulled to the end of range from outside
tag-spinal-load = load along the spine
