//! The documents an order needs, by the rulebook of today, each with its name and who asks for it.

use beian_domain::check::Checker;
use beian_domain::dossier::Dossier;
use beian_domain::evidence::{Evidence, EvidenceKind};
use beian_domain::finding::Severity;
use beian_domain::region::Province;
use beian_domain::rulebook::{Language, Rulebook, Spoken, TableKind};

use crate::app::App;

/// A document an order needs, or may need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The kind of evidence that carries it.
    pub kind: EvidenceKind,
    /// Which document, by its code in the rulebook; none if the kind says it all.
    pub document: Option<String>,
    /// What the document is called; none if the kind says it all.
    pub name: Option<Spoken>,
    /// More about it: how it looks, who signs.
    pub note: Option<Spoken>,
    /// What may be brought in its place.
    pub instead: Option<Spoken>,
    /// Whether it is needed for sure; otherwise it depends on what is not known yet, or only helps.
    pub required: bool,
    /// What it weighs if it is missing.
    pub severity: Severity,
    /// Who asks for it, in both languages; empty for the piece that takes anything else.
    pub source: Spoken,
    /// The province, if it asks for it itself.
    pub province: Option<Province>,
}

impl Wanted {
    /// Whether a piece that was brought is this document. One that does not say which document it is counts as the
    /// only one of its kind.
    pub fn is(&self, piece: &Evidence) -> bool {
        let named = self.document == piece.document;
        piece.kind == self.kind && (named || piece.document.is_none() && self.kind != EvidenceKind::Other)
    }

    /// The name in forms and addresses: `authorisation/letter-subject`.
    pub fn slug(&self) -> String {
        match &self.document {
            Some(document) => format!("{}/{document}", self.kind),
            None => self.kind.to_string(),
        }
    }
}

/// The documents a dossier needs, and at the end the place for anything else.
pub(crate) fn checklist(app: &App, dossier: &Dossier) -> Vec<Wanted> {
    let rulebook = app.rulebook();
    let checker = Checker::new(&rulebook, app.today());
    let rules = rulebook.at(app.today());
    let mut list: Vec<Wanted> = Vec::new();
    for needed in checker.checklist(dossier) {
        let row = |code: &str| rules.row(TableKind::Documents, code).map(|row| row.value.name.clone());
        list.push(Wanted {
            kind: needed.kind,
            document: needed.document.map(str::to_owned),
            name: needed.document.and_then(row),
            note: needed.note.cloned(),
            instead: needed.instead.and_then(row),
            required: needed.required,
            severity: needed.severity,
            source: said_by(&rulebook, needed.because.sources),
            province: needed.because.province,
        });
    }
    list.push(anything_else());
    list
}

fn said_by(rulebook: &Rulebook, tags: &[String]) -> Spoken {
    let names = |language: Language, between: &str| {
        let names = tags.iter().filter_map(|tag| Some(rulebook.source(tag)?.name.in_language(language)));
        names.collect::<Vec<_>>().join(between)
    };
    Spoken { zh: names(Language::Chinese, "；"), en: names(Language::English, "; ") }
}

fn anything_else() -> Wanted {
    Wanted {
        kind: EvidenceKind::Other,
        document: None,
        name: None,
        note: None,
        instead: None,
        required: false,
        severity: Severity::Info,
        source: Spoken { zh: String::new(), en: String::new() },
        province: None,
    }
}
