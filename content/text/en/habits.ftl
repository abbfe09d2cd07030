### Habits and cards.

card-drive-title = Before you drive
card-drive-step-1 = Wallet and phone out of the back pocket.
card-drive-step-2 = Both sit bones even, square to the seat.
card-drive-step-3 = Backrest a little back, about 100 to 110 degrees.
card-drive-step-4 = Lumbar support if you like it.
card-drive-step-5 = Pedal heel on the floor under the brake, other foot resting.
card-drive-step-6 = Stop for 15 minutes at least every two hours.

drive-setup-name = Set up before driving
drive-setup-step-1 = Wallet and phone out of the back pocket.
drive-setup-step-2 = Press both heels down, level with each other.
drive-setup-step-3 = Both sit bones even, square to the seat.
drive-setup-step-4 = Backrest a little back, about 100 to 110 degrees.
drive-setup-step-5 = Pedal heel on the floor under the brake.
drive-setup-step-6 = Other foot on its rest. Then drive off.
