//! Stories over the whole system, on both databases. Not shipped.
