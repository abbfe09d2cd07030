### Exercises: names, steps, what it should feel like, and what is said aloud. Steps and cues have at most 12 words.

## Starter set: on a chair and on the feet

seated-glute-squeeze-name = Seated squeeze
seated-glute-squeeze-synonyms = foot screw, glute set, isometric hip turn-out
seated-glute-squeeze-summary = You screw your feet into the floor and squeeze the seat muscles, without moving.
seated-glute-squeeze-feel = A firm squeeze at the side and back of each hip.
seated-glute-squeeze-not-feel = Strain in the knees, or held breath.
seated-glute-squeeze-step-1 = Sit tall, both heels flat and level with each other.
seated-glute-squeeze-step-2 = Press both heels down evenly.
seated-glute-squeeze-step-3 = Drag the heels gently inward; they do not really move.
seated-glute-squeeze-step-4 = Let the knees drift outward.
seated-glute-squeeze-step-5 = Put a hand on the muscle and find the squeeze.
seated-glute-squeeze-step-6 = Hold, breathe, let go. It may take days to make sense.
seated-glute-squeeze-cue-heels = Feel both heels on the floor.
seated-glute-squeeze-cue-drag = Drag your heels gently inward.
seated-glute-squeeze-cue-knees = Let your knees drift outward.
seated-glute-squeeze-cue-find = Put a hand on your seat. Find the muscle.
seated-glute-squeeze-cue-squeeze = Squeeze. Keep breathing.

seated-weight-shift-name = Sit shift
seated-weight-shift-synonyms = sit-bone rock, ischial rock, seated weight shift
seated-weight-shift-summary = You move your weight over your sit bones: side to side, then back and front.
seated-weight-shift-feel = The weight rolls from one sit bone to the other; the back moves a little.
seated-weight-shift-not-feel = Any stretch or effort. This is easy movement.
seated-weight-shift-step-1 = Sit towards the front, both feet flat.
seated-weight-shift-step-2 = Roll your weight onto one sit bone, then the other.
seated-weight-shift-step-3 = Then roll back, and roll forward onto their front edge.
seated-weight-shift-step-4 = Go slowly, stay easy, end where it feels even.
seated-weight-shift-cue-sides = Roll onto one sit bone, then the other.
seated-weight-shift-cue-front-back = Now back, then forward.

sit-to-stand-name = Sit to stand
sit-to-stand-synonyms = chair squat, chair stand
sit-to-stand-summary = You stand up from a chair and sit down again slowly.
sit-to-stand-feel = Work in the thighs and the seat.
sit-to-stand-not-feel = Pain over 5 of 10 in a knee, or a drop into the chair.
sit-to-stand-step-1 = Use a firm chair without wheels, its back to a wall.
sit-to-stand-step-2 = Sit at the front edge, feet under the knees.
sit-to-stand-step-3 = Lean forward from the hips, nose over toes.
sit-to-stand-step-4 = Push the floor away and stand tall.
sit-to-stand-step-5 = Sit down slowly; use your hands if you like.
sit-to-stand-cue-stand = Lean forward, stand up, and sit down slowly.
sit-to-stand-variant-high-seat = From a higher seat, with the hands helping

walking-programme-name = Walk
walking-programme-synonyms = walking programme, building up a walk
walking-programme-summary = You walk at a comfortable pace and add a few minutes each week.
walking-programme-feel = Easy breathing; you could still talk. Loose hips afterwards.
walking-programme-not-feel = Pain or heaviness that spreads down a leg.
walking-programme-step-1 = Wear comfortable shoes; go where you like to be.
walking-programme-step-2 = Start at an easy pace and let the arms swing.
walking-programme-step-3 = Turn round while it still feels easy.
walking-programme-step-4 = Add about five minutes a week, up to thirty.
walking-programme-cue-walk = Walk at an easy pace. Let your arms swing.
walking-programme-variant-with-rests = In short stretches with a rest between
