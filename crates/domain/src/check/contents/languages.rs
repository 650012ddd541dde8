//! Checks of languages.

use crate::check::applied::Applied;
use crate::check::sight::Sight;
use crate::finding::Finding;
use crate::order::field::Field;
use crate::rulebook::TableKind;

/// The table has the language.
pub(super) fn known(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in applied.offers(sight) {
        for code in &offer.service.languages {
            if sight.rules.row(TableKind::Languages, code).is_none() {
                let finding = applied.in_service(Field::ServiceLanguages, offer.n);
                out.push(finding.with("found", code));
            }
        }
    }
}

/// No language is named twice.
pub(super) fn once(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in applied.offers(sight) {
        let languages = &offer.service.languages;
        for (n, code) in languages.iter().enumerate() {
            if languages[..n].contains(code) {
                let finding = applied.in_service(Field::ServiceLanguages, offer.n);
                out.push(finding.with("found", format!("@languages/{code}")));
            }
        }
    }
}

/// One language, the main one, is named.
pub(super) fn one(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in applied.offers(sight) {
        let languages = &offer.service.languages;
        if languages.len() > 1 {
            let finding = applied.in_service(Field::ServiceLanguages, offer.n);
            out.push(finding.with("found", format!("@languages/{}", languages.join(","))));
        }
    }
}

/// A service with a name in Hanzi is in Chinese too; Japanese and Korean write with them as well.
pub(super) fn of_name(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    const WITH_HANZI: &[&str] = &["simplified-chinese", "traditional-chinese", "japanese", "korean"];
    for offer in applied.offers(sight) {
        let languages = &offer.service.languages;
        let hanzi = offer.service.name.contains(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
        let chinese = languages.iter().any(|code| WITH_HANZI.contains(&code.as_str()));
        if hanzi && !languages.is_empty() && !chinese {
            let finding = applied.in_service(Field::ServiceLanguages, offer.n);
            out.push(finding.with("found", format!("@languages/{}", languages.join(","))));
        }
    }
}
