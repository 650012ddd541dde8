//! Tests of the client that need no server.
