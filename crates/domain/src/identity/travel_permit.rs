//! Travel permits of Hong Kong, Macao and Taiwan residents (来往内地/大陆通行证). They carry no check digit.

use crate::{
    invalid::Invalid,
    text::{compact, mask, parsed_text},
};

/// The number of a travel permit: 港澳居民来往内地通行证 (`H` or `M` and eight digits, on old cards two more of
/// issue) or 台湾居民来往大陆通行证 (eight digits; older ten digits with a letter in brackets).
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TravelPermit(String);

parsed_text!(TravelPermit, personal);

/// Which of the two permits a number belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TravelPermitKind {
    /// 港澳居民来往内地通行证
    HongKongMacao,
    /// 台湾居民来往大陆通行证
    Taiwan,
}

impl TravelPermit {
    /// # Errors
    /// `travel-permit-format`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let number = compact(text).to_ascii_uppercase();
        if is_hong_kong_macao(&number) || is_taiwan(&number) {
            Ok(Self(number))
        } else {
            Err(Invalid::new("travel-permit-format"))
        }
    }

    /// Which permit it is.
    pub fn kind(&self) -> TravelPermitKind {
        if self.0.starts_with(['H', 'M']) {
            TravelPermitKind::HongKongMacao
        } else {
            TravelPermitKind::Taiwan
        }
    }

    /// The first and the last two characters.
    pub fn masked(&self) -> String {
        mask(&self.0, 1, 2)
    }
}

fn is_hong_kong_macao(number: &str) -> bool {
    number.strip_prefix(['H', 'M']).is_some_and(|digits| matches!(digits.len(), 8 | 10) && all_digits(digits))
}

fn is_taiwan(number: &str) -> bool {
    if number.len() == 8 {
        return all_digits(number);
    }
    let Some((digits, issue)) = number.split_at_checked(10) else { return false };
    let issue = issue.strip_prefix('(').and_then(|issue| issue.strip_suffix(')')).unwrap_or(issue);
    all_digits(digits) && (issue.is_empty() || matches!(issue.as_bytes(), [b'A'..=b'Z']))
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
