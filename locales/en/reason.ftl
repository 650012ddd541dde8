# Reasons a reviewer can choose when returning an order.

reason-differs-from-certificate = Differs from the certificate; copy it exactly as printed
reason-picture-unclear = The picture is not clear; take it again in even light
reason-picture-incomplete = Part of it is missing; all four corners must be in the picture
reason-picture-wrong = A different document is asked for here
reason-picture-copy = A photo of the original is needed, not a copy or screenshot
reason-certificate-expired = The certificate has expired; use one that is in force
reason-name-not-accepted = This name is not accepted; choose another one
reason-name-unrelated = The name has nothing to do with the organisation or the content
reason-content-differs = What the website shows differs from the content chosen
reason-domain-owner = The domain belongs to somebody else; have it transferred first
reason-domain-real-name = The domain’s owner is not verified, or was verified less than three working days ago
reason-address-incomplete = The address is incomplete; give it down to the door
reason-phone-unreachable = Nobody answers this phone; give a number the person answers
reason-person-not-present = The verification photo shows somebody else
reason-authorisation-missing = A letter of authorisation, signed by the legal representative and sealed, is missing
reason-pre-approval-missing = This content needs pre-approval (前置审批); add the document
reason-site-reachable = The website must be closed until it is filed; stop resolving the domain
reason-other = Something else
