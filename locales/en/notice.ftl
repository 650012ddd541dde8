# One sentence after something was done.

notice-signed-up = You are signed up. You can start a filing.
notice-signed-out = You are signed out.
notice-order-opened = The order is open. Begin with the subject; leave when you like, everything is kept.
notice-saved = Saved.
notice-saved-later = Saved. Go on from here next time.
notice-saved-problems = Saved. A few things need changing before you can submit.
notice-uploaded = Uploaded.
notice-removed = Removed.
notice-submitted = Submitted. The automatic check usually takes less than a minute.
notice-withdrawn = Taken back. Submit it again when it is right.
notice-abandoned = You have given this order up.
notice-password-changed = The password is changed, and you are signed out everywhere else.

## The desk
notice-desk-approved = { $name } is approved; it goes to the authority by itself.
notice-desk-returned = { $name } is returned; the customer is told.
notice-desk-queue-empty = Nothing waits for review any more.
notice-desk-account-verified = Marked as verified.
notice-desk-account-not-verified = Marked as not verified.
notice-desk-job-restarted = The job was started again.
notice-desk-resource-added = { $name } is saved.
notice-desk-resources-imported = { $n ->
    [one] One resource was imported.
   *[other] { $n } resources were imported.
}
notice-matter-handled = Written down as looked after.
notice-refusal-judged = Written down.
