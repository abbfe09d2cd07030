### Try it and see: one movement before and after one exercise.

try-heading = Try it and see
try-text = Rate a movement, do the exercise, rate it again. After three tries it says something about you and this exercise, and the plan listens.
field-try-movement = Which movement bothers you?
movement-bend-forward = Bending forward
movement-stand-up = Standing up from a chair
movement-walk = Ten steps
movement-turn = Turning to both sides
movement-sit = Sitting down and staying a moment
field-try-before = Do it now. How much does it hurt?
try-now = Now do the exercise, then the same movement again.
field-try-after = And now?
try-line = { $movement }: { $before } before, { $after } after. { $reading }
try-one-helps = That is more than chance, this time.
try-one-worsens = Worse by more than chance, this time.
try-one-no-difference = No difference that can be told from chance.
try-one-too-few = No difference that can be told from chance.
try-many-helps = { $movement }: over your tries it was better afterwards. The plan prefers this exercise now.
try-many-worsens = { $movement }: over your tries it was worse afterwards. The plan leaves this exercise out now.
try-many-no-difference = { $movement }: over your tries there was no difference that can be told from chance.
