### When to stop an exercise at once. Each reads on from "Stop if".

stop-back-squeeze = the low back feels squeezed and three breaths do not ease it
stop-chest-or-faint = your chest hurts, or you feel faint or dizzy
stop-doming = the belly bulges along its middle, or you leak or feel heaviness below
stop-giving-way = a leg gives way or a joint locks
stop-groin-pinch = there is a sharp pinch in the groin that stays when you ease off
stop-groin-strain = the inner thigh or groin hurts sharply
stop-knee-pain = a knee hurts inside or feels twisted
stop-leg-symptoms = pain, tingling or numbness spreads further down the leg
stop-neck-pain = the neck hurts
stop-nerve-lingers = tingling or pain is still there a minute after you stop
stop-pain-over-five = pain goes above 5 of 10, or 2 above where you started
stop-pubic-pain = there is sharp pain at the front of the pelvis
stop-shoulder-pain = the shoulder hurts
stop-unsteady = you feel you might fall
stop-wrist-pain = the wrists hurt; try fists or forearms first
