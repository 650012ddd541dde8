//! The filing password (ICP备案密码) as documents carry it.

use crate::simulator::checks::Library;
use crate::simulator::register::FiledSubject;

/// Whether a password was given and is not the subject's (code 1018).
pub(super) fn is_wrong(subject: &FiledSubject, given: Option<&str>, library: &Library<'_>) -> bool {
    given.is_some_and(|given| !library.state.password_fits(subject.number(), given))
}
