//! Invented filings for tests, demos and the sandbox.
