//! The checklist (材料清单): which documents an order needs, each with who asks for it.
//!
//! It works on an order that has hardly begun: what is not known yet asks for more rather than less, and what
//! only might be needed is not `required`.

mod circumstances;
mod letters;
mod national;
mod provincial;

use chrono::NaiveDate;

use super::applied::Asked;
use super::checker;
use super::sight::Sight;
use crate::evidence::EvidenceKind;
use crate::finding::Severity;
use crate::region::Province;
use crate::rulebook::{Clause, Entry, Parameter, Rule, Spoken, TableKind, Testimony};

pub(super) use letters::{letters, needs_site_letter, needs_subject_letter, own_letter};
pub(super) use national::national;
pub(super) use provincial::{of_clause, provincial};

/// A document that an order needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needed<'r> {
    /// The piece of evidence that carries it.
    pub kind: EvidenceKind,
    /// Which document, by its code in the table of documents; none if the kind says it all.
    pub document: Option<&'r str>,
    /// The document that may stand in its place.
    pub instead: Option<&'r str>,
    /// Whether the order needs it for sure; otherwise it depends on what is not known yet, or only helps.
    pub required: bool,
    /// What it weighs if it is missing.
    pub severity: Severity,
    /// Who asks for it.
    pub because: Reason<'r>,
    /// More about it.
    pub note: Option<&'r Spoken>,
}

/// Who asks for a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reason<'r> {
    /// Tags of the sources.
    pub sources: &'r [String],
    /// The day for which they say it.
    pub as_of: Option<NaiveDate>,
    /// The layer of the rulebook.
    pub layer: &'r str,
    /// The clause: of a province, or of the nation, by its code.
    pub clause: Option<(Option<Province>, &'r str)>,
    /// The parameter.
    pub parameter: Option<Parameter>,
    /// The province, if it says it itself; none where it holds nationally.
    pub province: Option<Province>,
}

impl<'r> Reason<'r> {
    fn said(testimony: &'r Testimony, layer: &'r str) -> Self {
        Self { sources: &testimony.sources, as_of: testimony.as_of, layer, ..Self::default() }
    }

    fn rule(rule: &'r Entry<Rule>) -> Self {
        Self::said(&rule.testimony, &rule.place.layer)
    }

    fn clause(province: Option<Province>, clause: &'r Entry<Clause>) -> Self {
        Self {
            clause: Some((province, &clause.value.code)),
            province,
            ..Self::said(&clause.testimony, &clause.place.layer)
        }
    }

    fn asked(asked: Asked<'r>) -> Self {
        Self {
            parameter: Some(asked.parameter),
            province: asked.province,
            ..Self::said(&asked.entry.testimony, &asked.entry.place.layer)
        }
    }
}

/// What takes the documents one by one.
pub(super) type Take<'t, 'r> = &'t mut dyn FnMut(Needed<'r>);

/// The documents an order needs: those of the nation first, then the letters, then what the province asks.
pub fn checklist<'r>(sight: &Sight<'r>) -> Vec<Needed<'r>> {
    let mut list: Vec<Needed<'r>> = Vec::new();
    let mut take = |needed: Needed<'r>| {
        let same = |one: &&mut Needed<'_>| one.kind == needed.kind && one.document == needed.document;
        match list.iter_mut().find(same) {
            // Asked for twice: what weighs more, and is surer, stays.
            Some(one) if (needed.required, needed.severity) > (one.required, one.severity) => *one = needed,
            Some(_) => {}
            None => list.push(needed),
        }
    };
    national(sight, &mut take);
    letters(sight, &mut take);
    provincial(sight, &mut take);
    list
}

/// What the province, or the nation, answers.
fn ask<'r>(sight: &Sight<'r>, parameter: Parameter) -> Option<Asked<'r>> {
    checker::answer(sight.rules, sight.province(), parameter)
}

/// The piece of evidence that carries a document.
pub(super) fn kind_of(document: &str) -> EvidenceKind {
    match document {
        "domain-certificate" => EvidenceKind::DomainCertificate,
        // Not papers of their own, but how the certificate of the subject must look.
        "stamped-licence" | "full-licence" | "resident-office" => EvidenceKind::SubjectCertificate,
        code if code.starts_with("letter-") => EvidenceKind::Authorisation,
        _ => EvidenceKind::Other,
    }
}

/// The note of a row of the table of documents.
fn note_of<'r>(sight: &Sight<'r>, document: &str) -> Option<&'r Spoken> {
    sight.rules.row(TableKind::Documents, document)?.testimony.note.as_ref()
}

#[cfg(test)]
mod tests;
