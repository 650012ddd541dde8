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
