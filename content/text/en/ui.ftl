# Words of the pages. Exercises, questions, reasons and sessions have files of their own.

## Everywhere

brand = Counterpose
skip-to-content = Skip to the content
navigation = Main pages
notices = Messages
nav-today = Today
nav-plan = Plan
nav-library = Library
nav-settings = Settings
nav-about = About
go-safety = Safety net
go-back = Back
go-on = Continue
go-today = To Today
go-result = What to do first
close = Close
loading = Reading what this device holds.
title-page = { $page } · { brand }
one-of-these = Pick one
any-of-these = Pick all that fit
minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }
side-left = left
side-right = right

## Messages

notice-not-kept = Your last answers are not saved yet.
notice-not-kept-advice = They are still here. Make some room or close other programs, then try again. Or save a copy now.
notice-not-kept-retry = Try again
notice-export = Save a copy
notice-not-read = What this device holds could not be read.
notice-not-read-advice = Nothing was changed. Reload the page; if it stays, save a copy and look at the help page.
notice-not-read-retry = Read again
notice-cause = What the storage said: { $cause }
notice-newer = Some of your answers were given in a newer version. Reload to get it; until then nothing is suggested.
notice-follower = { brand } is open in another tab. This one only follows.
notice-follower-advice = Go on in the other tab, or make this the one that counts.
notice-follower-take = Use this tab
notice-storage = This browser may clear old data when space runs low.
notice-storage-advice = Ask it to keep yours, or save a copy now and then.
notice-storage-keep = Ask it to keep my data
notice-room = The storage of this browser is nearly full.
notice-insecure = This page was not loaded over a secure connection.
notice-insecure-advice = Starting without a network and keeping the screen awake are off. The rest works.
notice-sync = The server did not take the last changes.
notice-sync-advice = They are safe on this device and are sent again later.
notice-language = The texts of the language you chose could not be loaded.
notice-language-advice = They are needed once over the network. Until then the language stays as it is.
notice-language-retry = Try again
language-changed = The language has changed.
notice-update = A newer version of this app is ready.
notice-update-take = Reload to use it
notice-wake-lock = The screen may go dark during the session. Voice and tones go on.

## Welcome

title-welcome = Welcome
welcome-heading = A few calm minutes for your back and hips
welcome-lead = Short guided sessions against the stiffness of sitting, driving and one-sided work.
welcome-point-questions = First a few blunt questions, so that the start is safe.
welcome-point-session = Then your first five minutes, on a chair.
welcome-point-private = No account. Your answers stay on your own devices.
welcome-begin = Start
welcome-go-on = Go on where you stopped
welcome-more = About { brand }
intended-use = Counterpose helps adults with back or hip discomfort choose, pace and record movement and sitting habits. It does not diagnose, treat or replace a professional; its safety questions only say when to ask one first. It has not been assessed as a medical device. Anyone offering it to others must check local law.

## First visit

start-progress = Step { $step } of { $of }
title-you = About you
you-lead = Two things that change which questions matter.
field-age = How old are you?
field-age-unit = years
field-age-problem = Type your age as a whole number, for example 42.
field-sex = Your sex
field-sex-help = Some safety questions depend on it.
sex-female = Female
sex-male = Male
sex-unspecified = Rather not say
field-sex-problem = Pick one, also if it is “rather not say”.

title-where = Where it bothers you
field-sites = Where do you feel it?
field-sites-problem = Pick at least one place, or “Nowhere right now”.
site-nowhere = Nowhere right now
site-nowhere-help = I want to move more and keep it that way.
site-low-back = Low back
site-mid-back = Middle of the back
site-buttock = Buttock
site-groin = Groin
site-outer-hip = Outer hip
site-thigh = Thigh
site-knee = Knee
site-below-knee = Below the knee
site-foot = Foot
site-neck = Neck
site-shoulder = Shoulder
site-arm = Arm
field-side = On which side, mostly?
field-side-problem = Pick the side, or “In the middle”.
complaint-side-left = Left
complaint-side-right = Right
complaint-side-both = Both
complaint-side-central = In the middle
field-leg-symptoms = Anything in your legs?
field-leg-symptoms-problem = Pick what fits best, or “Nothing”.
leg-none = Nothing
leg-above-knee = Pain above the knee
leg-below-knee-pain = Pain below the knee
leg-below-knee-tingling = Tingling or numbness below the knee
leg-weakness = Weakness

title-pain = How it is now
field-pain-now = How strong is it right now?
field-pain-low = none
field-pain-high = worst you can think of
field-pain-now-problem = Tap a number from 0 to 10.
field-duration = How long has it been there this time?
field-duration-problem = Pick the nearest; a rough guess is fine.
duration-days = A few days
duration-weeks = 2 to 5 weeks
duration-months = 6 to 12 weeks
duration-long = 3 to 12 months
duration-years = More than a year

title-safety-questions = Safety questions
these-only = Only what I tapped
question-choose = Which fits best?
question-problem = Pick the line that fits best, or “I am not sure”.

title-days = Your days
days-lead = This picks your small habits.
field-sitting = About how long do you sit each day?
field-driving = About how long do you drive each day?
hours-about =
    { $n ->
        [one] 1 hour
       *[other] { $n } hours
    }
hours-more =
    { $n ->
        [one] 1 hour or more
       *[other] { $n } hours or more
    }
hours-half = Half an hour
hours-no-driving = I do not drive
field-hours-problem = Pick the nearest; a rough guess is fine.

## What to do first

title-result = What to do first
result-emergency-heading = Get help now
result-emergency-lead = What you answered needs a doctor straight away. Call, or go to an emergency department. Do not drive yourself.
result-same-day-heading = Speak to a doctor today
result-same-day-lead = What you answered should be looked at today. Call your doctor, or the line that stands in for them out of hours.
result-clinician-first-heading = See somebody before you start
result-clinician-first-lead = Nothing here says that it is serious. It does say that somebody should look at it before you exercise with it.
result-adapted-heading = You can start, with some care
result-adapted-lead = Your answers allow a careful start. What matters is listed below; mention it at your next visit.
result-ok-heading = You can start
result-ok-lead = None of your answers speaks against gentle movement. Most back and hip pain eases with time and moving.
result-unknown-heading = A few answers are missing
result-unknown-lead = Without them we cannot say what to do first.
result-age-heading = Not made for you yet
result-age-lead = { brand } is made for adults. Growing hips and backs have conditions of their own, so please show this to a parent and ask a doctor or physiotherapist.
result-site-heading = Not made for this
result-site-lead = { brand } covers back and hips. Pain only in neck, shoulder or arm needs other eyes: a doctor or physiotherapist can say what fits.
result-reasons = Why we say this
result-answer-them = Answer them now
result-first-session = See your first five minutes
result-first-drive = For your drives
result-review = Look at my answers again
result-to-today = To Today
call-emergency = Emergency number
call-emergency-detail = Say where you are and what you feel. Stay on the line.
call-same-day = If you cannot reach anyone today, or it gets worse
care-heading = Whom to see
result-review-list = Go through the questions again
result-cleared = A clinician has looked at it

## Safety net

title-safety = Safety net
safety-lead = Any of these, at any time: stop, and get help. They are rare, and speed matters.
safety-emergency-list = Call at once, or go to an emergency department
safety-same-day-list = Speak to a doctor the same day
safety-country = Show the number for
safety-country-none = No country chosen
safety-report = One of these is true for me now
safety-talk-heading = When it is too much
country-AT = Austria
country-AU = Australia
country-BE = Belgium
country-CA = Canada
country-CH = Switzerland
country-DE = Germany
country-DK = Denmark
country-ES = Spain
country-FI = Finland
country-FR = France
country-GB = United Kingdom
country-IE = Ireland
country-IT = Italy
country-NL = Netherlands
country-NO = Norway
country-PL = Poland
country-PT = Portugal
country-SE = Sweden
country-US = United States
country-BG = Bulgaria
country-CY = Cyprus
country-CZ = Czechia
country-EE = Estonia
country-GR = Greece
country-HR = Croatia
country-HU = Hungary
country-IS = Iceland
country-LT = Lithuania
country-LU = Luxembourg
country-LV = Latvia
country-MT = Malta
country-RO = Romania
country-SI = Slovenia
country-SK = Slovakia

## Today

title-today = Today
today-heading = { $weekday }, { $day } { $month }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
today-lead-first = Your first five minutes are ready.
today-lead-open = One short session, whenever it suits you.
today-lead-done = Done for today. Rest is part of it.
today-session = Today’s session
today-session-again = Once more, if you like
today-session-resume = Go on with your session
today-session-start = Look and start
today-session-check-first = First, tell us whether anything is new.
fact-minutes =
    { $n ->
        [one] 1 minute
       *[other] { $n } minutes
    }
fact-exercises =
    { $n ->
        [one] 1 exercise
       *[other] { $n } exercises
    }
fact-nothing-needed = Nothing needed
fact-needs = Needs: { $things }
today-check-in-something = Something is new
today-check-in-due-stopped = You stopped the last session, so we ask the whole list again.
today-check-in-due-reported = You told us of something new, so we ask the whole list again.
today-check-in-due-never = A few safety answers are missing.
today-check-in-answer = Answer the list
today-stop-open = Read what to do first
today-ask-care = One more thing, when you have a minute
today-ask-care-text = Tell us what to take care with. It opens more exercises, and closes those that are not for you.
today-ask-care-button = Tell us now
today-drive = Before you drive
today-drive-text = Settle both heels and both sit bones before the car moves.
today-drive-open = The card for drivers
today-habit = A habit for today
today-habit-did = I did it
today-habit-open = How
today-habit-done = Noted. Once is enough to count.
today-done = Done today
today-done-session =
    { $minutes ->
        [one] A session of 1 minute
       *[other] A session of { $minutes } minutes
    }
today-done-session-part =
    { $minutes ->
        [0] A session, stopped early
        [one] 1 minute of a session
       *[other] { $minutes } minutes of a session
    }
tomorrow-heading = Tomorrow
tomorrow-same = The same again, about { $minutes } min. The body learns by repeating.
tomorrow-lighter = A lighter one, about { $minutes } min: half the amount, because today was hard.
tomorrow-check = First the safety questions, because you stopped today.
tomorrow-rest = If you are sore, a walk counts as well.

## Anything new

title-check-in = Anything new?
check-in-lead = Tap what is new or worse since last time.
field-check-in-legs = How are your legs now?
check-in-problem = Answer both questions, then go on.
check-in-changed = Anything else?
check-in-fall = I had a fall or an accident
check-in-fall-help = Since the last session.
check-in-legs = My legs feel different
check-in-legs-help = New pain, tingling, numbness or weakness.

## Before the session

title-session = Session
title-ready = Your session
title-ready-first = Your first five minutes
ready-lead-first = On a chair. Only as far as feels easy.
ready-lead = Go only as far as feels easy.
ready-start = Start
ready-not-now = Not now
ready-pain = How strong is it before you start?
ready-stop-heading = Stop when
ready-stop-worse = the pain rises clearly and stays
ready-stop-legs = something new runs down a leg
ready-stop-giving = a leg gives way
ready-stop-net = anything from the safety net turns up

## After the session

title-feedback = How was it?
feedback-heading = Well done
feedback-heading-early = Stopping early is fine
feedback-heading-stop = You stopped
feedback-stop-lead = That was right. Please answer the safety questions before anything else.
feedback-minutes =
    { $n ->
        [0] Less than a minute
        [one] 1 minute
       *[other] { $n } minutes
    }
field-effort = How hard was it?
effort-easy = Easy
effort-right = About right
effort-hard = Too hard
field-after-pain = And how does it feel now?
feedback-answer-list = Answer the safety questions

## What to take care with

title-care = What to take care with
care-lead = Tick what a professional has told you, or what you know of yourself.
care-none = None of these
care-some = Only what I ticked
care-saved = Noted. Your plan follows it.
precaution-hip-replacement-unknown = Hip replacement, I do not know how
care-side = Which side?
care-weeks-since = How long ago?
care-weeks-0 = Less than 3 months
care-weeks-13 = 3 to 6 months
care-weeks-26 = 6 to 12 months
care-weeks-52 = More than a year
care-cleared = Has a clinician said that you may exercise?
care-cleared-turning = Has a clinician said that turning and bending are fine?
care-symptom-free = Is it free of trouble now?
care-leg-symptoms = Does it run into a leg?
care-weeks = How many weeks?
care-weeks-problem = Type the weeks as a whole number, for example 24.
care-detail-problem = Pick one, or “I am not sure”.
months-under-3 = Less than 3 months
months-3-to-12 = 3 to 12 months
months-over-12 = More than a year
answer-yes = Yes
answer-no = No

## For drivers

title-drive = For drivers
drive-back = Back

## An exercise

title-library = Library
exercise-also = Also known as { $names }
exercise-steps = How
exercise-feel = What it should feel like
exercise-not-feel = What it should not feel like
exercise-stop = Stop when
exercise-why = Why, and how sure that is
exercise-for = For
exercise-against = Against, or found nothing
exercise-easier = Easier: { $name }
exercise-harder = Harder: { $name }
exercise-variants = Other ways to do it
exercise-not-now = Not for you now: { $why }
exercise-back = All exercises
exercise-unknown = There is no such exercise.
fact-position = Starts
fact-equipment = You need
fact-equipment-none = Nothing
fact-or = { $first } or { $second }
fact-sides = Sides
fact-dose = How much
fact-targets = Works on
fact-target = { $role } { $structure }
fact-founding = From
position-walking = walking
position-standing = standing
position-sitting = sitting on a chair
position-half-kneeling = on one knee
position-hands-and-knees = on hands and knees
position-floor-sitting = sitting on the floor
position-side-lying = lying on one side
position-prone = lying face down
position-supine = lying on your back
laterality-both = both at once
laterality-each = one side, then the other
laterality-alternating = left and right in turn
role-lengthens = lengthens
role-strengthens = strengthens
role-moves = moves
role-presses = presses on
equipment-band = an elastic band
equipment-block = a firm block or thick book
equipment-towel = a towel
equipment-strap = a strap or belt
equipment-chair = a firm chair without wheels
equipment-wall = a free wall
equipment-step = a step
equipment-ball = a ball
equipment-cushion = a cushion
purpose-lengthening = Lengthening
purpose-strength = Strength
purpose-trunk = Trunk
purpose-mobility = Easy movement
purpose-walking = Walking
purpose-nerve-glide = Nerve glide
purpose-breathing = Breathing
grade-high = sure: several good trials agree
grade-moderate = fairly sure: some trials, some doubt
grade-low = not very sure: few or small studies
grade-very-low = unsure: very little, or indirect
grade-opinion = experience and reasoning only
kind-trial = trial
kind-review = review
kind-guideline = guideline
kind-cohort = cohort
kind-cross-sectional = one-time survey
kind-model = computed
kind-practice = practice
kind-reasoning = reasoning, not yet tested
kind-caution = our caution
dose-sets =
    { $n ->
        [one] 1 round
       *[other] { $n } rounds
    }
dose-repetitions =
    { $n ->
        [one] once
       *[other] { $n } times
    }
dose-hold =
    { $n ->
        [one] hold 1 second
       *[other] hold { $n } seconds
    }
dose-minutes =
    { $n ->
        [one] 1 minute
       *[other] { $n } minutes
    }
dose-seconds =
    { $n ->
        [one] 1 second
       *[other] { $n } seconds
    }
dose-each-side = each side
dose-left = left: { $dose }
dose-right = right: { $dose }

## Library

library-search = Search
library-search-help = Name, muscle or place.
library-filter-place = Where
place-chair = On a chair
place-feet = On your feet
place-bed = In bed
place-floor = On the floor
library-filter-position = Position
library-filter-structure = Part of the body
library-filter-equipment = With
library-filter-purpose = For
library-any = Any
library-count =
    { $n ->
        [0] No exercise
        [one] 1 exercise
       *[other] { $n } exercises
    }
library-empty = Nothing fits
library-empty-text = Take a filter away, or search with another word.
library-clear = Show all

## Plan

title-plan = Plan
plan-lead = Up to { $minutes } minutes a session. We look at it again in { $days } days.
plan-none = There is no plan yet.
plan-none-text = First comes what to do first.
plan-items = Exercises
plan-habits = Habits
plan-why = Why this?
plan-talk = You need not carry it alone
plan-left-out = Not for you now
plan-from-week = from week { $n }
plan-per-day =
    { $n ->
        [one] once a day
       *[other] { $n } times a day
    }
plan-days-per-week =
    { $n ->
        [one] 1 day a week
        [7] every day
       *[other] { $n } days a week
    }
plan-every-minutes = about every { $n } minutes
chain-from = Because of
chain-mechanism = What we expect
chain-for = Speaks for it
chain-against = Speaks against it, or found nothing
chain-change = What would change our mind

## Settings

title-settings = Settings
setting-language = Language
setting-theme = Light or dark
theme-system = As the device has it
theme-light = Light
theme-dark = Dark
setting-text-size = Size of the text
text-size-normal = Normal
text-size-large = Large
text-size-larger = Larger
setting-voice = Spoken cues
setting-voice-help = Only voices that run on this device are used.
setting-voice-none = This browser has no voice that runs on the device. Tones and captions are used.
setting-tones = Tones
setting-mirror = The figure as in a mirror
setting-mirror-help = On: your left is on the left, as in front of a mirror.
setting-on = On
setting-off = Off
setting-country = Country, for the emergency number
setting-data = Your data
setting-data-where = Everything you answer and do is kept in this browser, on this device.
setting-data-count =
    { $n ->
        [0] Nothing is kept yet.
        [one] 1 entry is kept.
       *[other] { $n } entries are kept.
    }
setting-data-used = It takes { $used } of about { $quota } megabytes this browser allows.
setting-data-persistent = This browser has promised not to clear it on its own.
setting-data-not-persistent = This browser may clear it when space runs low.
setting-data-server = A copy lies on the server this page came from.
setting-data-no-server = Nothing has been copied to a server.
setting-data-no-host = There is no server behind this page. Save a copy of everything now and then.
setting-data-waiting =
    { $n ->
        [one] 1 entry waits to be copied to the server.
       *[other] { $n } entries wait to be copied to the server.
    }
setting-export = Save a copy of everything
setting-care = What to take care with
setting-answers = Go through my answers
setting-keep = Ask the browser to keep it
setting-try-sound = Try the sound
setting-try-sound-said = This is how it sounds.
off-insecure = Starting without a network and keeping the screen awake need a secure connection (https).
off-voice = There is no voice on this device; tones and captions are used.
off-wake-lock = This browser cannot keep the screen awake.
off-offline = Starting without a network is not ready yet.
exported = A file with everything is ready.

## About

title-about = About
about-use = What it is for
about-limits = What it is not
about-limits-1 = It does not name an illness, and a “no” everywhere is no all-clear.
about-limits-2 = “Where to start” is a working guess. You can disagree with it.
about-limits-3 = Studies of exercise for back pain show modest effects. Doing it matters more than which one.
about-data = What is stored where
about-data-1 = Your answers and sessions: in this browser, and on the server you opened this from.
about-data-2 = Nothing is sent to anybody else. There is no tracking, no advertising, no account with us.
about-data-3 = You can save a copy of everything at any time, under Settings.
about-licences = Licences
about-licences-1 = The program: Apache-2.0 or MIT, as you like.
about-licences-2 = The library of exercises and texts: see its licence file.
about-sources = Sources
about-sources-lead = What the library leans on. Where sources disagree, an exercise shows both sides.
from-answer = what you answered
from-measure = what you measured
from-rule = how everybody starts

## A clinician has looked

title-cleared = A clinician has looked at it
cleared-lead = Then you can start with care. Tick only what was really looked at.
field-cleared = What was looked at?
field-cleared-by = Who looked?
cleared-by-gp = A family doctor
cleared-by-physiotherapist = A physiotherapist
cleared-by-specialist = A specialist
cleared-by-other = Another clinician
field-cleared-when = When?
cleared-today = Today
cleared-week = This week
cleared-month = This month
cleared-earlier = Longer ago
cleared-problem = Tick what was looked at, and say by whom and when.

## In the session

player-pause = Pause
player-resume = Go on
player-back = Back
player-skip = Skip
player-more-seconds = + { $n } s
player-less-seconds = − { $n } s
player-more-breath = One breath more
player-less-breath = One breath less
player-more-repetition = One more
player-less-repetition = One less
player-switch-side = Other side
player-leave-out = Leave this out
player-hurts = It hurts
player-green = A little, that is fine
player-green-help = About as at the start. We go on.
player-amber = Clearly more than before
player-amber-help = We make the rest about half as much.
player-red = A lot, or something new
player-red-help = New in a leg, giving way, chest pain or faint. We stop.
player-leave = End
player-go-on = Go on
player-end-here = End here
player-paused = Paused.
player-ask-gap = Go on from here?
player-ask-gap-help = The device slept or its clock moved. Nothing was counted meanwhile.
player-ask-hurts = How much?
player-ask-hurts-help = Compare with how it was when you began.
player-ask-lightened = The rest is lighter now. Go on?
player-ask-lightened-help = Fewer repetitions and shorter holds, about half.
player-ask-left-out = We leave this one out. Go on with the next?
player-ask-leaving = End the session here? What you did counts.
player-half-way = Half of it.
player-count-in = Get back into place.
player-side = Your { $side }
player-set = Round { $n }
player-time-left =
    { $n ->
        [one] 1 minute left
       *[other] { $n } minutes left
    }
player-next = Next: { $what }
player-next-side = your { $side }
player-next-come-up = coming up
player-next-end = done
player-pace-in = In
player-pace-out = Out
player-pace-go = Go
player-pace-stay = Stay
player-pace-return = Back
player-kind-get-ready = Get ready
player-kind-hold = Hold
player-kind-repetition = Move
player-kind-breaths = Breathe
player-kind-continue = Keep going
player-kind-change-sides = Change sides
player-kind-rest = Rest
player-kind-transition = Next
player-kind-count-in = Back into place
player-kind-paused = Paused
player-mute = Sound off
player-unmute = Sound on
player-unit-seconds = seconds
player-unit-minutes = minutes
player-unit-of = of { $of }
player-unit-hold = hold { $n } of { $of }
player-next-rest = a rest
player-not-hurting = It has passed

## The moving figure

figure-group = Picture of the movement. Turn it with the arrow keys or by drawing sideways.
figure-turn-left = Look from further left
figure-turn-right = Look from further right
figure-play = Play the movement
figure-stop = Stop the movement

## Home self-tests

title-tests = Short tests
tests-lead = Two or three minutes, one a day at most. By feel is enough; a number is for those who want one.
tests-today = Today’s test
tests-open = See how
tests-see-all = All short tests
tests-all = All of them
tests-none = No test today
tests-none-enough = One test a day is enough. The next one comes tomorrow.
tests-none-irritable = While pain is so easily stirred up, testing would only stir it. Rest from it and come back later.
tests-none-all-done = All of them were done lately. They come again four weeks after each.
tests-none-all-shut = None of them is for you now.
tests-care-opens = Most tests open once you tell us what to take care with.
tests-to-result = What it comes to
today-test = A short test, if you like
today-test-text = It helps to find where to start. By feel is enough.
test-both-sides = both sides
test-no-sides = once
test-unknown = There is no such test.
test-not-now = Not now
test-way = How do you want to answer?
test-way-feel = By feel
test-way-number = With a number
test-way-phone = With this phone
test-side-left = Left side
test-side-right = Right side
test-take = { $label }, take { $n }
test-take-problem = Type a number from { $min } to { $max }.
test-median = The middle of your takes: { $n } { $unit }.
test-method = What did you measure with?
test-keep = Keep it
test-kept = Kept.
test-hurts = It hurts, stop here
test-hurt-said = Stopped. We leave this test alone for four weeks.
test-problem = Answer every question of at least one side, then keep it.
test-found = What came of it
test-error-heading = How far to trust it
test-error = Less than { $n } { $unit } is within what this test cannot tell apart, measured with care.
test-error-by-feel = By feel it tells only large differences, and that is often enough.
test-error-feel = This one is felt, not measured. Compare yourself with yourself.
test-standing-open = Not done yet
test-standing-begun = One side done
test-standing-done = Done on { $day }
test-standing-hurt = It hurt on { $day }, so we leave it alone
day-and-month = { $day } { $month }
finding-side = { $finding } ({ $side })
finding-value = { $finding }: { $value }, give or take { $error }
finding-counts = It counts.
finding-nothing = Nothing stands out.
value-deg = { $n }°
value-cm = { $n } cm
value-s = { $n } s
value-times = { $n } times
value-points = { $n }
watch-start = Start the watch
watch-start-down = Start half a minute
watch-stop = Stop the watch
watch-over = Stop.
noted-heading = Asked, and only noted
noted-deep-arch = Does your low back arch deeply when you stand?
noted-deep-arch-yes = Yes
noted-deep-arch-no = No
noted-higher-hip = Does one hip look higher when you stand?
noted-higher-hip-left = The left
noted-higher-hip-right = The right
noted-higher-hip-neither = Neither
noted-line = { $question } { $answer }.

## Where to start

start-here = Where to start
start-here-lead = A working guess from what you told and measured. It only orders the exercises, and you may disagree.
pattern-leads = We start here
pattern-leads-sure = We start here: { $sure }
pattern-side = mostly { $side }
pattern-sum =
    { $for ->
        [one] 1 point for,
       *[other] { $for } points for,
    } { $against ->
        [0] nothing against
        [one] 1 sign against
       *[other] { $against } signs against
    }
pattern-why = What speaks for and against
pattern-disagree = I disagree
pattern-agree-again = I take that back
pattern-disagreed = You disagree, so we do not start here
pattern-disagreed-said = Noted. We no longer start there.
pattern-agreed-said = Noted. It counts again.
sign-points =
    { $n ->
        [one] 1 point, { $kind }
       *[other] { $n } points, { $kind }
    }
sign-measured = tested
sign-told = from your answers
result-tests = Find out more with a short test

## Changing the plan

plan-change = Change this
plan-lighten = Make it lighter
plan-remove = Take it out
plan-swap = Or this in its place
plan-changes = What you changed
plan-changed-said = Your plan follows it.
plan-change-keep = { $day }: { $name } as the plan has it
plan-change-remove = { $day }: { $name } taken out
plan-change-lighten = { $day }: { $name } made lighter
plan-change-swap = { $day }: { $other } in place of { $name }
plan-change-undo = Undo
