# The customer's console.

console-nav-home = My filings
console-nav-orders = Orders
console-nav-account = Account
