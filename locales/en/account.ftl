# Accounts and their people.

account-kind-organisation = Organisation
account-kind-person = Person
account-role-owner = Owner
account-role-filer = Files
account-role-viewer = Reads
account-staff-reviewer = Reviewer
account-staff-admin = Administrator
account-staff-auditor = Auditor
