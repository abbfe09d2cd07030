### Titles and descriptions of pictures. The pieces are joined by commas into one sentence about a pose, spoken to
### those who do not see the picture.

# $pieces are the words below, already joined.
figure-title = { $exercise }: the position
figure-sentence = { $pieces }.

figure-lying-back = lying on your back
figure-lying-front = lying face down
figure-lying-side = lying on your { $side ->
    [left] left
   *[right] right
  } side
figure-sitting-chair = sitting on a chair
figure-sitting-floor = sitting on the floor
figure-hands-and-knees = on hands and knees
figure-half-kneeling = kneeling on your { $side ->
    [left] left
   *[right] right
  } knee, the other foot in front
figure-kneeling = kneeling
figure-standing = standing
figure-standing-one = standing on your { $side ->
    [left] left
   *[right] right
  } leg
figure-foot-ahead = standing with your { $side ->
    [left] left
   *[right] right
  } foot ahead
figure-stepping = in mid-step, your { $side ->
    [left] left
   *[right] right
  } foot in front

figure-sitting-block = sitting on a block
figure-sitting-cushion = sitting on a cushion

figure-hips-lifted = hips lifted off the floor
figure-head-lifted = head and shoulders lifted
figure-chest-lifted = chest lifted, hips on the floor
figure-hips-to-heels = hips back towards the heels
figure-on-forearm = propped on your { $side ->
    [left] left
   *[right] right
  } forearm
figure-leaning-forward = leaning forward
figure-leaning-back = leaning back
figure-back-rounded = back rounded
figure-back-arched = back arched
figure-turned = trunk turned to the { $side ->
    [left] left
   *[right] right
  }
figure-bent-sideways = trunk bent to the { $side ->
    [left] left
   *[right] right
  }

# What a joint does; $side is left, right or both.
figure-hip-right-angle = { $side ->
    [left] left hip
    [right] right hip
   *[both] both hips
  } bent to a right angle
figure-hip-deep = { $side ->
    [left] left knee
    [right] right knee
   *[both] both knees
  } drawn up to the chest
figure-hip-back = { $side ->
    [left] left thigh
    [right] right thigh
   *[both] both thighs
  } stretched back
figure-hip-out = { $side ->
    [left] left knee
    [right] right knee
   *[both] both knees
  } turned out
figure-hip-in = { $side ->
    [left] left thigh
    [right] right thigh
   *[both] both thighs
  } turned in
figure-hip-wide = { $side ->
    [left] left thigh
    [right] right thigh
   *[both] thighs
  } out to the side
figure-knee-straight = { $side ->
    [left] left leg
    [right] right leg
   *[both] both legs
  } straight
figure-knee-right-angle = { $side ->
    [left] left knee
    [right] right knee
   *[both] both knees
  } at a right angle
figure-knee-bent = { $side ->
    [left] left knee
    [right] right knee
   *[both] both knees
  } bent
figure-knee-folded = { $side ->
    [left] left knee
    [right] right knee
   *[both] both knees
  } fully bent

# Arms and feet that touch nothing.
figure-arm-forward = { $side ->
    [left] left arm
    [right] right arm
   *[both] both arms
  } straight ahead of the chest
figure-arm-past-head = { $side ->
    [left] left arm
    [right] right arm
   *[both] both arms
  } stretched past the head
figure-arm-sideways = { $side ->
    [left] left arm
    [right] right arm
   *[both] both arms
  } out to the side

# What is held, worn or squeezed.
figure-band-thighs = a band round both thighs above the knees
figure-band-hands = a band between the hands
figure-strap-foot = a strap from the hands round the { $side ->
    [left] left
   *[right] right
  } foot
figure-ball-knees = a ball between the knees
figure-ball-seat = a ball between the wall or floor and the { $side ->
    [left] left
   *[right] right
  } side of the seat
figure-cushion-knees = a cushion between the knees

# What touches what.
figure-touch = { $part } on { $on }
figure-feet-flat = both feet flat on the floor
figure-foot-flat = { $side ->
    [left] left
   *[right] right
  } foot flat on the floor
figure-hands-floor = both hands on the floor
figure-hand-floor = { $side ->
    [left] left
   *[right] right
  } hand on the floor
figure-heels-together = heels together
figure-on-block = hips on a block
figure-part-ankle = { $side ->
    [left] left
   *[right] right
  } ankle
figure-part-hand = { $side ->
    [left] left
   *[right] right
  } hand
figure-part-hands = both hands
figure-part-foot = { $side ->
    [left] left
   *[right] right
  } foot
figure-part-knee = { $side ->
    [left] left
   *[right] right
  } knee
figure-part-elbow = { $side ->
    [left] left
   *[right] right
  } elbow
figure-part-head = head
figure-place-thigh = the { $side ->
    [left] left
   *[right] right
  } thigh
figure-place-thighs = the thighs
figure-place-thigh-back = the back of the { $side ->
    [left] left
   *[right] right
  } thigh
figure-place-knee = the { $side ->
    [left] left
   *[right] right
  } knee
figure-place-shin = the { $side ->
    [left] left
   *[right] right
  } shin
figure-place-shins = the shins
figure-place-foot = the { $side ->
    [left] left
   *[right] right
  } foot
figure-place-arm = the { $side ->
    [left] left
   *[right] right
  } arm
figure-place-hip = the { $side ->
    [left] left
   *[right] right
  } hip
figure-place-belly = the belly
figure-place-chest = the chest
figure-place-wall = the wall
figure-place-step = the step
figure-place-chair = the chair
