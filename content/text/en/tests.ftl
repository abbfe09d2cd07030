### Home self-tests: what each is, how it is done, what it asks by feel and by number, and what the phone says.
### Keys: test-<id>-name, -about, -step-N, -<value>, -<value>-<choice>, -number, -zero; tilt-... for the phone.

## Stand up and sit down for half a minute

test-sit-to-stand-30s-name = Standing up from a chair
test-sit-to-stand-30s-about = How easily your hips and legs lift you.
test-sit-to-stand-30s-step-1 = Put a firm chair against a wall and sit on it.
test-sit-to-stand-30s-step-2 = Cross your arms on your chest, feet under your knees.
test-sit-to-stand-30s-step-3 = Stand up fully and sit down again, five times.
test-sit-to-stand-30s-step-4 = For the number: count whole stands for half a minute.
test-sit-to-stand-30s-count = How do five stands go?
test-sit-to-stand-30s-count-easily = Easily
test-sit-to-stand-30s-count-effort = With some effort
test-sit-to-stand-30s-count-hands = Only with my hands
test-sit-to-stand-30s-number = Whole stands in half a minute

## Hanging thigh

test-thomas-name = Hanging thigh
test-thomas-about = How far the front of each hip lets go.
test-thomas-step-1 = Sit on the very edge of a firm bed or table.
test-thomas-step-2 = Roll back and hug both knees until your back is flat.
test-thomas-step-3 = Keep one knee hugged. Your low back stays down.
test-thomas-step-4 = Let the other leg hang over the edge.
test-thomas-step-5 = Give it ten seconds to sink, then look along the thigh.
test-thomas-step-6 = Hug both knees again before you change sides.
test-thomas-thigh-deg = Where does the hanging thigh come to rest?
test-thomas-thigh-deg-below = Below level
test-thomas-thigh-deg-level = About level
test-thomas-thigh-deg-above = Clearly above level, a hand and more
test-thomas-pelvis-held = Did your low back stay flat and the other knee hugged?
test-thomas-pelvis-held-yes = Yes
test-thomas-pelvis-held-no = Not quite
test-thomas-number = Thigh from level; below level is minus
test-thomas-zero = Sit on the edge, thighs flat on the bed.

## Turning the hip in

test-hip-internal-rotation-name = Turning the hip in
test-hip-internal-rotation-about = How far each hip turns in while you sit.
test-hip-internal-rotation-step-1 = Sit high enough that your shins hang free.
test-hip-internal-rotation-step-2 = Put a towel under the knee, so the thigh is level.
test-hip-internal-rotation-step-3 = Hands on your hips; both sit bones stay down.
test-hip-internal-rotation-step-4 = Swing the foot outward as far as is easy.
test-hip-internal-rotation-step-5 = Hold it there, then let it come back.
test-hip-internal-rotation-deg = How far does the foot swing outward?
test-hip-internal-rotation-deg-well = Well out, a foot’s length and more
test-hip-internal-rotation-deg-some = Half of that
test-hip-internal-rotation-deg-hardly = Hardly at all
test-hip-internal-rotation-number = Shin from hanging
test-hip-internal-rotation-zero = Sit and let the shin hang.

## Turning the hip out

test-hip-external-rotation-name = Turning the hip out
test-hip-external-rotation-about = How far each hip turns out while you sit.
test-hip-external-rotation-step-1 = Sit high enough that your shins hang free.
test-hip-external-rotation-step-2 = Put a towel under the knee, so the thigh is level.
test-hip-external-rotation-step-3 = Hands on your hips; both sit bones stay down.
test-hip-external-rotation-step-4 = Swing the foot inward, across the other, as far as is easy.
test-hip-external-rotation-step-5 = Hold it there, then let it come back.
test-hip-external-rotation-deg = How far does the foot swing inward?
test-hip-external-rotation-deg-well = Well in, a foot’s length and more
test-hip-external-rotation-deg-some = Half of that
test-hip-external-rotation-deg-hardly = Hardly at all
test-hip-external-rotation-number = Shin from hanging
test-hip-external-rotation-zero = Sit and let the shin hang.

## Straightening the knee with the thigh upright

test-knee-extension-90-name = Knee straight, thigh upright
test-knee-extension-90-about = How far the back of the thigh lets the knee straighten.
test-knee-extension-90-step-1 = Lie on your back, the other leg flat.
test-knee-extension-90-step-2 = Hold behind one thigh and keep it straight up.
test-knee-extension-90-step-3 = Straighten that knee slowly until it first holds you back.
test-knee-extension-90-step-4 = Stay two seconds and look how bent the knee still is.
test-knee-extension-90-step-5 = Notice where you feel it, then let the leg down.
test-knee-extension-90-short-of-straight-deg = How bent does the knee stay?
test-knee-extension-90-short-of-straight-deg-nearly = Nearly straight
test-knee-extension-90-short-of-straight-deg-bent = A little bent
test-knee-extension-90-short-of-straight-deg-far = Half way bent, or more
test-knee-extension-90-felt = Where do you feel it?
test-knee-extension-90-felt-thigh = Back of the thigh
test-knee-extension-90-felt-below-knee = Below the knee, or tingling
test-knee-extension-90-felt-back = In the back
test-knee-extension-90-number = How far the knee stops short of straight
test-knee-extension-90-zero = Lie with the leg flat.

## Figure-four

test-figure-four-height-name = Figure-four, how high the knee stays
test-figure-four-height-about = How far each hip opens to the side.
test-figure-four-height-step-1 = Lie on your back, both legs long.
test-figure-four-height-step-2 = Put one ankle on the other thigh, above the knee.
test-figure-four-height-step-3 = Let the knee sink to the side. Do not push.
test-figure-four-height-step-4 = See how high the knee stays above the bed.
test-figure-four-height-height-cm = How high does the knee stay?
test-figure-four-height-height-cm-fist = About a fist
test-figure-four-height-height-cm-two-fists = About two fists
test-figure-four-height-height-cm-more = Three fists or more
test-figure-four-height-pain = Does it hurt?
test-figure-four-height-pain-none = No
test-figure-four-height-pain-groin = In the groin
test-figure-four-height-pain-back-of-pelvis = At the back of the pelvis
test-figure-four-height-number = Outside of the knee to the bed

## Standing on one leg

test-single-leg-stance-name = Standing on one leg
test-single-leg-stance-about = How each hip holds the pelvis level.
test-single-leg-stance-step-1 = Stand beside a wall or chair you can grab.
test-single-leg-stance-step-2 = Lift one foot to the height of the other ankle.
test-single-leg-stance-step-3 = Stand for up to half a minute, eyes open.
test-single-leg-stance-step-4 = Watch in a mirror: does the free side drop?
test-single-leg-stance-trunk-lean = What happens on this leg?
test-single-leg-stance-trunk-lean-level = I stay level
test-single-leg-stance-trunk-lean-leans = I lean over, or the free side drops
test-single-leg-stance-number = How long you stand on this leg

## Lifting the top leg

test-side-lying-abduction-name = Lifting the top leg
test-side-lying-abduction-about = How well each hip steers the leg.
test-side-lying-abduction-step-1 = Lie on one side, back and heels along a wall.
test-side-lying-abduction-step-2 = Lift the straight top leg by a hand or two.
test-side-lying-abduction-step-3 = Slowly, ten times, the toes pointing forward.
test-side-lying-abduction-step-4 = Notice whether you roll, or the leg drifts forward.
test-side-lying-abduction-score = How well do you steer the top leg?
test-side-lying-abduction-score-none = Steady, all ten
test-side-lying-abduction-score-little = A little wobble
test-side-lying-abduction-score-clear = I roll, or the leg drifts
test-side-lying-abduction-score-lost = I cannot keep it

## Straight-leg raise

test-straight-leg-raise-name = Straight leg up
test-straight-leg-raise-about = How far a straight leg lifts, and what holds it back.
test-straight-leg-raise-step-1 = Lie on your back, both legs long.
test-straight-leg-raise-step-2 = Put a strap or towel round one foot.
test-straight-leg-raise-step-3 = Keep that knee locked and lift the leg slowly.
test-straight-leg-raise-step-4 = Stop at the first firm pull.
test-straight-leg-raise-step-5 = Notice where you feel it, then let the leg down.
test-straight-leg-raise-hip-deg = How far does the leg come up?
test-straight-leg-raise-hip-deg-nearly-upright = Nearly straight up
test-straight-leg-raise-hip-deg-more-than-half = More than half way
test-straight-leg-raise-hip-deg-less-than-half = Less than half way
test-straight-leg-raise-felt = Where do you feel it?
test-straight-leg-raise-felt-thigh = Back of the thigh
test-straight-leg-raise-felt-below-knee = Below the knee, or tingling
test-straight-leg-raise-felt-back = In the back
test-straight-leg-raise-number = Leg from lying
test-straight-leg-raise-zero = Lie with the leg flat.

## Bending forward

test-finger-floor-name = Fingers to the floor
test-finger-floor-about = How far you bend, and where the bend happens.
test-finger-floor-step-1 = Stand with your feet under your hips, knees straight.
test-finger-floor-step-2 = Slide both hands down your legs, slowly.
test-finger-floor-step-3 = Stop at the first pull or at any pain.
test-finger-floor-step-4 = See how far your fingers get, then come up.
test-finger-floor-distance-cm = How far do your fingers get?
test-finger-floor-distance-cm-floor = To the floor, or nearly
test-finger-floor-distance-cm-ankles = To the ankles
test-finger-floor-distance-cm-shins = To the shins
test-finger-floor-distance-cm-knees = No further than the knees
test-finger-floor-bends-in = Where does most of the bend happen?
test-finger-floor-bends-in-hips = In the hips
test-finger-floor-bends-in-low-back = In the low back
test-finger-floor-number = Fingertips to the floor

## Sitting 90-90

test-ninety-ninety-name = Sitting 90-90
test-ninety-ninety-about = How each hip takes a turn while you sit on the floor.
test-ninety-ninety-step-1 = Sit on the floor, one shin across in front.
test-ninety-ninety-step-2 = The other leg is out to the side, knee bent.
test-ninety-ninety-step-3 = Grow tall. Use your hands only if you must.
test-ninety-ninety-step-4 = The side asked about is the one in front.
test-ninety-ninety-sits-tall = Can you sit tall?
test-ninety-ninety-sits-tall-yes = Yes
test-ninety-ninety-sits-tall-no = No
test-ninety-ninety-hands-needed = Do you need your hands?
test-ninety-ninety-hands-needed-no = No
test-ninety-ninety-hands-needed-yes = Yes
test-ninety-ninety-pain = Does it hurt?
test-ninety-ninety-pain-no = No
test-ninety-ninety-pain-yes = Yes

## A movement repeated

test-repeated-movement-name = One movement, ten times
test-repeated-movement-about = Whether one direction draws the pain back or sends it further.
test-repeated-movement-step-1 = Notice exactly where it hurts now.
test-repeated-movement-step-2 = Pick one direction. Arching: stand, hands on hips, lean back.
test-repeated-movement-step-3 = Bending: sit, let your hands slide toward your feet.
test-repeated-movement-step-4 = Go gently to the end and back, ten times.
test-repeated-movement-step-5 = Notice where it hurts now. Stop if it runs down.
test-repeated-movement-direction = Which direction?
test-repeated-movement-direction-extension = Arching
test-repeated-movement-direction-flexion = Bending
test-repeated-movement-effect = What did it do to the pain?
test-repeated-movement-effect-centralised = It drew back toward the spine
test-repeated-movement-effect-better = Better
test-repeated-movement-effect-no-change = As before
test-repeated-movement-effect-worse = Worse in the same place
test-repeated-movement-effect-peripheralised = It spread further down
test-repeated-movement-lasted-minutes = How long did that last?
test-repeated-movement-lasted-minutes-gone = Gone at once
test-repeated-movement-lasted-minutes-minutes = Some minutes
test-repeated-movement-lasted-minutes-longer = An hour or longer

## Holding the bridge

test-bridge-hold-name = Holding the bridge
test-bridge-hold-about = How long your hips hold you up.
test-bridge-hold-step-1 = Lie on your back, feet flat and hip-wide.
test-bridge-hold-step-2 = Take a breath, then lift your hips to a line.
test-bridge-hold-step-3 = Hold while you breathe on.
test-bridge-hold-step-4 = Stop when the hips sink, it cramps or it hurts.
test-bridge-hold-seconds = How long do you hold it?
test-bridge-hold-seconds-ten = About ten seconds
test-bridge-hold-seconds-half-minute = About half a minute
test-bridge-hold-seconds-minute = A minute or more
test-bridge-hold-number = How long you hold it

## Lifting a straight leg by a hand

test-active-slr-name = Lifting a straight leg a little
test-active-slr-about = How hard it is for the pelvis to carry one leg.
test-active-slr-step-1 = Lie on your back, legs long, a hand apart.
test-active-slr-step-2 = Lift one straight leg by a hand’s length.
test-active-slr-step-3 = Put it down and rate how hard that was.
test-active-slr-difficulty = How hard was it to lift?
test-active-slr-difficulty-none = Not hard at all
test-active-slr-difficulty-hint = A hint harder than it should be
test-active-slr-difficulty-somewhat = Somewhat hard
test-active-slr-difficulty-fairly = Fairly hard
test-active-slr-difficulty-very = Very hard
test-active-slr-difficulty-unable = I cannot

## Pelvis standing higher on one side

test-pelvic-obliquity-name = Pelvis from behind
test-pelvic-obliquity-about = Whether one side of the pelvis stands higher, seen on several days.
test-pelvic-obliquity-step-1 = Stand barefoot, feet under your hips, weight even.
test-pelvic-obliquity-step-2 = Put a piece of tape on both bony points in front.
test-pelvic-obliquity-step-3 = Stand before a mirror and compare their height.
test-pelvic-obliquity-step-4 = For the number: take a picture and measure the line.
test-pelvic-obliquity-side = Which side stands higher?
test-pelvic-obliquity-markers-taped = Were both points taped?
test-pelvic-obliquity-markers-taped-yes = Yes
test-pelvic-obliquity-markers-taped-no = No
test-pelvic-obliquity-number = The line from level

## Units

unit-degrees = degrees
unit-centimetres = cm
unit-seconds = seconds
unit-times = times
unit-points = points
method-phone-inclinometer = the phone’s own angle
method-goniometer = a protractor
method-camera = a picture
method-tape = a tape measure
method-stopwatch = a watch
method-by-eye = by feel

## The phone as a measure of angles

tilt-strap-thigh = Strap the phone along the front of the thigh, screen outward. A belt or a tight stocking holds it.
tilt-strap-shin = Strap the phone along the front of the shin, screen outward. A belt or a tight stocking holds it.
tilt-begin = Use the sensor
tilt-zero = Set the zero
tilt-over = Once more
tilt-stop = Stop
tilt-say-zero = Zero is set. Get into position.
tilt-say-hold = Hold still.
tilt-say-count = { $n }
tilt-say-taken = Got it. { $nth } of { $of }. Ease off, then again.
tilt-say-moved = That moved. Once more.
tilt-say-lost = I lost track. Once more.
tilt-say-finished = All three are there. You can come back.
tilt-now-ready = Tap “Set the zero” and keep still.
tilt-now-zeroing = Keep still …
tilt-now-getting = Get into position
tilt-now-holding = Hold still
tilt-now-done = Done
tilt-still = still
tilt-moving = moving
tilt-waiting = waiting for the sensor
tilt-take = Take { $n }
tilt-degrees = { $n }°
tilt-spread = Your takes lie { $n }° apart, more than this test can tell apart. Once more may be worth it.
tilt-stuck-not-still = It would not hold still. Rest, try again, or answer by feel.
tilt-stuck-not-level = The phone does not lie along the leg, or the leg is not flat. Mend it and set the zero again.
tilt-stuck-not-hanging = The phone does not hang along the shin. Mend it and set the zero again.
tilt-stuck-which-end = I could not tell which end of the phone is up. Hug the knee first, then let the leg hang.
tilt-stuck-silent = The sensor says nothing. Answer by feel, or type a number.
tilt-off-insecure = The sensor needs a secure connection (https). By feel, or with a typed number, works as well.
tilt-off-missing = This device has no tilt sensor the browser may use. By feel, or with a typed number, works as well.
tilt-off-denied = The browser was told not to give the sensor away. Allow motion for this page, or go on by feel.
tilt-asking = Asking the browser for the sensor.
