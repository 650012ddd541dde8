# The API's documentation.

api-title = API
api-lead = Look filings up, fill in orders and submit them from your own programs. This page is made from the code that runs here.
api-document = Download the OpenAPI document (JSON)
api-contents = Contents
api-start = Getting started
api-parameters = Parameters
api-body = Request body
api-answers = Answers
api-failures = How it can fail
api-required = required
api-example = Example
api-schemas = Schemas
api-columns-name = Name
api-columns-type = Type
api-columns-about = About
api-columns-in = In
api-columns-status = Status

## Operations
api-operation-read-session = Who is signed in
api-operation-query = Look a filing up
api-operation-list-filings = List filings
api-operation-list-orders = List orders
api-operation-open-order = Open an order
api-operation-read-order = Read an order
api-operation-save-answers = Save answers
api-operation-submit-order = Submit for review
api-operation-withdraw-order = Take an order back (撤销备案)
api-operation-abandon-order = Give an order up (放弃备案)
api-operation-add-evidence = Add evidence
api-operation-remove-evidence = Remove evidence

## Problem codes
api-problems = Problem codes
api-problem-unreadable = Not JSON, or something needed is missing.
api-problem-not-signed-in = No session, or it has ended.
api-problem-forbidden = Not this user’s to do.
api-problem-form-token = X-CSRF-Token is not the session’s: read /api/v1/session again.
api-problem-missing = Not there, or another account’s.
api-problem-stale = The order moved since the version in If-Match: read it again, then decide.
api-problem-invalid = Some fields could not be read; errors names each and what would be right.
api-problem-version-needed = If-Match is missing: name the version last seen.
api-problem-too-many-requests = Too many requests: wait Retry-After seconds.
api-problem-fault = We are broken: tell the provider the reference.
api-problem-busy = Busy or restarting: wait Retry-After seconds.

## Getting started
api-about = File websites with the authority (备案) from your own programs: look filings up, open an order, fill it in, bring the evidence, submit it, follow it to its number.
api-about-sign-in = **Signing in.** Calls carry the cookie of a session of the console: sign in at `/sign-in` and send the cookie `customer` (`__Host-customer` over HTTPS). Keys for programs come in a later version.
api-about-write = **Writing.** Every write carries the header `X-CSRF-Token` with the token that `GET /api/v1/session` gives.
api-about-version = **Versions.** An order has a version, sent as `ETag`. Whoever changes it names the version last seen in `If-Match`; when the order moved meanwhile, nothing is changed and the answer is 409 `stale`. That makes writes safe to repeat: a second submission of the same version is refused, the same answers saved again change nothing, the same picture is kept once, and a subject has at most one running order. `Idempotency-Key` is not read yet.
api-about-problem = **Problems** are `application/problem+json` (RFC 9457) with a stable `code`; sentences come in the language of `Accept-Language` (`zh-CN` or `en`).
api-about-page = **Pages.** Lists give `next`; send it as `after` for the next page.
api-about-person = **The person in charge** is verified live by law (真实性核验); that cannot be done through an API. The API prepares everything else; the person answers the ministry’s SMS and the camera in person.
