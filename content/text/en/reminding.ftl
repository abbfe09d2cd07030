### Reminders while the app is open: the offer, "I am sitting now", settings. Small, quiet, easily switched off.

title-reminders = Reminders
remind-offer = A squeeze while you sit?
remind-offer-text = A small reminder every 30 minutes of sitting, eight a day at most, and none at night. One tap answers it.
remind-offer-yes = Yes, remind me
remind-offer-no = No, thanks
remind-settings = Settings for reminders
remind-are-on = Reminders are on.
remind-are-off = Reminders are off. They are small, quiet at night, and off again with one tap.
remind-off = Switch all reminders off

sitting-not = Sitting down to work?
sitting-not-text = Say so, and reminders begin to count. They stop when you get up.
sitting-down = I am sitting now
sitting-now = You are sitting
sitting-now-text = Getting up counts as the break: say so, and the count begins anew.
sitting-up = I am up

remind-lead = One small action, at most twelve words, one tap. Nothing fills your screen, and what you leave out is not held against you.
remind-not-at-all = Not at all
remind-every-minutes = Every { $n } minutes
field-remind-every = A squeeze while you sit
field-remind-every-help = It counts from “I am sitting now”.
field-remind-most = At most so many a day
field-remind-walks = Get up and walk for a few minutes
field-remind-waking = Five easy minutes after waking
remind-waking-yes = When I first open this in the morning
field-remind-drive = Before you drive: you leave at
field-remind-drive-help = It comes ten minutes earlier, while the car still stands.
field-remind-night = Quiet hours
remind-night = { $from }:00 to { $to }:00
remind-no-night = None

remind-quiet = Quiet for now
remind-quiet-text = What falls into quiet time comes once at its end.
remind-quiet-for =
    { $n ->
        [30] Half an hour
        [60] One hour
       *[180] Three hours
    }
remind-quiet-until = Nothing until { $time }.
remind-quiet-end = End the quiet now

remind-where = Where they reach you
remind-where-open = In this app, as long as it stays open in one tab: a line at the top of the page.
remind-notify-ask = While the tab is in the background your browser can show a small notice, if you allow it.
remind-notify-allow = Allow small notices
remind-notify-granted = While the tab is in the background your browser shows a small notice.
remind-notify-denied = Your browser shows no notices of this page. That can be changed in its settings for this site.
remind-notify-missing = This browser shows no notices of this page while it is in the background.
