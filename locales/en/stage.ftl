# Where an order stands, and who acts.

stage-draft = Being filled in
stage-checking = Automatic check
stage-in-review = Waiting for first review
stage-in-review-first = Waiting for first review
stage-in-review-resubmitted = Changed, waiting for review
stage-in-review-phone-check-missed = Phone check missed, back in review
stage-in-review-phone-check-failed = Phone check failed, back in review
stage-in-review-file-refused = Whole file refused by the authority, back in review
stage-returned = To be changed
stage-returned-precheck = To be changed
stage-returned-provider = Returned by the reviewer
stage-returned-authority = Returned by the authority
stage-sending = On its way to the authority
stage-phone-check = Waiting for the phone check
stage-with-authority = With the authority
stage-filed = Filed
stage-done = Completed
stage-abandoned = Given up

## The stops of the line
stage-stop-fill = Fill in
stage-stop-check = Automatic check
stage-stop-review = First review (初审)
stage-stop-phone = Phone check (短信核验)
stage-stop-authority = Authority (管局)
stage-stop-filed = Filed (已备案)

## Who acts
stage-party-customer = You
stage-party-system = The system
stage-party-reviewer = The reviewer
stage-party-persons-in-charge = The persons in charge
stage-party-authority = The authority
stage-party-nobody = —

## Who did it
stage-who-customer = The customer
stage-who-staff = The reviewer
stage-who-staff-named = { $name }, reviewer
stage-who-system = The system
stage-who-authority = The authority
