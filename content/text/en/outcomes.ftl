### Outcome measures. The 24 statements are the Roland-Morris questionnaire in its published wording (Roland & Morris
### 1983, Spine 8:141; its authors ask for no permission), with the misprint "then" of statement 9 mended.

roland-morris-intro = Tick each sentence that describes you today. Leave the others blank.
roland-morris-source = Roland and Morris 1983, Spine 8:141

roland-morris-1 = I stay at home most of the time because of my back.
roland-morris-2 = I change position frequently to try and get my back comfortable.
roland-morris-3 = I walk more slowly than usual because of my back.
roland-morris-4 = Because of my back I am not doing any of the jobs that I usually do around the house.
roland-morris-5 = Because of my back, I use a handrail to get upstairs.
roland-morris-6 = Because of my back, I lie down to rest more often.
roland-morris-7 = Because of my back, I have to hold on to something to get out of an easy chair.
roland-morris-8 = Because of my back, I try to get other people to do things for me.
roland-morris-9 = I get dressed more slowly than usual because of my back.
roland-morris-10 = I only stand for short periods of time because of my back.
roland-morris-11 = Because of my back, I try not to bend or kneel down.
roland-morris-12 = I find it difficult to get out of a chair because of my back.
roland-morris-13 = My back is painful almost all the time.
roland-morris-14 = I find it difficult to turn over in bed because of my back.
roland-morris-15 = My appetite is not very good because of my back pain.
roland-morris-16 = I have trouble putting on my socks (or stockings) because of the pain in my back.
roland-morris-17 = I only walk short distances because of my back.
roland-morris-18 = I sleep less well because of my back.
roland-morris-19 = Because of my back pain, I get dressed with help from someone else.
roland-morris-20 = I sit down for most of the day because of my back.
roland-morris-21 = I avoid heavy jobs around the house because of my back.
roland-morris-22 = Because of my back pain, I am more irritable and bad tempered with people than usual.
roland-morris-23 = Because of my back, I go upstairs more slowly than usual.
roland-morris-24 = I stay in bed most of the time because of my back.

ask-own-activities = How well could you do each of your activities this week? 0 is not at all, 10 is as before.
ask-daily-pain = How was your pain today, on average and at its worst? 0 is none, 10 the worst you can imagine.
ask-interference = How much did pain get in the way of your days, of what you enjoy, and of your sleep this week?
ask-roland-morris = Twenty-four short sentences about today. You can skip them.
ask-global-change = Compared with when you began, how is it now? -5 is much worse, 0 the same, 5 much better.
ask-self-tests = Your self-tests again, to see what has moved.

reading-improved = better, by enough to matter
reading-probably-improved = better, perhaps by enough to matter
reading-better = a little better
reading-within-error = no difference that can be told from chance
reading-worse = worse
reading-unknown = nothing can be said
