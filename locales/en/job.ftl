# Jobs that gave up.

job-title = Jobs
job-lead = Work that failed too often and has stopped. Remove the cause, start it again, and the order goes on.
job-none-title = Nothing has stopped
job-none-text = Failed work is tried again by itself; what keeps failing is listed here.
job-column-kind = Job
job-column-about = About
job-column-attempts = Attempts
job-column-last = Last tried
job-column-error = Why it failed
job-column-do = Act
job-restart = Start again
job-restart-who = An administrator can start it again
job-kind-run-checks = Check automatically
job-kind-upload = Send to the authority
job-kind-poll-authority = Fetch from the authority
job-kind-apply-download = Apply a file from the authority that could not be applied at once
job-kind-tell-people = Tell people
job-kind-deliver-notice = Deliver a notice
job-kind-watch-phone-check = Watch the phone check’s deadline
