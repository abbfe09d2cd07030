### Six cards to read. Each body has at most 90 words.

education-outlook-title = How this usually goes
education-outlook-body = Most back and hip pain is not a sign of something serious: of about 1,200 people who saw a doctor with new back pain, 11 had a serious cause. Pain tends to come and go, and it often eases without anything being fixed. Exercise helps on average by a modest amount, and no single kind of exercise clearly wins. What you keep doing matters more than which one you pick. Give it weeks rather than days, and judge it by what you can do again.

education-hurt-title = Hurt is not the same as harm
education-hurt-body = A sore back can be sensitive without being injured. In trials, people whose exercises hurt somewhat did no worse than people who avoided all pain; early on they did slightly better, later there was no difference. So use a traffic light. Green: at most 2 points above your start, settled by morning. Amber: more than that, or not settled; do less next time. Red: 5 points above, new signs in a leg, or a leg giving way; stop and check again.

education-flares-title = When it flares up
education-flares-body = A flare is pain clearly above your usual for a day or longer. It is common and it passes. Check the list of warning signs first. Then do half of your usual amount for two to five days, with easy movement and short walks instead of bed. Choose positions that ease, and change them often. When it settles, build up again in small steps. A flare tells you about the last days. It says little about where you will be in a month.

education-sleep-title = Sleep and pain
education-sleep-body = A bad night can make the next day sorer, and a sore day can spoil the night. Neither is your fault. What many people find useful: get up at the same time, move in daylight, settle the breath before bed, and change your position when you wake. No position is the right one. On your side a pillow between the knees may help; on your back, one under them. Pain that wakes you every night and no position eases belongs in front of a clinician.

education-work-title = Work and sitting
education-work-body = There is no single correct posture. Sitting long goes along with back pain in many surveys, but they cannot say which came first. In one trial with office workers, short breaks and frequent small shifts each prevented new back pain better than neither. So vary: shift, stand, walk, come back. If a task always uses one side, swap hands for part of the day. Ask at work for small changes early; staying at work in some form is usually better than waiting to be without pain.

education-scans-title = What a scan can and cannot say
education-scans-body = A scan is worth having when warning signs point to something a picture would change. Without them, guidelines advise against routine scans for back pain. Worn or bulging discs show on the scans of many people who feel fine, more with age, though somewhat more often in younger people with pain. Pelves and legs are rarely alike on both sides either. If you have a report full of long words, ask the person who ordered it which of them change what you should do.
