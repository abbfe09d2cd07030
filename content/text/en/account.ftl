### Accounts on a household's server: logging in, links, devices. Nothing here is needed to use the app on a device.

title-account = Account

account-log-in = Log in
account-log-in-heading = Log in
account-log-in-lead = This server keeps a copy of what you note here. What is on this device goes to your account too. You can go on without logging in; then nothing is copied.
account-without = Go on without
account-name = Name
account-name-help = You log in with it. Capitals do not matter.
account-password = Password
account-password-old = Your present password
account-password-new = A new password
account-password-help = At least ten characters. Three or four words are easy to remember.
account-password-heading = Another password
account-password-change = Keep this password
account-password-changed = Your new password is kept. Other devices have to log in again.

account-join = Make my account
account-join-heading = Make your account
account-join-lead = Somebody of your household gave you this link. Your journal opens for you alone.
account-again-heading = Choose a new password
account-again-lead = Devices that are logged in now have to log in again.

account-heading = Logged in as { $name }
account-logged-in = You are logged in.
account-see = Your account
account-devices = Devices
account-device = { $device }, last used on { $day }
account-device-this = { $device }, this one
account-device-unknown = A device
account-device-end = Log out { $device } (last used on { $day })
account-devices-end = Log out all others
account-log-out = Log out here
account-log-out-keeps = What is on a device stays there when it is logged out.
account-invite = Make a link
account-invite-heading = Invite somebody
account-invite-lead = Everybody has a journal of their own that nobody else can open.
account-invite-link = Give this link to one person. It is good once, for a week.

account-needed = Nothing is being copied to the server.
account-needed-advice = It wants you to log in. Everything is safe on this device meanwhile.
account-other = This device was used with another account.
account-other-advice = Nothing is copied until you say where it belongs.
account-other-adopt = Add what is on this device to my account
account-other-adopt-means = If what is noted on this device is somebody else's, log out here. If it is yours, you can add it to your account.

account-trouble-empty = Fill in both fields.
account-trouble-unreachable = The server cannot be reached. Try again when you are connected.
account-trouble-failed = Name and password do not belong together. Whoever runs the server can give you a link for a new password.
account-trouble-weak = Choose another password: at least ten characters, and not one of the first that somebody would try.
account-trouble-wrong = Your present password is another. Nothing was changed.
account-trouble-taken = Somebody here has this name. Choose another.
account-trouble-name = A name has 1 to 64 letters or other signs.
account-trouble-link = This link is not good any more. Each is good once and for a few days. Ask for another.
account-trouble-often = That was tried too often. Wait a minute and try again.
account-trouble-other = That did not work. Try again later.
