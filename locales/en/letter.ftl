# Mail and SMS: subject, body, and the short text (letter-…-sms).

letter-end =
    Order: { $order }
    See it at: { $url }

    { $provider } · Questions? { $contact }

letter-check-passed-subject = The automatic check found nothing wrong: { $domain }
letter-check-passed-body = The filing of { $domain } passed the automatic check and waits for first review (初审). This takes two working days at most; you will hear from us.
letter-check-blocked-subject = Something to mend: { $domain }
letter-check-blocked-body = The automatic check of { $domain } found { $count } things to mend. Each says why and how on the order page, and leads to its field.
letter-returned-by-reviewer-subject = Something to mend: { $domain }
letter-returned-by-reviewer-body =
    A reviewer looked at the filing of { $domain } and found { $count } things to mend. Open the order, follow each to its field, then submit again.

    The reviewer writes: { $comment }
letter-approved-by-reviewer-subject = First review passed: { $domain }
letter-approved-by-reviewer-body = The filing of { $domain } passed first review (初审) and is on its way to the authority (管局).
letter-claim-confirmed-subject = Claimed: { $domain }
letter-claim-confirmed-body = The filing of { $domain } now belongs to this account.
letter-phone-check-started-subject = Phone check until { $until }: { $domain }
letter-phone-check-started-body =
    The filing of { $domain } has reached the authority (管局). The ministry texts a code from 12381 to each person in charge; every one of them must enter it before { $until }.

    When the time runs out, or after too many wrong entries, the order comes back and has to be sent again. The text goes to the mobile number in the filing.
letter-phone-check-started-sms = The ICP filing of { $domain } has reached the authority. Watch for the code from 12381 and enter it before { $until }, or the order comes back.
letter-received-by-authority-subject = With the authority: { $domain }
letter-received-by-authority-body = The authority (管局) has the filing of { $domain } and decides within twenty working days.
letter-phone-check-passed-subject = Phone check done: { $domain }
letter-phone-check-passed-body = Everyone answered the phone check (短信核验) of { $domain }. The authority (管局) decides within twenty working days.
letter-phone-check-missed-subject = Phone check missed: { $domain }
letter-phone-check-missed-body = The phone check (短信核验) of { $domain } was not answered within 24 hours, and the order is back in first review. The reviewer will send it again; new codes follow.
letter-phone-check-failed-subject = Phone check failed: { $domain }
letter-phone-check-failed-body = Too many wrong entries in the phone check (短信核验) of { $domain }; the order is back in first review. The reviewer will send it again. Have the last six characters of the certificate number, the mobile number and the code ready.
letter-file-refused-subject = The authority refused the file: { $domain }
letter-file-refused-body = The authority (管局) refused the whole file in which the order of { $domain } travelled. That says nothing about your answers; the order is back in first review, and the reviewer will send it again. Nothing needs typing again.
letter-granted-subject = Your filing number: { $number }
letter-granted-body =
    The filing of { $domain } is granted.

    Filing number (备案号): { $number }

    Three things to do now: show the number at the foot of your home page with a link to https://beian.miit.gov.cn/ ; file with the public security authority (公安联网备案) within 30 days of opening; point the domain to the filed server.
letter-granted-sms = The ICP filing of { $domain } is granted: { $number }. Show the number at the foot of your home page with a link to beian.miit.gov.cn.
letter-refused-by-authority-subject = Refused by the authority: { $domain }
letter-refused-by-authority-body =
    The authority (管局) did not grant the filing of { $domain }. It says:

    { $opinion }

    Mend it and submit again; everything you typed is still there.
