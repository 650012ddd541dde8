//! Filing numbers (备案号): `粤ICP备2025000001号` for a subject, `…-1` for its services.

use crate::codes::base::PROVINCES;

/// What a number belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Suffix {
    /// 主体: no suffix.
    Subject,
    /// 网站: `-n`.
    Website(u32),
    /// App: `-nA`.
    App(u32),
    /// 小程序: `-nX`.
    MiniProgram(u32),
    /// 快应用: `-nK`.
    QuickApp(u32),
}

/// A filing number taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FilingNumber {
    /// Abbreviation of the province.
    pub province: char,
    /// The digits of the subject: eight in older numbers, ten in newer ones.
    pub digits: String,
    /// What it belongs to.
    pub suffix: Suffix,
}

impl FilingNumber {
    /// The number of a subject: year and running number of a province.
    pub fn of_subject(province: char, year: i32, running: u32) -> Self {
        Self { province, digits: format!("{year:04}{running:06}"), suffix: Suffix::Subject }
    }

    /// The same subject's number with another suffix.
    #[must_use]
    pub fn with(&self, suffix: Suffix) -> Self {
        Self { suffix, ..self.clone() }
    }

    /// Reads a number; blanks around it are ignored.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let province = text.chars().next()?;
        let rest = text[province.len_utf8()..].strip_prefix("ICP备")?;
        let (digits, tail) = rest.split_once('号')?;
        let known = PROVINCES.iter().any(|entry| entry.short == province);
        let right_length = matches!(digits.len(), 8 | 10) && digits.bytes().all(|b| b.is_ascii_digit());
        if !known || !right_length {
            return None;
        }
        Some(Self { province, digits: digits.to_owned(), suffix: Self::suffix(tail)? })
    }

    fn suffix(tail: &str) -> Option<Suffix> {
        if tail.is_empty() {
            return Some(Suffix::Subject);
        }
        let tail = tail.strip_prefix('-')?;
        let (digits, kind): (&str, fn(u32) -> Suffix) = match tail.as_bytes().last()? {
            b'A' => (&tail[..tail.len() - 1], Suffix::App),
            b'X' => (&tail[..tail.len() - 1], Suffix::MiniProgram),
            b'K' => (&tail[..tail.len() - 1], Suffix::QuickApp),
            _ => (tail, Suffix::Website),
        };
        if digits.starts_with(['0', '+']) {
            return None;
        }
        digits.parse().ok().map(kind)
    }
}

impl std::fmt::Display for FilingNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}ICP备{}号", self.province, self.digits)?;
        match self.suffix {
            Suffix::Subject => Ok(()),
            Suffix::Website(n) => write!(f, "-{n}"),
            Suffix::App(n) => write!(f, "-{n}A"),
            Suffix::MiniProgram(n) => write!(f, "-{n}X"),
            Suffix::QuickApp(n) => write!(f, "-{n}K"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FilingNumber, Suffix};

    #[test]
    fn numbers_go_both_ways() {
        for text in [
            "粤ICP备2025000001号",
            "京ICP备12345678号-1",
            "沪ICP备2025000007号-12A",
            "浙ICP备2025000007号-3X",
        ] {
            assert_eq!(FilingNumber::parse(text).map(|number| number.to_string()).as_deref(), Some(text));
        }
        let subject = FilingNumber::of_subject('粤', 2025, 17);
        assert_eq!(subject.to_string(), "粤ICP备2025000017号");
        assert_eq!(subject.with(Suffix::Website(2)).to_string(), "粤ICP备2025000017号-2");
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in
            ["", "粤ICP备123号", "粤ICP备2025000001号-", "粤ICP备2025000001号-01", "火ICP备12345678号"]
        {
            assert_eq!(FilingNumber::parse(text), None, "{text}");
        }
    }
}
