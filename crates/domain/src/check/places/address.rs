//! The address itself: down to the door, in words that fit the region.

use super::super::applied::Applied;
use super::super::persons::elsewhere;
use super::super::sight::Sight;
use super::region::named;
use crate::finding::Finding;
use crate::order::field::Field;
use crate::region::{Province, Regions};

/// What the remark says of an address that cannot be told in more detail.
const MOST_DETAILED: &str = "最详细";

/// The address names a door: one of the words stands in it, or the remark says that there is none.
pub(super) fn with_door(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let subject = &sight.dossier.subject;
    let (address, unsaid) = (subject.address.trim(), !subject.remark.contains(MOST_DETAILED));
    if !address.is_empty() && unsaid && applied.word_in(address).is_none() {
        out.push(applied.at(Field::SubjectAddress));
    }
}

/// The address is written in Chinese.
pub(super) fn chinese(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let address = sight.dossier.subject.address.trim();
    if !address.is_empty() && !address.chars().any(|c| matches!(c, '\u{3400}'..='\u{9fff}')) {
        out.push(applied.at(Field::SubjectAddress));
    }
}

/// Whether every bracket is closed by its own kind and width.
fn paired(text: &str) -> bool {
    let mut closing = ['\0'; 8];
    let mut depth = 0;
    for character in text.chars() {
        let awaited = match character {
            '(' => Some(')'),
            '（' => Some('）'),
            '[' => Some(']'),
            '【' => Some('】'),
            _ => None,
        };
        if let Some(awaited) = awaited {
            let Some(slot) = closing.get_mut(depth) else { return false };
            *slot = awaited;
            depth += 1;
        } else if matches!(character, ')' | '）' | ']' | '】') {
            if depth == 0 || closing[depth - 1] != character {
                return false;
            }
            depth -= 1;
        }
    }
    depth == 0
}

/// The brackets of both addresses pair, by width too.
pub(super) fn brackets(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let subject = &sight.dossier.subject;
    if !paired(&subject.address) {
        out.push(applied.at(Field::SubjectAddress));
    }
    if !paired(&subject.certificate_address) {
        out.push(applied.at(Field::SubjectCertificateAddress));
    }
}

/// The mailing address begins with the street: the province stands in the region already.
pub(super) fn from_street(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let here = named(&sight.dossier.subject.address).filter(|named| Some(*named) == sight.province());
    if let Some(here) = here {
        out.push(applied.at(Field::SubjectAddress).with("found", here.full_name_zh()));
    }
}

/// The mailing address names no other province than the one its region lies in.
pub(super) fn of_region(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let (named, region) =
        (named(&sight.dossier.subject.address), sight.region.and_then(Province::from_region));
    if let (Some(named), Some(region)) = (named, region)
        && named != region
    {
        let finding = applied.at(Field::SubjectAddress).with("found", format!("@provinces/{named}"));
        out.push(finding.with("expected", format!("@provinces/{region}")));
    }
}

/// The mailing address begins with no other county of the same city than the one chosen.
pub(super) fn of_county(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let address = sight.dossier.subject.address.trim();
    let Some(code) = sight.region else { return };
    // Few addresses name a county at all.
    if !address.chars().take(8).any(|c| matches!(c, '区' | '县' | '旗')) {
        return;
    }
    let regions = Regions::builtin();
    let (Some(own), Some(above)) = (regions.get(code), regions.parent(code)) else { return };
    if address.starts_with(own.name) {
        return;
    }
    let twins = regions.children(above.code);
    let twin = twins.iter().find(|twin| twin.code != code && address.starts_with(twin.name));
    if let Some(twin) = twin {
        let finding = applied.at(Field::SubjectAddress).with("found", twin.name);
        out.push(finding.with("expected", own.name));
    }
}

/// With one of the words in the address, the remark repeats it.
pub(super) fn remark(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let subject = &sight.dossier.subject;
    let Some(word) = applied.word_in(&subject.address) else { return };
    if !subject.remark.contains(word) {
        let sentence = applied.with().remark.as_deref().unwrap_or_default();
        let finding = applied.at(Field::SubjectRemark).with("found", word);
        out.push(finding.with("expected", format!("@remarks/{sentence}")));
    }
}

/// Somebody from elsewhere gives the address of the permit, down to the room.
pub(super) fn of_permit(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let address = sight.dossier.subject.address.trim();
    let room = address.is_empty() || applied.word_in(address).is_some();
    if !room && elsewhere(sight).is_some() {
        out.push(applied.at(Field::SubjectAddress));
    }
}

#[cfg(test)]
mod tests {
    use super::paired;

    #[test]
    fn brackets_pair_by_kind_and_width() {
        for right in ["", "示例路8号", "示例路（东）8号(3幢)", "（a(b)c）"] {
            assert!(paired(right), "{right}");
        }
        for wrong in ["示例路（东8号", "示例路东）8号", "示例路（东)8号", "((((((((())))))))))"]
        {
            assert!(!paired(wrong), "{wrong}");
        }
    }
}
