### Habits and cards.

card-drive-title = Before you drive
card-drive-step-1 = Wallet and phone out of the back pocket.
card-drive-step-2 = Both sit bones even, square to the seat.
card-drive-step-3 = Backrest a little back, about 100 to 110 degrees.
card-drive-step-4 = Lumbar support if you like it.
card-drive-step-5 = Pedal heel on the floor under the brake, other foot resting.
card-drive-step-6 = Stop for 15 minutes at least every two hours.

## Habits

swap-sides-name = Swap sides
swap-sides-step-1 = Notice what one hand or side always does.
swap-sides-step-2 = For part of the day use the other: mouse, bag, phone.
swap-sides-step-3 = Start with ten minutes; it will feel clumsy.

massage-name = Hands-on work, logged
massage-step-1 = Hands-on work belongs to a practitioner you choose.
massage-step-2 = Note the day and what was done.
massage-step-3 = Note how the next two days went.

stay-active-name = Stay active
stay-active-step-1 = Do something you like: walk, swim, yoga, cycle, garden.
stay-active-step-2 = Mix what makes you breathe with what makes you strong.
stay-active-step-3 = Keep it going on sore days, smaller.

drive-setup-name = Set up before driving
drive-setup-step-1 = Before the car moves: wallet and phone out of the back pocket.
drive-setup-step-2 = Press both heels down, grounded and level with each other.
drive-setup-step-3 = Both sit bones even, square to the seat.
drive-setup-step-4 = Backrest a little back, about 100 to 110 degrees.
drive-setup-step-5 = Lumbar support if you like it.
drive-setup-step-6 = Then pedal heel under the brake, other foot on its rest.

even-sit-name = Sit evenly, shift often
even-sit-step-1 = Feel both sit bones: the same weight on each?
even-sit-step-2 = Square them to the edge of the seat.
even-sit-step-3 = Both heels down. Then shift whenever you like.

glute-squeeze-name = Squeeze while sitting
glute-squeeze-step-1 = Both heels down; drag them gently inward.
glute-squeeze-step-2 = Let the knees drift outward and squeeze, four seconds.
glute-squeeze-step-3 = Four times. In a car only when parked or a passenger.

sit-shift-name = Shift in your seat
sit-shift-step-1 = Roll from one sit bone to the other.
sit-shift-step-2 = Roll back, then forward.
sit-shift-step-3 = Half a minute, then carry on.

stand-and-counter-name = Stand and move the other way
stand-and-counter-step-1 = Stand up.
stand-and-counter-step-2 = Move the other way from how you work.
stand-and-counter-step-3 = From sitting: reach up, hips forward a little, breathe.
stand-and-counter-step-4 = Twice, then carry on.

walk-name = A daily walk
walk-step-1 = Pick a time that is already yours: after lunch, before dinner.
walk-step-2 = Walk at an easy pace; turn round while it is easy.
walk-step-3 = Add a few minutes each week.

morning-session-name = Move after waking
morning-session-step-1 = Five minutes of easy movement before anything else.
morning-session-step-2 = Do not round the low back far in the first hour.
morning-session-step-3 = Then the morning part of your plan.

evening-session-name = Once more in the evening
evening-session-step-1 = Later in the day, once more, both sides.
evening-session-step-2 = Breathe into where it is tight.
evening-session-step-3 = Shorter is fine; skipping once is too.

breathe-down-name = Breathe down
breathe-down-step-1 = Sit or lie as you like; before or after a drive too.
breathe-down-step-2 = Breathe in for four, out for six.
breathe-down-step-3 = Six to eight breaths.
