### Reminders while the app is closed.

closed-heading = Reminders while this is closed
closed-lead = Your browser can remind you of one small move with this page closed. Unless you set it otherwise: at most eight times a day, never at night.
closed-who-sees = They go through your browser maker's push service. It sees that something was sent and when, not what.
closed-turn-on = Remind me while this is closed
closed-turn-off = Stop these reminders
closed-try = Send one now
closed-asked = One moment.
closed-on = On, for this browser.
closed-tried = Sent. It should appear within a minute.
closed-denied = Your browser blocks notifications from this page. Allow them in its settings, then try again.
closed-no-service = Your browser reached no push service. That needs the internet, and a browser that has one.
closed-failed = That did not work. Please try again later.
closed-trial = This is how a reminder looks.
