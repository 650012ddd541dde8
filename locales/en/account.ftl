# Accounts and their people.

account-kind-organisation = Organisation
account-kind-person = Person
account-role-owner = Owner
account-role-filer = Files
account-role-viewer = Reads
account-staff-reviewer = Reviewer
account-staff-admin = Administrator
account-staff-auditor = Auditor

account-name = Name of the account
account-kind = Kind of account
account-verified = Real-name verification (实名认证)
account-verified-yes = Verified
account-verified-no = Not verified yet; the reviewer does it
account-people = People
account-language = Language
account-language-text = Pages can be shown in Chinese or English; filings themselves are in Chinese.
account-password = Change the password
account-password-old = Present password
account-password-new = New password
account-password-do = Change the password
