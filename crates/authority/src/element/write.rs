//! Writing, one function per way an element can occur.

use super::{Content, Writer};

pub fn one<T: Content>(value: &T, out: &mut Writer<'_>, name: &str) {
    value.write(name, out);
}

#[expect(clippy::ref_option, reason = "the macro hands over references to fields")]
pub fn maybe<T: Content>(value: &Option<T>, out: &mut Writer<'_>, name: &str) {
    if let Some(value) = value {
        value.write(name, out);
    }
}

pub fn any<T: Content>(values: &[T], out: &mut Writer<'_>, name: &str) {
    for value in values {
        value.write(name, out);
    }
}

pub fn many<T: Content>(values: &[T], out: &mut Writer<'_>, name: &str) {
    any(values, out, name);
}

pub fn inside<T: Content>(values: &[T], out: &mut Writer<'_>, name: &str, item: &str) {
    out.open(name);
    any(values, out, item);
    out.close(name);
}

pub fn inside_maybe<T: Content>(values: &[T], out: &mut Writer<'_>, name: &str, item: &str) {
    if !values.is_empty() {
        inside(values, out, name, item);
    }
}

pub fn each<T: Content>(values: &[T], out: &mut Writer<'_>, name: &str, item: &str) {
    for value in values {
        out.open(name);
        value.write(item, out);
        out.close(name);
    }
}
