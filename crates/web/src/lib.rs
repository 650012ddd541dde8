//! Console, staff desk, API and public pages.
