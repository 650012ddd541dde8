//! Writing, one function per way an element can occur.

use super::Content;
use crate::xml::{close_tag, open_tag};

pub fn one<T: Content>(value: &T, out: &mut String, name: &str) {
    value.write(name, out);
}

#[expect(clippy::ref_option, reason = "the macro hands over references to fields")]
pub fn maybe<T: Content>(value: &Option<T>, out: &mut String, name: &str) {
    if let Some(value) = value {
        value.write(name, out);
    }
}

pub fn any<T: Content>(values: &[T], out: &mut String, name: &str) {
    for value in values {
        value.write(name, out);
    }
}

pub fn many<T: Content>(values: &[T], out: &mut String, name: &str) {
    any(values, out, name);
}

pub fn inside<T: Content>(values: &[T], out: &mut String, name: &str, item: &str) {
    open_tag(out, name);
    any(values, out, item);
    close_tag(out, name);
}

pub fn inside_maybe<T: Content>(values: &[T], out: &mut String, name: &str, item: &str) {
    if !values.is_empty() {
        inside(values, out, name, item);
    }
}

pub fn each<T: Content>(values: &[T], out: &mut String, name: &str, item: &str) {
    for value in values {
        open_tag(out, name);
        value.write(item, out);
        close_tag(out, name);
    }
}
