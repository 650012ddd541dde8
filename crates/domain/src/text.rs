//! Text as people type it: single lines, paragraphs, names, and the normalising every number shares.

use crate::invalid::Invalid;

/// Gives a newtype over `String` its `as_str`, `Display`, `FromStr` and serde through `parse`; `personal`
/// types print masked in `Debug` and so cannot leak into a log by accident.
macro_rules! parsed_text {
    ($name:ident) => {
        parsed_text!(@shared [] $name);
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({:?})", stringify!($name), self.as_str())
            }
        }
    };
    ($name:ident, personal) => {
        parsed_text!(@shared [] $name);
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({})", stringify!($name), self.masked())
            }
        }
    };
    ($name:ident, max) => {
        parsed_text!(@shared [const MAX: usize] $name<MAX>);
        impl<const MAX: usize> std::fmt::Debug for $name<MAX> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({:?})", stringify!($name), self.as_str())
            }
        }
    };
    (@shared [$($generics:tt)*] $name:ty) => {
        impl<$($generics)*> $name {
            /// The normalised text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl<$($generics)*> std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
        impl<$($generics)*> std::str::FromStr for $name {
            type Err = $crate::invalid::Invalid;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }
        impl<$($generics)*> serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
        impl<'de, $($generics)*> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                Self::parse(&text).map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use parsed_text;

/// Text on one line, 1 to `MAX` characters, without control or invisible characters.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Line<const MAX: usize>(String);

impl<const MAX: usize> Line<MAX> {
    /// Trims; inner text stays as typed.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        bounded(text, MAX, |_| false).map(Self)
    }
}
parsed_text!(Line, max);

/// Text on several lines, 1 to `MAX` characters; line ends become `\n`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Paragraph<const MAX: usize>(String);

impl<const MAX: usize> Paragraph<MAX> {
    /// Trims; keeps inner line ends.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        bounded(&text.replace("\r\n", "\n"), MAX, |character| character == '\n').map(Self)
    }
}
parsed_text!(Paragraph, max);

/// The name of an organisation (主办单位名称) as printed on its certificate: 1–255 characters
/// (limit of the MIIT enterprise interface V3.0).
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OrganisationName(String);

impl OrganisationName {
    /// Trims; brackets keep their width, because the name must equal the certificate.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        bounded(text, 255, |_| false).map(Self)
    }
}
parsed_text!(OrganisationName);

/// Text from bytes of a file, as UTF-8.
///
/// # Errors
/// `text-encoding`.
pub fn utf8(bytes: &[u8]) -> Result<&str, Invalid> {
    std::str::from_utf8(bytes).map_err(|_| Invalid::new("text-encoding"))
}

fn bounded(text: &str, max: usize, allowed: impl Fn(char) -> bool) -> Result<String, Invalid> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Invalid::new("text-empty"));
    }
    if text.chars().any(|character| is_unprintable(character) && !allowed(character)) {
        return Err(Invalid::new("text-control-character"));
    }
    let length = text.chars().count();
    if length > max {
        return Err(Invalid::new("text-too-long").with("max", max).with("got", length));
    }
    Ok(text.to_owned())
}

/// Control characters, and characters that are invisible or turn the writing direction: both make a text look
/// different from what it is.
pub(crate) fn is_unprintable(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Full-width forms (全角) to their ASCII twins, ideographic blank to blank.
pub(crate) fn half_width(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    text.chars()
        .map(|character| match character {
            '\u{ff01}'..='\u{ff5e}' => {
                char::from_u32(u32::from(character) - 0xfee0).expect("the block mirrors printable ASCII")
            }
            '\u{3000}' | '\u{a0}' => ' ',
            other => other,
        })
        .collect()
}

/// A number as people copy it: half-width, without blanks or invisible characters, all dashes as `-`.
pub(crate) fn compact(text: &str) -> String {
    // Most numbers come as they should.
    if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return text.to_owned();
    }
    half_width(text)
        .chars()
        .filter(|character| !character.is_whitespace() && !is_unprintable(*character))
        .map(|character| match character {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' => '-',
            other => other,
        })
        .collect()
}

/// Hides all but `head` leading and `tail` trailing characters; a text too short for that shows only its first.
pub(crate) fn mask(text: &str, head: usize, tail: usize) -> String {
    let length = text.chars().count();
    let (head, tail) = if length > head + tail { (head, tail) } else { (1, 0) };
    text.chars()
        .enumerate()
        .map(|(index, character)| if index < head || index + tail >= length { character } else { '*' })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_trimmed_and_bounded() {
        assert_eq!(Line::<5>::parse("  北京 a ").unwrap().as_str(), "北京 a");
        assert_eq!(Line::<5>::parse(" ").unwrap_err().code, "text-empty");
        let long = Line::<2>::parse("一二三").unwrap_err();
        assert_eq!(
            (long.code, long.facts["max"].as_str(), long.facts["got"].as_str()),
            ("text-too-long", "2", "3")
        );
        assert_eq!(Line::<9>::parse("a\nb").unwrap_err().code, "text-control-character");
        assert_eq!(Line::<9>::parse("a\u{202e}b").unwrap_err().code, "text-control-character");
    }

    #[test]
    fn a_paragraph_keeps_its_lines() {
        assert_eq!(Paragraph::<9>::parse("a\r\nb\n").unwrap().as_str(), "a\nb");
        assert_eq!(Paragraph::<9>::parse("a\tb").unwrap_err().code, "text-control-character");
    }

    #[test]
    fn organisation_names_keep_bracket_width() {
        assert_eq!(OrganisationName::parse("示例（北京）有限公司").unwrap().as_str(), "示例（北京）有限公司");
    }

    #[test]
    fn serde_goes_through_parse() {
        let line: Line<4> = serde_json::from_str("\" 示例 \"").unwrap();
        assert_eq!(serde_json::to_string(&line).unwrap(), "\"示例\"");
        assert!(serde_json::from_str::<Line<1>>("\"示例\"").is_err());
    }

    #[test]
    fn bytes_are_text_when_they_are_utf8() {
        assert_eq!(utf8("北京".as_bytes()), Ok("北京"));
        let gbk = [0xb1, 0xb1, 0xbe, 0xa9];
        assert_eq!(utf8(&gbk).unwrap_err().code, "text-encoding");
    }

    #[test]
    fn numbers_lose_width_blanks_and_exotic_dashes() {
        assert_eq!(compact(" １３８ 0000\u{200b}—０００１"), "1380000-0001");
    }

    #[test]
    fn masks_keep_only_the_ends() {
        assert_eq!(mask("13800000001", 3, 4), "138****0001");
        assert_eq!(mask("abc", 3, 4), "a**");
        assert_eq!(mask("", 1, 1), "");
    }
}
