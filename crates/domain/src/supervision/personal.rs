//! Personal data as the authority wrote it, read by nobody: names, certificate numbers, phones, addresses of mail.
//! They are not parsed: whatever came must be kept, and shown under a mask.

use serde::{Deserialize, Serialize};

use super::fact::{FactValue, Facts, Told, tell};
use crate::account::slugs;

slugs! {
    /// How personal data is masked.
    Sensitive {
        /// A name, which may be a person's.
        Name = "name",
        /// A number of a certificate.
        Number = "number",
        /// Where somebody can be reached.
        Reach = "reach",
    }
}

impl Sensitive {
    /// The value with its middle hidden.
    pub fn masked(self, value: &str) -> String {
        let characters: Vec<char> = value.chars().collect();
        let count = characters.len();
        let ends = |head: usize, tail: usize| {
            let hidden = "*".repeat(count.saturating_sub(head + tail).max(2));
            let head: String = characters.iter().take(head).collect();
            let tail: String = characters.iter().skip(count.saturating_sub(tail)).collect();
            format!("{head}{hidden}{tail}")
        };
        match self {
            // The name of an organisation carries its form and is longer; it is public.
            Self::Name if count > 4 && !value.is_ascii() => value.to_owned(),
            Self::Name => ends(1, 0),
            Self::Number | Self::Reach if count < 8 => ends(1, 0),
            Self::Number => ends(3, 2),
            Self::Reach => match value.split_once('@') {
                Some((name, domain)) => format!("{}**@{domain}", name.chars().take(1).collect::<String>()),
                None => ends(3, 4),
            },
        }
    }
}

macro_rules! personal {
    ($($(#[$doc:meta])* $name:ident: $sort:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl Told for $name {
            fn tell(&self, name: &'static str, to: &mut Facts) {
                tell(FactValue::Personal($sort, self.0.clone()), name, to);
            }
        }
    )*};
}

personal! {
    /// A name of an organisation or a person (单位名称, 姓名).
    Named: Sensitive::Name;
    /// A number of a certificate (证件号码).
    PaperNumber: Sensitive::Number;
    /// A phone number, an address of mail or of messages (电话, 电子邮件, QQ, MSN); several joined by ";".
    Reach: Sensitive::Reach;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_masked_still_tells_whose_it_may_be() {
        let masked = |sort: Sensitive, value| sort.masked(value);
        assert_eq!(masked(Sensitive::Name, "王示例"), "王**");
        assert_eq!(masked(Sensitive::Name, "深圳示例科技有限公司"), "深圳示例科技有限公司");
        assert_eq!(masked(Sensitive::Number, "11010519491231002X"), "110*************2X");
        assert_eq!(masked(Sensitive::Number, "G12"), "G**");
        assert_eq!(masked(Sensitive::Reach, "13800000001"), "138****0001");
        assert_eq!(masked(Sensitive::Reach, "wang@shop.example"), "w**@shop.example");
        assert_eq!(masked(Sensitive::Reach, ""), "**");
    }
}
