//! The number of a service: 服务备案号.

use super::{NumberWarning, ServiceKind, SubjectNumber, normal_form, strictly};
use crate::{invalid::Invalid, text::parsed_text};

/// The filing number of a service (互联网信息服务备案号): the subject number, `-n`, and the letter of its kind.
///
/// The running number is shared by all kinds under one subject: `-1`, `-2A`, `-3X` stand side by side.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ServiceNumber(String);

parsed_text!(ServiceNumber);

impl ServiceNumber {
    /// The number of the `sequence`-th service of a subject.
    pub fn new(subject: &SubjectNumber, sequence: u32, kind: ServiceKind) -> Self {
        Self(format!("{subject}{}", normal_form::write_sequence(sequence.max(1), kind)))
    }

    /// Reads it as the register writes it; width, blanks, capitals and traditional characters do not matter.
    ///
    /// # Errors
    /// `filing-number-form`, `filing-number-prefix`, `filing-number-serial`, `filing-number-sequence`, and one for
    /// each correction that [`ServiceNumber::parse_lenient`] would make (with `expected`).
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        strictly(Self::parse_lenient(text))
    }

    /// Reads it as people write it, and says what was corrected or odd.
    ///
    /// # Errors
    /// `filing-number-form`, `filing-number-prefix`, `filing-number-serial`, `filing-number-sequence`.
    pub fn parse_lenient(text: &str) -> Result<(Self, Vec<NumberWarning>), Invalid> {
        let mut warnings = Vec::new();
        let plain = normal_form::plain(text);
        let parts = normal_form::take_apart(&plain, "ICP备", &mut warnings)?;
        let (sequence, kind) = parts.sequence.ok_or_else(|| Invalid::new("filing-number-sequence"))?;
        let subject = SubjectNumber::from_parts(parts.province, parts.serial, &mut warnings)?;
        Ok((Self::new(&subject, sequence, kind), warnings))
    }

    /// The number of the subject it belongs to.
    pub fn subject(&self) -> SubjectNumber {
        SubjectNumber::parse(self.split().0).expect("its subject part was checked")
    }

    /// The running number under the subject.
    pub fn sequence(&self) -> u32 {
        self.split().1
    }

    /// The kind its letter tells.
    pub fn kind(&self) -> ServiceKind {
        self.split().2
    }

    fn split(&self) -> (&str, u32, ServiceKind) {
        let (subject, behind) = self.0.split_at(self.0.find('-').expect("it has a running number"));
        let (sequence, kind) =
            normal_form::sequence(behind).ok().flatten().expect("the running number was checked");
        (subject, sequence, kind)
    }
}
