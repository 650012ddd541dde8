# Filing orders: kinds, steps, history.

order-kind-first-filing = First filing (首次备案)
order-kind-add-service-here = Add a service (新增互联网信息服务)
order-kind-add-service-elsewhere = Add a service, subject filed elsewhere
order-kind-add-access = Add an access (新增接入)
order-kind-change-subject = Change the subject (变更主体)
order-kind-change-service = Change the service (变更互联网信息服务)
order-kind-change-both = Change the filing (变更备案)
order-kind-cancel-access = Cancel an access (取消接入)
order-kind-cancel-service = Cancel a service (注销互联网信息服务)
order-kind-cancel-subject = Cancel the subject (注销主体)
order-kind-migrate = Migrate a filing (迁移备案)
order-kind-claim = Claim a filing (认领备案)

order-step-basics = Basics
order-step-subject = The subject (主体)
order-step-service = The website
order-step-access = The server (备案资源)
order-step-evidence = Documents (材料)

order-event-opened = Opened the order
order-event-submitted = Submitted for first review
order-event-check-passed = Automatic check passed
order-event-check-blocked = Automatic check found something
order-event-withdrawn = Took it back
order-event-abandoned = Gave it up
order-event-returned-by-reviewer = Returned it
order-event-approved-by-reviewer = Approved in first review
order-event-claim-confirmed = Confirmed the claim
order-event-departed = Sent to the authority
order-event-phone-check-started = Received; phone check begun
order-event-received-by-authority = Received; review begun
order-event-phone-check-passed = Phone check done; review begun
order-event-phone-check-missed = Phone check missed
order-event-phone-check-failed = Phone check failed
order-event-granted = Granted
order-event-refused-by-authority = Refused
order-opinions = { $n ->
    [one] one thing to change
   *[other] { $n } things to change
}
