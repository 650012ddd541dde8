# The staff desk: queue, review, accounts.

## Navigation
desk-nav-queue = Queue
desk-nav-authority = From the authority
desk-nav-rules = Rules
desk-nav-accounts = Accounts
desk-nav-resources = Resources
desk-nav-exchange = Exchange
desk-nav-jobs = Jobs
desk-nav-journal = Journal

## Signing in
desk-sign-in-title = Staff sign-in
desk-sign-in-lead = This is the door for reviewers and administrators.
desk-sign-in-email = Email
desk-sign-in-password = Password
desk-sign-in-go = Sign in
desk-sign-in-customer = I am a customer: go to customer sign-in
desk-sign-in-locked = Too many wrong passwords. Try again in { $n ->
    [one] one minute
   *[other] { $n } minutes
}.

## Queue
desk-queue-title = Review queue
desk-queue-lead = { $n ->
    [one] One order waits
   *[other] { $n } orders wait
} for review, the longest waiting first.
desk-queue-overdue = { $n } overdue
desk-queue-start = Start with the oldest
desk-queue-stages = By stage
desk-queue-all = All
desk-queue-empty-title = No orders here
desk-queue-empty-text = Orders line up here by themselves when customers submit them.
desk-queue-none-title = No order fits
desk-queue-none-text = Change the filter, or show everything.
desk-filter-text = Domain or order number
desk-filter-province = Province
desk-filter-kind = Kind of order
desk-column-domain = Domain
desk-column-subject = Subject
desk-column-kind = Kind
desk-column-province = Province
desk-column-stage = Stage
desk-column-age = Waited
desk-column-order = Order
desk-age = { $n ->
    [one] 1 working day
   *[other] { $n } working days
}
desk-late = Overdue
desk-due-today = Due today
desk-load-title = Work in hand
desk-load-unit = Orders
desk-load-note = Orders under way that do not wait for a customer
desk-load-checking = Check
desk-load-in-review = Review
desk-load-sending = To send
desk-load-phone-check = SMS
desk-load-with-authority = Authority
desk-figure-review = Waiting for review
desk-figure-sent-back = With customers

## Reviewing an order
desk-part-basics = Basics
desk-part-subject = Subject (主体)
desk-part-subject-person = Person in charge of the subject
desk-part-service = Website (网站)
desk-part-service-person = Person in charge of the website
desk-part-access = Resource and access (接入)
desk-part-evidence = Evidence (材料)
desk-back = Back to the queue
desk-age-waited = Waited { $n ->
    [one] 1 working day
   *[other] { $n } working days
}
desk-round = Submission { $n }
desk-check-clean = The automatic check found nothing
desk-check-found = Automatic check: { $blocks } wrong, { $warns } to look at
desk-account-unverified = Account not verified
desk-changed = Changed since the last submission ({ $n }):
desk-other-picture = another picture
desk-was-empty = (empty)
desk-piece = See piece { $n }
desk-masked = (partly hidden)
desk-masked-note = Partly hidden
desk-unmask = Show numbers in full
desk-unmasked = Numbers are shown in full; this look is in the journal
desk-returned-for = Returned because: { $said }
desk-returned-for-changed = Returned last time because: { $said }. Changed since
desk-returned-for-unchanged = Returned last time because: { $said }. Not changed
desk-comment = Opinion (optional; the customer reads it)
desk-approve = Approve
desk-return = Return
desk-ticked = ticked
desk-bar-note = Ticked fields go back with their reasons; with none ticked you can approve
desk-key-tick = tick fields
desk-key-evidence = next piece
desk-key-turn = turn
desk-key-next = next order
desk-approve-ticked = { $n ->
    [one] One field is
   *[other] { $n } fields are
} ticked. Untick to approve, or press “Return”.
desk-return-unsaid = Choose a reason for “{ $field }”, or write how to mend it.
desk-return-nothing = Tick the fields to mend, or write an opinion, then return it.
desk-moved = This order moved after you opened it, so your decision was not carried out. Here is what it is now.
desk-moved-by = Last: { $at }, { $who }, { $what }.
desk-not-in-review = It stands at “{ $stage }”; { $who } acts now. You can read it here.
desk-party-customer = the customer
desk-party-system = the system
desk-party-reviewer = a reviewer
desk-party-persons-in-charge = the persons in charge
desk-party-authority = the authority
desk-ended = It stands at “{ $stage }” and has ended. You can read it here.
desk-reviewer-only = It stands at “{ $stage }”. Reviewers approve or return it; you can read it here.
desk-evidence-hidden = The evidence shows personal data; reviewers and administrators see it.
desk-nothing-title = Not submitted yet
desk-nothing-text = Until then only the customer sees what was typed.
desk-history = History

## Accounts
desk-accounts-title = Customer accounts
desk-accounts-text = A user’s email, or the account number
desk-accounts-none-title = No such account
desk-accounts-none-text = Type the whole address, such as owner@example.cn, or the account number.
desk-column-account = Account
desk-column-account-kind = Kind
desk-column-verified = Real name
desk-column-id = Account number
desk-column-user = Name
desk-column-role = Role
desk-column-email = Email
desk-account-users = People in it
desk-account-resources = See resources
desk-account-journal = See journal
desk-verified = Verified
desk-unverified = Not verified
desk-verify-title = Real name (实名认证)
desk-verify-do = Mark as verified
desk-verify-undo = Mark as not verified
desk-verified-text = Somebody compared the owner’s documents.
desk-unverified-text = Mark it here once you have compared the owner’s documents. The journal keeps who marked it and when.
