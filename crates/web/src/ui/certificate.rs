//! Numbers of certificates and phones: read back in groups, checked while they are typed.

use maud::Markup;
use serde::Serialize;

use super::field::{Field, Input, Span};

/// A number with a known form that `/check/{kind}` can judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// Resident identity card (居民身份证), 18 characters.
    ResidentId,
    /// Unified social credit code (统一社会信用代码), 18 characters.
    CreditCode,
    /// Mobile phone (手机号码), 11 digits.
    Mobile,
    /// A certificate without groups of its own.
    Other,
}

impl Checked {
    const fn kind(self) -> &'static str {
        match self {
            Self::ResidentId => "resident-id",
            Self::CreditCode => "credit-code",
            Self::Mobile => "mobile",
            Self::Other => "certificate",
        }
    }

    const fn groups(self) -> Option<&'static str> {
        match self {
            Self::ResidentId => Some("6 4 4 4"),
            Self::CreditCode => Some("8 4 4 2"),
            Self::Mobile => Some("3 4 4"),
            Self::Other => None,
        }
    }

    const fn input(self) -> Input {
        match self {
            Self::ResidentId | Self::CreditCode | Self::Other => Input::Text,
            Self::Mobile => Input::Phone,
        }
    }

    /// The number as people read it: in groups. Anything of another length stays as it is.
    pub fn grouped(self, number: &str) -> String {
        let Some(groups) = self.groups() else { return number.to_owned() };
        let lengths: Vec<usize> = groups.split(' ').filter_map(|n| n.parse().ok()).collect();
        let chars: Vec<char> = number.chars().collect();
        if chars.len() != lengths.iter().sum::<usize>() {
            return number.to_owned();
        }
        let mut rest = chars.as_slice();
        let mut parts = Vec::with_capacity(lengths.len());
        for length in lengths {
            let (part, after) = rest.split_at(length);
            parts.push(part.iter().collect::<String>());
            rest = after;
        }
        parts.join(" ")
    }
}

/// What `/check/{kind}?value=` answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckAnswer {
    /// `done`, `do` (a reminder) or `no`; empty while nothing can be said.
    pub state: &'static str,
    /// One sentence: what is right about it, or how to put it right.
    pub text: String,
}

impl Field {
    /// A number that is checked while it is typed. Spaces in it are for the server to drop.
    pub fn number(self, checked: Checked) -> Markup {
        let field = self.check(checked.kind()).span(match checked {
            Checked::Mobile => Span::Middle,
            Checked::ResidentId | Checked::CreditCode | Checked::Other => Span::Whole,
        });
        match checked.groups() {
            Some(groups) => field.groups(groups).text(checked.input()),
            None => field.text(checked.input()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Checked;

    #[test]
    fn numbers_are_read_in_groups() {
        assert_eq!(Checked::Mobile.grouped("13800000001"), "138 0000 0001");
        assert_eq!(Checked::Mobile.grouped("138"), "138");
        assert_eq!(Checked::Other.grouped("E12345678"), "E12345678");
    }
}
