//! The filing password (ICP备案密码): documents carry its MD5 as hexadecimal text.

use md5::{Digest as _, Md5};

use crate::packing::hex;
use crate::simulator::register::FiledSubject;

/// Whether a password was given and is not the subject's (code 1018). Letters count in either case.
pub(super) fn is_wrong(subject: &FiledSubject, given: Option<&str>) -> bool {
    let right = hex(&Md5::digest(subject.password.as_bytes()));
    given.is_some_and(|given| !given.trim().eq_ignore_ascii_case(&right))
}
