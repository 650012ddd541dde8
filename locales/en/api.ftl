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
