# Words that every page has.

## The frame of a page
ui-skip = Skip to content
ui-rehearsal = Rehearsal: this system talks to a simulated authority. Filing numbers issued here have no effect.
ui-navigation = Main navigation
ui-crumbs = Where you are
ui-foot = Foot of the page
ui-other-language = 中文
ui-sign-out = Sign out
ui-ministry = MIIT filing system (工信部)
ui-hotline = Phone { $number }
ui-title-wrong = Error: { $title }

## Dates and deadlines
ui-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
ui-day-time = { $time }, { $day }
ui-span-working-days = { $n ->
    [one] 1 working day
   *[other] { $n } working days
}
ui-span-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
ui-span-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
ui-span-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
ui-span-over = over
ui-deadline = { $span } left (before { $when })
ui-deadline-over = The deadline has passed ({ $when })

## Forms
ui-errors-title = { $n ->
    [one] One thing needs changing
   *[other] { $n } things need changing
}
ui-example = For example: { $text }
ui-optional = (optional)
ui-choose = Choose…
ui-long-term = Long term (长期)
ui-characters = characters
ui-province = Province
ui-county = District or county
ui-choose-province = Choose a province…
ui-choose-county = Choose a district…
ui-show-counties = List districts
ui-connection-lost = The connection is gone; your answers are still here. Submit again once you are back online.

## Upload
ui-file-choose = Choose a file, or drop it here
ui-file-replace = Choose another file, or drop it here
ui-file-limit = Up to { $size }
ui-file-too-large = This file is too large; choose a smaller one
ui-sending = Uploading
ui-sent = Uploaded %
ui-arrived = Uploaded; it is being read…
ui-often-returned = Why these are usually returned
ui-photo-good = Like this: all four corners, sharp text
ui-photo-glare = Glare hides the text
ui-photo-cropped = A corner is missing
ui-photo-blurred = Out of focus
ui-photo-dark = Too dark to read

## On to the phone
ui-handoff-unopened = Waiting for a phone
ui-handoff-opened = Open on the phone
ui-handoff-finished = Done on the phone
ui-handoff-expired = This code has expired
ui-handoff-qr = QR code: on a phone, { $task }
ui-handoff-scan = Scan with a phone camera or WeChat; no need to sign in again
ui-handoff-stay = Come back here when done; this page updates itself
ui-handoff-send = The person is somewhere else? Send them the link:
ui-handoff-until = Works until { $until }

## Progress
ui-line = Progress of the filing
ui-stop-past = (done)
ui-stop-now = (now)
ui-stop-future = (to come)
ui-task-to-do = To do
ui-task-begun = Continue
ui-task-complete = Complete
ui-task-wrong = { $n ->
    [one] 1 to change
   *[other] { $n } to change
}
ui-at = When
ui-who = Who
ui-what = What
ui-opinion = Opinion

## Check your answers, findings
ui-unanswered = Not answered yet
ui-change = Change
ui-finding-answer = Your answer
ui-finding-what = The problem
ui-finding-why = Why
ui-finding-remedy = What to do
ui-finding-rule = Read the rule
ui-finding-answered = Changed

## Lists
ui-pages = Pages
ui-page-before = Previous page
ui-page-after = Next page
ui-filter = Search
ui-filter-clear = Show everything
ui-copy = Copy
ui-copied = Copied
ui-unmask = Show in full
ui-unmask-note = Who looked, and when, is recorded
ui-chart-table = Show the numbers
ui-filed = Filed (已备案)

## The review desk
ui-evidence = Evidence
ui-evidence-open = Open the file
ui-evidence-larger = Larger
ui-evidence-smaller = Smaller
ui-evidence-turn = Turn
ui-evidence-next = Next piece
ui-review-was = Submitted before:
ui-review-reason = Choose a reason…
ui-review-opinion = To the customer: what is wrong, and how to put it right

## When something does not work out
ui-problem-invalid = This request could not be read
ui-problem-refused = This cannot be done yet
ui-problem-forbidden = This is not yours to do
ui-problem-missing = There is no such page
ui-problem-stale = Somebody else was a moment faster
ui-problem-busy = Too many requests, wait a moment
ui-problem-fault = Something broke, and it is our fault
ui-problem-remedy = What you can do: { $remedy }
ui-problem-who-can = This can be done by: { $who }.
ui-problem-missing-text = The address may be incomplete, or what was here is gone, or it belongs to another account.
ui-problem-see-now = See it as it is now
ui-problem-busy-text = { $n ->
    [one] Try again in a second. Your answers are still here.
   *[other] Try again in { $n } seconds. Your answers are still here.
}
ui-problem-fault-text = Your answers are saved. Try again in a few minutes; if you contact us, tell us this number and we will find the cause at once.
ui-problem-reference = Number
ui-problem-home = Back to the start

## The map of provinces
ui-map-beyond = { $name }: outside of ICP filing
