# Rules at work: the authority's verdicts beside what the automatic check had said.

lessons-title = Rules at work
lessons-lead = The authority’s verdicts beside what the automatic check had said at submission: which refusals came without a warning, and which warnings came to nothing.
lessons-none-title = No verdicts in this period
lessons-none-text = They appear here by themselves once the authority has decided. Choose a longer period, or all provinces.
lessons-filter-days = Period
lessons-days = Last { $n } days
lessons-since = since { $at }

## Numbers
lessons-of-decided = { $n }% of those decided
lessons-of-refused = { $n }% of refusals
lessons-figure-decided = Decided
lessons-figure-refused = Refused
lessons-figure-unforeseen = Refused without a warning
lessons-figure-phone-check = Phone check not passed
lessons-by-code = By result code
lessons-by-about = Without a warning, about
lessons-by-about-note = By result code; a refusal with several codes counts under each
lessons-by-rule = By rule
lessons-by-rule-text = Only orders the authority has decided. “Came true” counts refusals for just what the rule had warned of; “missed” counts refusals that a reviewer put down to the rule though it had said nothing.
lessons-by-rule-none = No order decided in this period had a warning.
lessons-by-province = By province
lessons-cries-wolf = warns often, seldom comes true
lessons-misses = misses some
lessons-code-none = no code

## Columns
lessons-column-decided = Decided
lessons-column-granted = Granted
lessons-column-refused = Refused
lessons-column-foreseen = Warned of
lessons-column-unforeseen = Not warned of
lessons-column-phone-check = Phone check not passed
lessons-column-code = Result code
lessons-column-about = About
lessons-column-rule = Rule
lessons-column-warned = Warned
lessons-column-right = Came true
lessons-column-silent = Missed
lessons-column-at = Refused
lessons-column-opinion = Opinion
lessons-column-state = Our check
lessons-column-field = Field
lessons-column-severity = Weight
lessons-column-counts = Came true

## Refusals
lessons-refusals-title = Refusals
lessons-refusals-lead = Each refusal beside the check of its time. Open one to say which rule it is about, or that there is none yet.
lessons-refusals-rule = To do with this rule: { $rule }
lessons-refusals-none-title = No such refusals
lessons-refusals-none-text = Try another state, period or province.
lessons-state-unforeseen = Not warned of
lessons-state-open = To be looked at
lessons-state-silent = Missed by a rule
lessons-state-no-rule = No rule yet
lessons-state-foreseen = Warned of
lessons-state-all = All
lessons-look = Look
lessons-order = Open the order
lessons-told = What the authority said
lessons-warnings = What the check had said
lessons-warnings-none = The check had found nothing.
lessons-severity-info = to know
lessons-severity-warn = warning
lessons-severity-block = stops
lessons-yes = yes
lessons-no = no
lessons-warned = { $rule } (had warned)

## Putting it down to a rule
lessons-judge = Which rule is this about?
lessons-judge-again = Say it anew
lessons-judge-rule = Rule
lessons-judge-rule-hint = A rule that had warned came true; one that had said nothing missed it.
lessons-judge-note = Note
lessons-judge-note-hint = For example how it could have been seen. The journal keeps it.
lessons-judge-go = Put down to this rule
lessons-judge-none = No rule yet
lessons-judged = Put down to
lessons-judged-no-rule = No rule is about this.
lessons-judged-by = { $who }, { $at }

## What result codes are about
lessons-about-nothing = the code does not say
lessons-about-organiser = organiser and certificate
lessons-about-nature = nature of the organiser
lessons-about-province = province
lessons-about-region = region
lessons-about-certificate = certificate
lessons-about-person-name = name of the person in charge
lessons-about-mobile = mobile
lessons-about-office-phone = office phone
lessons-about-email = email
lessons-about-contact = contact data
lessons-about-service-name = website name
lessons-about-domain = domain
lessons-about-home-url = home page
lessons-about-contents = content
lessons-about-languages = languages
lessons-about-pre-approval = pre-approval
lessons-about-addresses = IP addresses
lessons-about-access-mode = access mode
lessons-about-access-place = server location

## Layers of rules
lessons-layers = Rules in force: { $layers }.
lessons-layers-built-in = built in
lessons-layers-refused = The rules changed last were not taken: { $n ->
    [one] one thing is to be mended
   *[other] { $n } things are to be mended
}. The rules above stay in force.
lessons-layers-problems = Why they were not taken
lessons-column-layer = Layer
lessons-column-file = File and line
lessons-column-problem = Problem
lessons-layers-mend = Once mended they are read again by themselves. To look: beian rulebook lint DIRECTORY
