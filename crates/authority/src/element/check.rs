//! Checking, one function per way an element can occur.

use super::{Checking, Content};
use std::ops::RangeInclusive;

type Limits<'l> = Option<&'l RangeInclusive<i64>>;

pub fn one<T: Content>(value: &T, to: &mut Checking, limits: Limits, _: usize, name: &'static str) {
    to.at(name, |to| value.check(limits, to));
}

#[expect(clippy::ref_option, reason = "the macro hands over references to fields")]
pub fn maybe<T: Content>(value: &Option<T>, to: &mut Checking, limits: Limits, _: usize, name: &'static str) {
    if let Some(value) = value {
        to.at(name, |to| value.check(limits, to));
    }
}

fn list<T: Content>(
    values: &[T],
    to: &mut Checking,
    limits: Limits,
    count: (usize, usize),
    name: &'static str,
) {
    to.at(name, |to| {
        to.count(values.len(), count.0, count.1);
        for value in values {
            value.check(limits, to);
        }
    });
}

pub fn any<T: Content>(values: &[T], to: &mut Checking, limits: Limits, most: usize, name: &'static str) {
    list(values, to, limits, (0, most), name);
}

pub fn many<T: Content>(values: &[T], to: &mut Checking, limits: Limits, most: usize, name: &'static str) {
    list(values, to, limits, (1, most), name);
}

pub fn inside<T: Content>(
    values: &[T],
    to: &mut Checking,
    limits: Limits,
    most: usize,
    name: &'static str,
    item: &'static str,
) {
    to.at(name, |to| list(values, to, limits, (1, most), item));
}

pub fn inside_maybe<T: Content>(
    values: &[T],
    to: &mut Checking,
    limits: Limits,
    most: usize,
    name: &'static str,
    item: &'static str,
) {
    to.at(name, |to| list(values, to, limits, (0, most), item));
}

pub fn each<T: Content>(
    values: &[T],
    to: &mut Checking,
    limits: Limits,
    most: usize,
    name: &'static str,
    item: &'static str,
) {
    to.at(name, |to| list(values, to, limits, (0, most), item));
}
