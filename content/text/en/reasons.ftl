### Why something is in the plan or not.
### Keys: precaution-<id>, left-out-<id>, change-<rule>, rule-<rule>, pattern-<id>, finding-<id>.

## Take care with

precaution-spinal-fusion = Spinal fusion
precaution-disc-radiculopathy = A disc or nerve in the low back
precaution-spinal-stenosis = A narrow spinal canal
precaution-spondylolisthesis = A slipped vertebra
precaution-hip-replacement-posterior = Hip replacement from behind
precaution-hip-replacement-anterior = Hip replacement from the front
precaution-fai-labral = Hip pinching or a torn rim of the joint
precaution-hip-osteoarthritis = A worn hip joint
precaution-osteoporosis = Thin bones, or an old break from a small fall
precaution-pregnancy = Pregnancy
precaution-postpartum = The first months after birth
precaution-pelvic-girdle-pain = Pain in the joints of the pelvis
precaution-hypermobility = Very mobile joints
precaution-knee-problem = A painful or injured knee
precaution-recent-surgery = An operation not long ago
precaution-anticoagulants = Blood thinners or a bleeding disorder
precaution-poor-balance = Unsure on your feet

## Not for you now

left-out-title = Not for you now
left-out-kind-precaution = Left out for safety
left-out-kind-means = Needs something you do not have
left-out-kind-choice = Not yet
left-out-spinal-fusion = Bends, arches or twists a fused back further than is wise now.
left-out-disc-radiculopathy = Pulls on the nerve or loads a bent back.
left-out-spinal-stenosis = Arches the low back to its end.
left-out-spondylolisthesis = Arches the low back to its end.
left-out-hip-replacement-posterior = Bends or turns a hip replaced from behind too far.
left-out-hip-replacement-anterior = Takes a hip replaced from the front too far back.
left-out-fai-labral = Bends the hip into the pinch.
left-out-hip-osteoarthritis = Forces a stiff hip to the end of its turn.
left-out-osteoporosis = Rounds or twists the back under load; not with thin bones.
left-out-pregnancy = Does not suit pregnancy: on the back or front for long, or under strain.
left-out-postpartum = Too much strain so soon after birth.
left-out-pelvic-girdle-pain = Loads one side of the pelvis more than the other.
left-out-hypermobility = Hangs in the end of a joint that is mobile enough.
left-out-knee-problem = Kneels on, twists or fully bends the knee.
left-out-recent-surgery = Too much strain so soon after an operation.
left-out-anticoagulants = Presses hard on soft tissue; bruises easily on blood thinners.
left-out-poor-balance = Needs a sure stand on one leg.
left-out-leg-symptoms = May pull on the nerve while something goes down your leg.
left-out-clinician-limit = A clinician has ruled this movement out.
left-out-direction = Repeating this movement made it worse.
left-out-unknown-precautions = We do not know yet what you should take care with. Answer that, and more opens.
left-out-unknown-age = We do not know your age yet. Answer that, and more opens.
left-out-starter-first = The first week stays small on purpose. More is offered after it.
left-out-kneeling = Needs kneeling.
left-out-floor = Needs the floor.
left-out-lying = Needs lying down.
left-out-band = Needs an elastic band.
left-out-block = Needs a firm block or thick book.
left-out-towel = Needs a towel.
left-out-strap = Needs a strap or belt.
left-out-chair = Needs a firm chair.
left-out-wall = Needs a free wall.
left-out-step = Needs a step.
left-out-ball = Needs a ball.
left-out-cushion = Needs a cushion.

## Rules and what would change our mind

rule-starter-first = Everybody starts with the same short set on a chair.
change-starter-first = Pain more than 2 above the start, or not settled by the next morning: then we make it smaller.

## Where to start

pattern-one-hip-higher = One side works differently
pattern-front-of-hip = Front of the hip
pattern-back-of-hip = Back of the hip
pattern-hip-rotation = Hip turning
pattern-uneven-sitting = Uneven sitting and driving
pattern-sedentary-stiffness = Stiff from sitting
pattern-general = General programme
confidence-none = No clear sign
confidence-weak = Weak hint
confidence-moderate = Fair hint

## What answers and measures amount to

finding-thomas-thigh = The hanging thigh stays above level
finding-thomas-thigh-difference = One thigh hangs higher than the other
finding-thomas-knee-difference = One knee hangs straighter than the other
finding-straight-leg-raise-difference = One straight leg lifts less than the other
finding-knee-extension-short = The knee stops short of straight with the thigh upright
finding-knee-extension-difference = One knee stops shorter of straight than the other
finding-stretch-felt-below-knee = The stretch is felt below the knee or as tingling: a nerve
finding-hip-internal-rotation-low = The hip turns in less than most
finding-hip-internal-rotation-very-low = The hip hardly turns in
finding-hip-internal-rotation-difference = One hip turns in less than the other
finding-hip-rotation-difference = One hip turns less than the other, in and out together
finding-figure-four-difference = One knee stays higher in the figure-four
finding-pelvic-obliquity = One side of the pelvis stands higher
finding-pelvis-drops-one-side = On one leg the pelvis drops or the trunk leans, on the other not
finding-single-leg-stance-difference = You stand for a shorter time on one leg
finding-side-lying-abduction-difference = Lifting the top leg is harder to control on one side
finding-forward-bend-short = Fingers stay well above the floor in bending
finding-sit-to-stand-low = Fewer stands in half a minute than most of your age
finding-ninety-ninety-not-tall = Sitting tall with both knees at right angles does not work
finding-several-mild-limits = Several small limits, alike on both sides
finding-pain-upright-eased-by-sitting = Worse standing, walking or arching, better sitting
finding-pain-only-folded = Worse only with sitting or bending
finding-pain-bending-or-sitting-long = Worse with bending or long sitting
finding-worse-on-drives = Worse on drives
finding-eased-by-leaving-the-car = Eases on leaving the car
finding-eased-by-sitting = Better sitting
finding-one-sided = The pain is on one side
finding-leans-to-one-side = You often sit or stand on one side
finding-groin-pain = Pain in the groin
finding-stairs-hurt = Stairs hurt
finding-nerve-signs-in-the-leg = Something goes below the knee, or the leg is weak
finding-stiff-after-rest = Stiff for a while after the night or a long sit
finding-stiff-for-long = Stiff for more than an hour in the morning
finding-long-sitting = Six hours or more of sitting a day
finding-long-driving = An hour or more of driving a day
finding-little-activity = Little brisk movement in the week
finding-fused-spine = Part of the spine is fused, so hips turn more
finding-noted = Noted, not counted: studies do not separate people by it.
finding-in-error = Within what the test cannot tell apart.
