### Safety questions and what follows from them.
### Keys: question-<id>, question-<id>-help, question-<id>-value-<value>; reason-<rule>; care-*, meanwhile-*, safety-net-*.

## How it opens and how to answer

screening-title = A few blunt questions first
screening-opening = About 1 in 100 people who see a doctor with back pain have something serious. We ask everyone, so that the rest can start safely.
screening-new-means = “New” means new or clearly worse in the last two weeks.
screening-none-of-these = None of these
screening-yes = Yes
screening-no = No
screening-unsure = Not sure
screening-unsure-help = If you are not sure, say so. It never counts as a no.
screening-why = Why we ask
screening-about = What is meant: { $question }

group-nerves = Bladder, bowels and legs
group-nerves-help = Any of these, new or clearly worse in the last two weeks?
group-sudden = Anything sudden
group-sudden-help = Does any of these fit now?
group-lately = What goes with the pain
group-lately-help = Has any of these come with the pain?
group-health = You in general
group-health-help = Does any of these apply to you?
group-story = The story of the pain
group-story-help = A few last points. They change what suits you.

## E: is this an emergency?

question-E1 = Numbness, tingling or an odd feeling around your back passage, genitals or inner thighs
question-E1-help = For example, it feels different when you wipe. Nerves at the base of the spine can do this, and hours count.
question-E2 = New trouble peeing, not feeling it pass, or losing control of your bowels
question-E2-help = Hard to start, not feeling it pass, not knowing when you are full, leaking, or losing control or feeling of your bowels.
question-E3 = Sexual feeling or function newly lost
question-E3-help = Along with the back or leg pain. The same nerves serve bladder, bowels and sexual feeling. We ask everybody.
question-E4 = Pain, numbness or weakness newly in both legs
question-E4-help = Also if it began in one leg and has moved to both.
question-E5 = A leg or foot getting weaker
question-E5-help = The foot slaps or drops, the knee gives way, or you cannot rise onto toes or heels.
question-E5-value-no = No
question-E5-value-new-and-stable = New, a little weaker, not changing
question-E5-value-severe = The foot or leg will not do its job
question-E5-value-worsening = Getting weaker over hours or days
question-E6 = Sudden severe pain in back, belly or side with faintness or cold sweat
question-E6-help = Also a throbbing lump in the belly with pain, or a known bulge of the main artery (aneurysm) with new or changed pain.
question-E7 = A serious fall or blow, and you cannot stand or walk, or hurt badly
question-E7-help = It may be a break that should not be walked on.
question-E8 = A hip that suddenly cannot take your weight
question-E8-help = Or the leg looks shorter or turned out. In older or fragile bones a small fall is enough.
question-E9 = A hot, very painful hip or severe back pain, with fever or feeling very ill
question-E9-help = An infection in a joint or the spine needs hospital care at once.
question-E10 = A cold, pale, very painful leg; chest pain or trouble breathing; or one calf swollen, hot and tender
question-E10-help = These point to blood vessels, heart or lungs rather than the back.
question-E10-value-no = No
question-E10-value-calf = One calf swollen, hot and tender
question-E10-value-limb-or-chest = Cold, pale, painful leg, or chest pain, or short of breath
question-E11 = Sudden pain in a testicle; or possibly pregnant, with pain low on one side or bleeding
question-E11-male = Sudden pain in a testicle
question-E11-female = Pregnant or possibly pregnant, with pain low on one side or bleeding
question-E11-help = Both can feel like hip or back pain, and both cannot wait.
question-E12 = Legs or hands newly unsteady, heavy or clumsy
question-E12-help = Stumbling, dropping things, legs that do not obey: the spinal cord may be under pressure.

## S: should somebody look today?

question-S1 = Cancer, now or at any time before
question-S1-help = Any kind counts. Most pain in people who had cancer is ordinary pain, yet it should be looked at early.
question-S1-value-no = Never
question-S1-value-history-only = Yes, and no new or unusual pain
question-S1-value-history-and-new-pain = Yes, and this pain is new, unusual or steadily getting worse
question-S2 = Band-like pain round chest or belly that will not let up
question-S2-help = Often worse lying flat, coughing or straining.
question-S2-value-no = No
question-S2-value-pain-only = Yes, pain only
question-S2-value-with-unsteadiness = Yes, and unsteady on the legs
question-S3 = Fever, night sweats or chills with the pain, or a recent serious infection, weak immune system or injected drugs
question-S3-help = Also a recent injection or operation at the spine or hip, dialysis, or contact with tuberculosis together with constant pain.
question-S4 = Pain after a small bump or none, and thin bones: osteoporosis, steroid tablets, over 70, or lost height
question-S4-help = Steroids count from three months on. An old break that has mended is not meant here.
question-S4-value-no = No
question-S4-value-mild = Yes, mild
question-S4-value-new-or-severe = Yes, new or severe
question-S5 = Groin or thigh pain that builds up with running and hurts on hopping
question-S5-help = Marching counts too. More likely after a jump in training, with little food or with missed periods. The bone of the hip may be tired.
question-S6 = Burning or blood when you pee, or fever or vomiting with one-sided back pain
question-S6-help = That points to a kidney rather than the back.
question-S7 = A rash or blisters on one side, together with the pain
question-S7-help = Shingles can start as back pain. Tablets work best in the first days.
question-S8 = Blood thinners, and new severe pain in groin, thigh or back, or a weak leg
question-S8-help = Bleeding into a muscle can do this. It cannot wait.
question-S9 = A serious accident in the last six weeks that nobody has examined
question-S9-help = A fall from height, a road accident or a hard blow.

## C and P: should a clinician look before you start?

question-C1 = Losing weight or appetite, or very tired, for no reason you know
question-C1-help = Together with pain that has little to do with how you move.
question-C2 = Back pain since before 45 that has lasted over three months
question-C2-help = Some back pain comes from inflammation. Movement is part of its care, and a doctor can test for it.
question-C2-started = Did it start before you were 45?
question-C2-months = For how many months?
question-C2-features = Which of these fit?
question-C2-feature-before-35 = It started before I was 35
question-C2-feature-wakes-second-half-of-night = It wakes me in the second half of the night
question-C2-feature-buttock-pain = Pain in the buttock
question-C2-feature-better-with-movement = Better with movement
question-C2-feature-better-within-48h-of-nsaid = Better within two days of anti-inflammatory tablets
question-C2-feature-relative-with-spa = A close relative has an inflamed spine (spondyloarthritis)
question-C2-feature-arthritis = I have had an inflamed joint
question-C2-feature-enthesitis = I have had an inflamed heel or tendon
question-C2-feature-psoriasis = I have had psoriasis
question-C3 = Deep groin pain, and steroid courses, much alcohol, sickle cell disease, a broken hip before, or diving
question-C3-help = Also pain at night in a hip that is quickly getting stiff. The blood supply of the bone may be the reason.
question-C4 = Pain below the knee with numbness or weakness
question-C4-help = A nerve in the back may be irritated. That changes what suits you.
question-C4-value-no = No
question-C4-value-known-and-stable = Yes: examined before, and steady
question-C4-value-never-examined = Yes: nobody has examined it
question-C5 = Both legs get heavy or painful on walking and ease with sitting
question-C5-help = Or with bending forward. A narrow canal in the low back can do this.
question-C5-value-no = No
question-C5-value-known = Yes, and a clinician knows
question-C5-value-first-time = Yes, and nobody has looked at it
question-C6 = This is the first back pain of my life
question-C6-help = Later in life a first back pain is worth a closer look.
question-C7 = Surgery on spine, hip, pelvis or belly in the last 12 weeks, or a surgeon’s limits still in force
question-C7-help = Your surgeon’s word stands above anything here.
question-C8 = Pregnant, or gave birth in the last 12 weeks
question-C8-help = We then leave out what does not suit this time.
question-C8-value-no = No
question-C8-value-uncomplicated = Yes, and all is going well
question-C8-value-complicated = Yes, with complications
question-C10 = Pain that is constant, steadily worse, and eased by no position
question-C10-help = Most back pain changes with position or time of day. Pain that never does should be looked at.
question-P1 = Chest pain on effort, fainting, or a heart or lung condition not under control
question-P1-help = Any exercise, even gentle, should then be talked over first.

## What to do first

tier-emergency-title = Get help now
tier-same-day-title = Speak to a clinician today
tier-clinician-first-title = See a clinician before you start
tier-adapted-title = You can start, with some things left out
tier-ok-title = You can start
tier-none-title = A few answers are still missing

care-who-emergency = An ambulance, or the nearest emergency department
care-when-emergency = Now. Do not wait to see whether it passes, and do not drive yourself.
care-reach-emergency = Call the emergency number, or have somebody take you.
care-who-same-day = A doctor, or your local urgent care line
care-when-same-day = Today, also at night or at the weekend
care-reach-same-day = Ring your doctor’s practice or the urgent care line. If nobody can see you today, go to an emergency department.
care-who-clinician-first = A doctor or a physiotherapist
care-when-clinician-first = Within days, two weeks at most; sooner if it gets worse
care-reach-clinician-first = Ask your doctor’s practice for an appointment. In many places you can also book a physiotherapist yourself, without a referral.
care-say-title = What to say
care-say-emergency = Read out the lines below, word for word.
care-say-same-day = Read out the lines below and ask to be seen today.
care-say-clinician-first = Show the lines below. Ask whether you may exercise, and whether there are limits.
care-stop = No exercises until you have been seen.

meanwhile-title = Until then
meanwhile-walking = Walking at an easy pace is fine as long as it is comfortable.
meanwhile-no-walking = Please do not walk for exercise until somebody has looked. Everyday steps only.
meanwhile-diary = Note your pain once a day. It helps whoever sees you.
meanwhile-read = Worth reading while you wait
meanwhile-clearance = Back from the visit? Enter what the clinician said, with date and limits, and your plan opens.

safety-net-title = When to get help at once
safety-net-body = Whatever you answered today, these need help now if they start:
safety-net-1 = Numbness around the back passage, genitals or inner thighs
safety-net-2 = New trouble peeing or holding your bowels
safety-net-3 = Pain, numbness or weakness in both legs, or a leg getting weaker
safety-net-4 = Chest pain, faintness, or a cold, pale leg
safety-net-5 = Fever with severe pain, or a fall after which you cannot stand
safety-net-mind = If you feel you cannot go on, talk to somebody today.
safety-net-crisis-line = You can reach people who listen at { $number }, day and night.
safety-net-crisis-unknown = Your doctor, your emergency number or a crisis line in your country will listen, day and night.
emergency-number-known = Emergency number: { $number }
emergency-number-unknown = Call your local emergency number (112, 999, 911, 000).

check-in-line = Anything new from this list?
check-in-nothing-new = Nothing new
due-two-weeks = Two weeks have passed, so we ask the safety questions again.
due-fall = After a fall we ask the safety questions again.
due-more-pain = Your pain has gone up by three or more, so we ask the safety questions again.
due-flare = Two days with clearly more pain than usual, so we ask the safety questions again.
due-leg-symptoms = Something new goes down the leg, so we ask the safety questions again.

book-visit = Worth a visit. Book one; you can start in the meantime.
unanswered-title = Still to answer
unanswered-required = There is no plan until these are answered.
unanswered-again = Your answers do not fit together here. Please look once more.

## Why: one sentence for each rule

reason-E1 = Numbness around the saddle can mean pressure on the nerves of bladder and bowels. Hours count.
reason-E2 = New trouble with bladder or bowels can mean pressure on their nerves. Hours count.
reason-E3 = Newly lost sexual feeling together with back or leg pain can mean pressure on the same nerves. Hours count.
reason-E4 = Both legs newly affected can mean pressure on many nerves at once. Hours count.
reason-E5-new = A leg that has become weaker should be examined today.
reason-E5-severe = A leg that will not do its job, or is getting weaker, needs to be seen at once.
reason-E6 = Sudden severe pain with faintness, or a bulging artery with new pain, can be a bleeding.
reason-E7 = After a hard fall or crash with this much pain, a break has to be ruled out before you move.
reason-E8 = A hip that suddenly cannot take weight may be broken or out of its socket.
reason-E9 = Severe pain with fever and feeling very ill can be a serious infection.
reason-E10-calf = A swollen, hot, tender calf can be a clot. It should be looked at today.
reason-E10-limb = A cold, pale leg, chest pain or trouble breathing cannot wait.
reason-E11 = Sudden testicle pain, or pain or bleeding in pregnancy, cannot wait.
reason-E12 = Newly unsteady or clumsy legs or hands can mean pressure on the spinal cord.
reason-S1 = New or growing pain in somebody who has had cancer should be looked at today.
reason-S1-with-nerves = Cancer at any time, together with weakness, unsteadiness or band-like pain, needs to be seen at once.
reason-S2 = Band-like pain that never lets up should be looked at today.
reason-S2-unsteady = Band-like pain with unsteady legs can mean pressure on the spinal cord.
reason-S3 = Pain with fever or a raised risk of infection should be looked at today.
reason-S4-mild = Pain after a small bump, where bones may be thin, should be looked at before you load the back.
reason-S4 = New or severe pain after a small bump, where bones may be thin, can be a break.
reason-S5 = Groin pain that builds up with running and hurts on hopping can be a tired bone. No running or jumping.
reason-S6 = Burning or blood in the urine, or fever or vomiting with one-sided pain, points to a kidney.
reason-S7 = A one-sided rash with the pain may be shingles, and tablets work best early.
reason-S8 = Severe pain or a weak leg while taking blood thinners can be a bleeding.
reason-S9 = A serious accident should be examined before anything else.
reason-C1 = Weight loss or tiredness without a reason should be looked at before you start.
reason-C1-with-cancer = Weight loss or tiredness in somebody who has had cancer should be looked at today.
reason-C2-three = Three signs of an inflamed spine: ask a doctor about a blood test (HLA-B27). Movement is part of its care.
reason-C2-four = Four or more signs of an inflamed spine: ask a doctor about spondyloarthritis. Movement is part of its care.
reason-C3 = Deep groin pain with this history: a picture of the hip should come first. Please no walking for exercise.
reason-C4-known = A known, steady nerve irritation: movements that pull on the nerve are left out.
reason-C4-new = Numbness or weakness below the knee should be examined once before you start.
reason-C5-known = A known narrow canal: movements that arch the low back are left out.
reason-C5-new = Legs that grow heavy on walking should be examined once before you start.
reason-C6 = A first back pain at your age: mention it at your next visit.
reason-C6-with-weight-loss = A first back pain at your age together with weight loss or tiredness should be looked at first.
reason-C6-with-bump = A first back pain at your age after a bump should be looked at first.
reason-C7 = So soon after an operation, or under a surgeon’s limits, the surgeon decides when you start.
reason-C8 = In pregnancy and after birth some movements are left out.
reason-C8-complicated = With complications, your midwife or doctor decides when you start.
reason-C8-unsure = You may be pregnant, so we leave out what would not suit.
reason-C9-no-better = Six weeks without getting better: worth a visit.
reason-C9-worse = Six weeks and getting worse: somebody should look before you go on.
reason-C10 = Pain that is constant, growing and eased by nothing should be looked at first.
reason-P1 = Heart and lungs come first: talk exercise over with a doctor.
reason-groin-later-in-life = Groin pain after 50 with stairs or a stiff hip may come from the joint. Exercise stays the first step; book a visit too.
reason-spinal-fusion-unsettled = After a spinal fusion we need the date, at least twelve weeks, and your surgeon’s word.
reason-hip-replacement-posterior-unsettled = After a hip replacement we need the date, at least twelve weeks, and your surgeon’s word.
reason-hip-replacement-anterior-unsettled = After a hip replacement we need the date, at least twelve weeks, and your surgeon’s word.
reason-recent-surgery-unsettled = After an operation we need the date, at least twelve weeks, and your surgeon’s word.
reason-hip-replacement-approach = We need to know from which side the hip was replaced. Ask for the operation note.
reason-spinal-fusion-with-hip-replacement = A fused spine and a replaced hip together: a clinician should clear both.
reason-unsure = You were not sure. We take that seriously: let somebody look.
reason-cleared = A clinician has looked at this and said you may start, within their limits.
reason-precaution = Something to take care with: what does not suit it is left out.
reason-limits = A clinician has set limits. We keep to them.
reason-not-for-age = Counterpose is made for adults. Under 18, please see a doctor or physiotherapist.
reason-not-for-site = Counterpose is made for backs and hips. For neck, shoulder or arm alone, please see a doctor or physiotherapist.

## The page that `counterpose check` prints

check-title-first = What to do first
check-title-start = Where to start
check-title-dose = How much
check-who = Whom to see
check-when = How soon
check-how = How
check-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
check-side-left = left
check-side-right = right
check-sets = { $n ->
    [one] { $n } set
   *[other] { $n } sets
}
check-repetitions = { $n ->
    [one] once
   *[other] { $n } times
}
check-hold = hold { $n } s
check-duration = { $n } min
check-each-side = each side: { $dose }
check-two-sides = left: { $left }; right: { $right }
check-also = Also: { $pattern }
check-week = From week { $week }:
check-habits = Between sessions:
check-every-day = every day
check-days-a-week = { $n ->
    [one] one day a week
   *[other] { $n } days a week
}
check-twice = twice a day
check-grows = By week { $week }: { $dose }
check-goal = For your goal: { $goal }
check-goal-all = All of it serves your goal: { $goal }
check-from = From { $from }
check-would-change = What would change our mind: { $what }
check-title-ladder = Your way up
check-at-a-stretch = { $n } minutes at a stretch
check-rung = Week { $week }: { $what }
check-title-besides = Worth reading
check-talk = Talking to somebody you trust, or to your doctor, may help as much as moving.
check-more = and { $n } more
activity-sitting = Sitting
activity-rising-from-sitting = Getting up
activity-driving = Driving
activity-standing = Standing
activity-walking = Walking
activity-stairs = Stairs
activity-bending-forward = Bending
activity-bending-back = Arching
activity-twisting = Turning
activity-lifting = Lifting
check-every-minutes = every { $minutes } minutes
check-session = A session takes about { $minutes } minutes. We look again after { $days } days.
