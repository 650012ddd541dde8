# The filing form: start, five steps, documents, checking.

form-start = Start a filing

## Starting
form-start-title = Start a filing
form-start-lead = Answer two questions, see what you need and how long it takes, and decide then.
form-start-who = Who files?
form-start-organisation = An organisation
form-start-organisation-hint = A company, a sole trader, a public body, an association
form-start-person = A person
form-start-person-hint = A personal website in your own name
form-start-what = What is filed?
form-start-website = A website
form-start-website-hint = Reached by a domain name
form-start-app = An App
form-start-app-hint = Android, iOS, HarmonyOS
form-start-app-not-yet = For now our reviewers help with Apps in person; please get in touch. Websites can be filed right here.
form-start-next = Next
form-start-free = Nothing is sent to anybody before you submit.
form-start-basics = Which certificate, which domain?
form-start-basics-lead = From these the kind of filing follows; you need not know it.
form-start-look = See what is needed
form-start-look-hint = Just a look; no order is opened yet.
form-start-running = Open that order
form-outlook-title = { $province }: { $kind }
form-outlook-need = { $n } things to have at hand
form-outlook-time = How long it takes
form-outlook-time-fill = Filling in: about 20 minutes, in as many sittings as you like
form-outlook-time-review = First review: within { $n } working days
form-outlook-time-phone = Phone check: within 24 hours
form-outlook-time-authority = The authority: { $n } working days at most
form-outlook-open = Start filling in
form-outlook-change = Change the answers
form-outlook-kept = Leave when you like; everything is kept.

## Filling in
form-step-count = Step { $n } of { $all }
form-step-save = Save and continue
form-step-later = Save and continue later
form-step-look = Have a look
form-step-overtaken = While you were typing, this step was saved elsewhere. Below is what you typed; save again to let it stand.
form-step-lead-basics = From these the kind of filing follows.
form-step-lead-subject = Who files, and who answers for it. Copy everything as on the certificates.
form-step-lead-service = What the website is, and who answers for it.
form-step-lead-access = Which server carries the website.
form-step-lead-evidence = One clear photo each. Every upload is saved at once; you can do it bit by bit.
form-yes-legal = Yes
form-no-legal = No, authorised by the legal representative
form-subject-organisation = The subject
form-subject-person = The subject’s person in charge (主体负责人)
form-subject-person-hint = Answers for the filing, and gets the ministry’s SMS.
form-service-website = The website
form-service-person = The website’s person in charge (网站负责人)
form-service-person-hint = Answers for the content; may be the same person.
form-service-same = The same person: copy the answers
form-service-no-approval = Not needed
form-access-none = There is no server in your account that can carry a filing. Subscribe to one in mainland China, or ask us to enter it.
form-access-hint = The servers of your account. Those that cannot be chosen say why.
form-access-fill = Fill in from this server
form-access-fill-hint = Addresses, kind of access and place are taken from the chosen server.
form-access-abroad = outside mainland China
form-access-until = until { $date }
form-access-left = { $left } of { $places } filing places left
form-access-gone = A server no longer in your account

## Documents
form-evidence-phone = Easier with a phone
form-evidence-phone-text = Take cards and the verification photo with a phone: they come out clear, and no files go back and forth.
form-evidence-phone-do = Show the QR code
form-evidence-upload = Upload
form-evidence-there = Uploaded
form-evidence-missing = Not there yet
form-evidence-remove = Remove it
form-evidence-another = Add another
form-evidence-next = Next: check your answers
form-evidence-later = Continue later
form-phone-lead = The phone needs no sign-in. It can only upload photos for this order and sees nothing else.
form-phone-task = Take the photos for the filing
form-phone-arrived = What has arrived
form-phone-back = Done, back to the documents
form-phone-until = works until { $until }
form-phone-all = Everything is here. Go on at the computer.
form-phone-closed = This order takes no photos now.

## Checking
form-answers-title = Check your answers
form-answers-title-closed = The answers
form-answers-lead = Read everything once more and compare it with the certificates.
form-answers-lead-closed = What the order holds now.
form-answers-blocked = { $n ->
    [one] One thing to change before you can submit
   *[other] { $n } things to change before you can submit
}
form-answers-reminders = Ready to submit; look at these once more
form-answers-empty = Not filled in yet
form-answers-consent-label = Promise of truth (信息真实承诺)
form-answers-consent = Everything above is true and exact and comes from the subject and the persons in charge themselves, who answer for it by law.
form-answers-consent-missing = Tick the promise of truth once you have checked everything, then submit.
form-answers-submit = Submit for first review
form-answers-then = An automatic check comes first, then our reviewer. Until the review you can take it back.

## Checks while typing
form-check-number = A good number, registered in { $place }
form-check-form = Looks right
form-check-segment = This number belongs to a virtual operator or to devices.
form-check-domain = This domain can be filed
form-check-subdomain = This is a subdomain; what is filed is { $registrable }
form-check-filed = This domain is filed already: { $number }

## Persons in charge
form-person-subject = Subject’s person in charge
form-person-service = Website’s person in charge
form-evidence-instead = Instead you may bring: { $document }.
form-evidence-asked-by = Asked for by: { $source }.
form-outlook-perhaps = Perhaps also
