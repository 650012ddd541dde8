# The journal.

journal-title = Journal
journal-lead = Who did what, and when. Each entry carries the digest of the one before it, so a cut or an edit shows.
journal-filter-account = Account number
journal-filter-order = Order
journal-none-title = No entries
journal-none-text = Try another account number or order, or show everything.
journal-column-at = When
journal-column-who = Who
journal-column-what = What
journal-column-order = Order
journal-column-account = Account
journal-column-number = No.
journal-provider = Platform
journal-verify = Prove this account’s chain
journal-verify-choose = Filter by an account number to prove that account’s chain.
journal-holds = { $n ->
    [one] One entry holds
   *[other] { $n } entries hold
}, from the first on.
journal-broken = The chain is broken
journal-broken-do = Keep everything as it is, stop writing, and compare with the backups.
journal-break-edited = Entry { $number }, or the one before it, was edited.
journal-break-removed = Entry { $number } is gone; later ones stand.
journal-break-cut = The last entries are gone, from { $number } on.
journal-break-head = The record of where the chain ends was edited or removed; it should be at entry { $number }.
journal-name-account-opened = Opened an account
journal-name-account-verified = Marked the real name
journal-name-answers-saved = Saved answers
journal-name-evidence-seen = Looked at evidence
journal-name-job-given-up = A job gave up
journal-name-job-restarted = Started a job again
journal-name-resource-entered = Entered a resource
journal-name-sequence-adopted = Adopted the authority’s file number
journal-name-unmasked = Saw numbers in full
journal-name-matter-handled = Looked after a matter of the authority
journal-name-matter-unmasked = Saw a matter of the authority in full
journal-name-refusal-judged = Said which rule a refusal is about
