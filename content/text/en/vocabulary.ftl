### Names of prompts and movements, as a person reads them. Positions, things and grades stand in ui.ftl.

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
tag-mid-range = easy movement short of every end
