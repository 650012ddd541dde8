//! SQLite and PostgreSQL: rows to domain and back, journal, outbox, sealed personal data, evidence bytes.
