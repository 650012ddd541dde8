# Public pages of what the provinces ask.

rules-nav = What provinces ask
rules-title = What the provinces ask
rules-lead = The same matter is asked differently from province to province. Choose a question and see all 31 answers; open a province and see all it asks, and who says so.
rules-honest = Gathered from what access providers and authorities publish, with source and date beside each answer. It is not published by the authorities themselves (管局), who may have changed it since: when in doubt, their word counts.

## Home
rules-home = How provinces differ
rules-home-text = Must the legal representative be in charge, may people from elsewhere file, how many domains go into one order? By province, with sources and dates.
rules-home-do = See what provinces ask

## The question
rules-ask = Question
rules-ask-do = See the answers
rules-ask-wrong = There is no such question. Choose one from the list.
rules-day = Rules of which day (today if empty)
rules-day-do = Show this day
rules-day-wrong = Write the day like 2026-11-23.
rules-day-shown = These are the rules of { $day }.
rules-day-today = See those of today
rules-answers = The answers
rules-answer-count = { $n ->
    [one] (one province)
   *[other] ({ $n } provinces)
}
rules-default-is = National default: { $answer }.
rules-default-none = There is no national default; each province speaks for itself.

## Map and table
rules-map-known = How much is known of each province
rules-map-known-text = The number counts the questions the province answers itself. For the others the national default holds, or nobody knows. Open a province to see all it asks.
rules-known = { $n } of { $all } questions
rules-side-by-side = Province by province
rules-column-province = Province
rules-column-answer = Asked
rules-column-source = Source
rules-column-day = As of
rules-column-confidence = How sure

## Where it comes from
rules-standing-own = asked by the province
rules-standing-default = national default
rules-standing-conflicting = sources differ
rules-standing-unknown = not known
rules-weight-block = must hold
rules-weight-warn = to be minded
rules-weight-info = good to know
rules-as-of = as of { $day }
rules-undated = undated
rules-layer = Added by this platform ({ $layer })
rules-from = from { $day }
rules-until = before { $day }
rules-versions = What each side says:
rules-why = Why this one:{" "}

## One province
rules-province-title = What { $province } asks of a filing
rules-province-lead = Reviewed by { $authority }. Filing numbers begin with { $number }.
rules-chapters = Chapters
rules-column-what = What
rules-column-asked = Asked
rules-column-who = Who says so
rules-column-clause = What it says
rules-column-when = Of whom, and what
rules-clauses = Clauses
rules-unknown-silent = Sources were read and say nothing
rules-unknown-no-source = No source was found yet
rules-national = The same everywhere
rules-national-lead = Whatever the province, by law, by regulation or by the ministry.
rules-national-open = Show what is the same everywhere

## Cases of a clause
rules-needs-documents = Documents: { $names }
rules-needs-remark = Remark: { $names }
rules-needs-approval = Pre-approval: { $names }
rules-when-words = where “{ $things }” stands
rules-when-places = in { $things }
rules-when-natures = natures: { $things }
rules-when-contents = contents: { $things }
rules-when-orders = orders: { $things }

## The list of rules
rules-list-link = All rules of the automatic check
rules-list-title = Rules of the automatic check
rules-list-lead = Every filing is checked by these rules. Open one to read what it says, why, how to mend it, and what the provinces ask.
rules-list-to-provinces = What the provinces ask
rules-list-wrong = There is no such choice. Choose one from the list.
rules-list-all = any
rules-list-province = Province
rules-list-of = Unit or individual
rules-list-service = Kind of service
rules-list-weight = Weight
rules-list-count = { $n ->
    [one] One rule.
   *[other] { $n } rules.
}
rules-list-steps = Steps of the form
rules-list-none = There is no such rule
rules-list-none-text = Ask for less: any province, any weight.
rules-column-rule = Rule
rules-column-weight = Weight
rules-weight-differs = differs by province, this is the gravest
rules-weight-at-most = at most; each province weighs it itself
rules-asks-provinces = Provinces: { $questions }
rules-asks-nation = Nation: { $questions }
rules-asks-clauses = Clauses of the provinces and the nation
rules-one-asks-clauses = The clause that asks it, with its sources: see the pages of the provinces.
rules-service-website = website
rules-service-app = App
rules-service-mini-program = mini program
rules-service-quick-app = quick app
rules-applies-all = Every filing
rules-applies-services = services: { $things }
rules-applies-orders = orders: { $things }
rules-applies-natures = natures: { $things }
rules-applies-provinces = provinces: { $things }
rules-applies-but = all but { $things }
rules-of-parameter = Checked by:{" "}

## One rule
rules-one-said = What is said when it is broken
rules-one-said-of-example = This is what the check says of the first example below that breaks it.
rules-one-said-with-gaps = “…” stands for what the filing says.
rules-one-not-in-force = On { $day } this rule is not in force.
rules-one-facts = The rule
rules-one-applies = Applies to
rules-one-place = Where in the form
rules-person-of-subject = Person in charge of the subject · { $label }
rules-person-of-service = Person in charge of the service · { $label }
rules-one-days = In force
rules-one-always = always
rules-one-note = Note
rules-one-code = Code
rules-one-asks = The province itself, see the answers below; where none is known, nothing is checked:
rules-one-asks-nation = The same everywhere, see the answer below:
rules-one-answers = What is asked

## Examples
rules-examples = Examples
rules-examples-lead = Each example starts from a faultless filing, with nothing changed but what is listed. All people, companies and numbers are invented.
rules-examples-fail = Break it
rules-examples-pass = Do not break it
rules-example-on-unit = The website of an enterprise
rules-example-on-individual = The website of a person
rules-example-on-app = The App of an enterprise
rules-example-as-it-is = {", as it is"}
rules-example-with = {", with:"}
rules-example-without = without { $what }
rules-example-at = by the rules of { $day }
rules-example-nothing = (empty)
rules-example-service = service { $n }

## Parts of an order in examples
rules-part-name = name
rules-part-domains = domain
rules-part-owner = owner
rules-part-relation = relation to the filer
rules-part-certificate-kind = certificate
rules-part-certificate-type = certificate
rules-part-certificate-number = certificate number
rules-part-certificate-expiry = certificate valid until
rules-part-certificate-address = address of the certificate
rules-part-expires-on = expires on
rules-part-verified = real name verified
rules-part-verified-on = real name verified on
rules-part-registrar-approved = registrar approved
rules-part-registrar-domestic = registrar in the mainland
rules-part-private = privacy service
rules-part-resolves = resolves
rules-part-platforms = platform
rules-part-package-name = package name
rules-part-public-key = public key
rules-part-fingerprint = fingerprint
rules-part-system = system
rules-part-icon = icon
rules-part-bytes = bytes
rules-part-width = width
rules-part-height = height
rules-part-format = format
rules-part-original = taken of the original
rules-part-electronic = electronic certificate
rules-part-sealed-copy = sealed copy
rules-part-evidence = evidence
rules-part-kind = kind
rules-part-pre-approvals = pre-approval
rules-part-sole-trader = sole trader
rules-part-trade-name = has a trade name
rules-part-seal = has a seal
rules-part-residence-proofs = proof of residence
rules-part-residence-permit-expiry = residence permit valid until
rules-part-mobile-of = number of
rules-part-age-proofs = proof of age
rules-part-temporary = temporary card
rules-part-rental-months = months of rental
rules-part-legal-representative = legal representative
rules-part-listed-on = in the store since
rules-part-kits = kits
rules-part-record = the record
rules-part-filed-services = services filed already
rules-part-filed-names = names filed already
rules-part-filed-domains = domains filed already
rules-part-sites = sites filed already
rules-part-serves-elsewhere = in charge elsewhere
rules-part-used-elsewhere = used elsewhere
rules-part-subject-filed = subject filed already
rules-part-running-orders = running orders
rules-part-abnormal = listed as abnormal
rules-part-blacklisted = blacklisted
rules-part-blacklisted-domains = blacklisted domains
rules-part-target-ready = target ready
rules-part-target-individual = target is an individual
rules-part-unencodable = what cannot be encoded
rules-part-resolutions = resolution
rules-part-addresses = addresses
rules-part-months = months bought
rules-part-places = places left
rules-part-unfit = unfit
rules-part-owned = of the account
rules-part-person = person in charge
rules-part-service-person = person in charge of the service
rules-part-field = where
rules-part-units = units
rules-part-subjects = subjects
rules-part-opens = opens
rules-part-name-matches = bears the filed name
rules-part-number-shown = shows its number
rules-part-domain-expired = domain expired
rules-part-province = province
rules-part-individual = individual
rules-part-accesses = accesses
rules-part-ours = one of them ours
rules-part-shell = without services
rules-part-issuer-letter = letter of the issuer
rules-part-address = address
rules-part-mobile = mobile
rules-part-emergency-phone = emergency phone
rules-part-office-phone = office phone
rules-part-email = e-mail
rules-part-remark = remark
rules-part-mode = mode
rules-part-place = place
rules-part-contents = contents
rules-part-languages = languages
rules-part-access = access
rules-part-resource = resource
rules-part-scope = scope
rules-part-nature = nature
rules-part-services = service
rules-part-subject = subject
rules-part-document = document
rules-part-signed-on = signed on
rules-part-domain = domain
rules-part-number = number
