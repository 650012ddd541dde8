//! What we do: one function per thing anyone can ask; jobs; worker; mail and SMS.
