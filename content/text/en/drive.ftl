### The drive companion: a track that needs no screen and no hand. Nothing to do while the car moves.

drive-read = Read it to me
track-heading = A track for the drive
track-text = A sound file made on this device. It begins with a signal for the check above, while you are still parked. Then there is at most a quiet tone now and then that means: settle evenly. It ends with a call to stop and walk.
track-rule = Start it before you drive off, and then leave the phone alone. A pause of fifteen minutes at least every two hours is a rule for everybody.
field-track-tone = A quiet tone
field-track-stop = The call to stop and walk
track-no-tone = None
track-minutes =
    { $n ->
        [120] After two hours
       *[other] { $n } minutes
    }
track-make = Make the track
track-made = The track is ready.
track-holds =
    { $n ->
        [0] No tone, and the call to stop after { $minutes } minutes.
        [one] One quiet tone, then the call to stop after { $minutes } minutes.
       *[other] { $n } quiet tones, then the call to stop after { $minutes } minutes.
    }
track-play = It goes on with the screen off, as long as this page stays open.
