### Reminders: one small action, at most 12 words, neutral where others may see it.

reminder-calendar-name = Move
reminder-feed-title = Move for { $minutes } minutes
reminder-say-title = A short move
reminder-say-sitting = Squeeze both seat muscles for five seconds, then let go.
reminder-say-times = Get up and walk for a few minutes.
reminder-say-before-driving = Before you drive: feet, seat, back.
reminder-say-on-waking = Five easy minutes before you sit down.
reminder-answer-done = Done
reminder-answer-snooze = In 10 minutes
reminder-answer-skip = Not now
