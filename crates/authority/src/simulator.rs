//! A stand-in for the 管局.
