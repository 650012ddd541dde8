# The customer's console: navigation, filings, orders.

console-nav-home = My filings
console-nav-orders = Orders
console-nav-account = Account
console-start = Start a filing
console-continue = Continue
console-look = View
console-acts = Next: { $who }

## My filings
console-home-title = My filings (我的备案)
console-home-empty = Nothing filed yet
console-home-empty-text = Answer two questions, see what you need and how long it takes, and decide then.
console-home-running = Under way
console-home-services = Filed websites
console-home-service = Website
console-home-domain = Domain
console-home-number = Website number
console-home-granted = Granted on
console-home-server = Server
console-home-subject-number = Subject number (主体备案号)

## Orders
console-orders-empty = No orders yet
console-orders-domain = Domain
console-orders-subject = Subject
console-orders-kind = Kind
console-orders-stage = State
console-orders-who = Who acts
console-orders-since = Since
