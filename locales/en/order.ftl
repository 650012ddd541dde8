# Filing orders: kinds, steps, history.

order-kind-first-filing = First filing (首次备案)
order-kind-add-service-here = Add a service (新增互联网信息服务)
order-kind-add-service-elsewhere = Add a service, subject filed elsewhere
order-kind-add-access = Add an access (新增接入)
order-kind-change-subject = Change the subject (变更主体)
order-kind-change-service = Change the service (变更互联网信息服务)
order-kind-change-both = Change the filing (变更备案)
order-kind-cancel-access = Cancel an access (取消接入)
order-kind-cancel-service = Cancel a service (注销互联网信息服务)
order-kind-cancel-subject = Cancel the subject (注销主体)
order-kind-migrate = Migrate a filing (迁移备案)
order-kind-claim = Claim a filing (认领备案)

order-step-basics = Basics
order-step-subject = The subject (主体)
order-step-service = The website
order-step-access = The server (备案资源)
order-step-evidence = Documents (材料)

order-event-opened = Opened the order
order-event-submitted = Submitted for first review
order-event-check-passed = Automatic check passed
order-event-check-blocked = Automatic check found something
order-event-withdrawn = Took it back
order-event-abandoned = Gave it up
order-event-returned-by-reviewer = Returned it
order-event-approved-by-reviewer = Approved in first review
order-event-claim-confirmed = Confirmed the claim
order-event-departed = Sent to the authority
order-event-phone-check-started = Received; phone check begun
order-event-received-by-authority = Received; review begun
order-event-phone-check-passed = Phone check done; review begun
order-event-phone-check-missed = Phone check missed
order-event-phone-check-failed = Phone check failed
order-event-file-refused = The authority refused the whole file
order-event-granted = Granted
order-event-refused-by-authority = Refused
order-opinions = { $n ->
    [one] one thing to change
   *[other] { $n } things to change
}

order-step-basics-hint = Certificate, province, domain
order-step-subject-hint = Address, person in charge
order-step-service-hint = Name, content, person in charge
order-step-access-hint = Server, addresses
order-step-evidence-hint = Photos of certificates, verification photo, domain certificate

## The order's page
order-tab = { $stage } · { $title }
order-tasks = Five steps to fill in
order-task-answers = Check and submit
order-task-answers-hint = Read it once more, promise that it is true
order-task-later = After the five steps
order-go-on = Go on filling in
order-go-answers = Check and submit
order-kept = Everything is saved; leave when you like.
order-history = History
order-about = This order
order-withdraw = Take it back
order-abandon = Give it up
order-provisional = (may move once the holidays are published)
order-time-check = about a minute
order-time-review = within { $n } working days
order-time-phone = within 24 hours
order-time-authority = { $n } working days at most
order-why-first-filing = The kind was derived: neither the subject nor the domain is filed, so this is a first filing.
order-why-add-service-here = The kind was derived: the subject is filed here, and this is one more website of it.
order-why-add-service-elsewhere = The kind was derived: the subject is filed with another provider, and this is one more website of it.
order-why-add-access = The kind was derived: the website is filed, and is now also carried by us.
order-why-change-subject = Changes what is filed about the subject.
order-why-change-service = Changes what is filed about the website.
order-why-change-both = Changes what is filed about the subject and the website.
order-why-cancel-access = Ends our carrying of the website.
order-why-cancel-service = Cancels the filing of the website.
order-why-cancel-subject = Cancels the filing of the subject.
order-why-migrate = Moves a filed website to another subject.
order-why-claim = Brings a filing that stands at the authority into our register.

order-submitted-at = submitted { $at }
order-opened-at = opened { $at }
order-see-submitted = See what was submitted
order-submitted-title = What you submitted
order-submitted-lead = Submitted { $at }; this is what the reviewer and the authority see. Of certificate numbers, phones and mail addresses only a part is shown.
order-rule-review = It can be taken back until it leaves for the authority; after that it queues again.
order-rule-left = It has left for the authority and can be neither changed nor taken back, unless it is returned.
order-help = Need help?
order-help-text = Contact { $contact } and give the number of this order:
order-viewer = You may look only. The owner of the account, or someone who files for it, can change and submit.
order-reminders = { $n ->
    [one] One reminder that stops nothing
   *[other] { $n } reminders that stop nothing
}
order-checking-long = Still waiting for the authority’s system to answer; we keep asking. No need to stay, you will be told.
order-tip-phone = Keep the phones of the persons in charge on; our reviewer may call.
order-tip-closed = Do not let the domain lead to a website yet; the order would be returned.
order-tip-call = The authority may call; keep the phones of the persons in charge on.
order-sending-departed = It has left, and we are waiting for the receipt. It can no longer be taken back.
order-phone-asked = Has to answer
order-phone-none-wrong = Certificate number, mobile number and code must all be right: after five wrong tries the sixth returns the order.
order-phone-missed = The ministry tells us only how it ended, not who has answered. If the time runs out or it fails, the order is back with our reviewer; nothing needs typing again.
order-returned-comment = Change it as the reviewer says, then submit again
order-returned-answered = All changed; check and submit again
order-returned-then = You can also check first; what is still open will be named again.
order-go-upload = Upload again
order-next-police-over = was due by { $day }; do it soon

## What to do now
order-now-draft = To do now: fill in five steps, check, submit
order-now-draft-text = Each step can be saved and finished later. Mistakes do no harm: you are told what to change.
order-now-checking = The automatic check is running
order-now-checking-text = Numbers, domain and server are checked, usually within a minute. This page updates itself.
order-now-in-review = Our reviewer is looking at it
order-now-in-review-text = You will be told the result. Until then you can take it back and change it.
order-now-phone-check-missed = The phone check was missed; the order is back with our reviewer
order-now-phone-check-missed-text = It was not done within 24 hours. The reviewer will call the persons in charge and send it again as it is; nothing needs typing again.
order-now-phone-check-failed = The phone check failed; the order is back with our reviewer
order-now-phone-check-failed-text = The code was wrong too often. The reviewer will call the persons in charge and send it again as it is; nothing needs typing again.
order-now-file-refused = The authority refused the file; the order is back with our reviewer
order-now-file-refused-text = The authority did not read the whole file in which the order travelled; that says nothing about your answers. The reviewer finds the cause and sends it again as it is; nothing needs typing again.
order-now-sending = Approved, and on its way to the authority
order-now-sending-text = It usually arrives within minutes. The ministry will then send an SMS to the persons in charge; let them know.
order-now-phone-check = To do now: the persons in charge do the phone check (短信核验)
order-now-phone-check-text = The ministry (12381) has sent a six-digit code to these phones. Each person enters it on the ministry’s page; if the time runs out the order comes back.
order-now-with-authority = The authority is reviewing it
order-now-with-authority-text = It can be neither changed nor taken back now. You will be told at once. Keep the website closed until it is filed.
order-now-abandoned = Given up
order-now-abandoned-text = This order goes no further and is kept for the record. To file again, start a new one.
order-now-done = Done
order-now-done-text = The authority has agreed; the number stays the same.
order-phone-open = Open the ministry’s page
order-phone-how = How it is done
order-phone-how-1 = Find the six-digit code in the SMS from 12381.
order-phone-how-2 = On the ministry’s page enter the last six characters of the certificate number, the mobile number and the code.
order-phone-how-3 = Each person does it. When all are done, the authority begins its review.
order-phone-none = No SMS?
order-phone-none-1 = See whether the phone put it among the spam; 12381 is the ministry’s number.
order-phone-none-2 = Choose “重新发送” on the ministry’s page; it can be sent again twice.
order-phone-none-3 = If the number is wrong, let the time run out; then change it together with our reviewer.
order-person-subject = Subject’s person in charge
order-person-service = Website’s person in charge

## Returned
order-returned-precheck = { $n ->
    [one] Automatic check: one thing to change
   *[other] Automatic check: { $n } things to change
}
order-returned-provider = { $n ->
    [one] One thing left; change it and submit again
   *[other] { $n } things left; change them and submit again
}
order-returned-authority = The authority returned it; change it as it says and submit again
order-returned-authority-text = Go through the steps with its words at hand; ask our reviewer if in doubt. Then submit again; it starts with the first review.
order-returned-opinion = Opinion
order-returned-codes = Result codes: { $codes }
order-returned-rest = Nothing else needs typing again.
order-go-field = Change it
order-go-resubmit = Check and submit again

## Filed
order-next = Three things to do now
order-next-today = today
order-next-footer = Put the number at the foot of the website
order-next-footer-text = It stands at the foot of the home page and links to the ministry. Put this into the page:
order-next-resolve = Let the domain resolve again
order-next-resolve-text = The website may open now. Point the domain at the filed server:
order-next-police = Register with the police (公安联网备案)
order-next-police-until = by { $day }, { $span } left
order-next-police-text = Within 30 days of opening, at the national internet security platform.
order-next-police-go = Register there

## Taking back, giving up
order-leave-it = Leave it as it is
order-withdraw-title = Take this order back?
order-withdraw-lead = You can then change it and submit it again, and it queues again. Its place on the server is kept for you.
order-withdraw-do = Take it back
order-abandon-title = Give this order up?
order-abandon-lead = This cannot be undone, and its place on the server is freed. The answers are kept for the record; to file, start a new order.
order-abandon-do = Give it up
