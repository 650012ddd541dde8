//! What was read from an App's file, in words: the same for the page, the command line and a saved report.

mod asked;
mod report;
mod view;

use beian_inspect::facts::{App, Certificate, Facts, KeyKind, Signer, Signing};
use beian_inspect::finding::Severity;
use beian_inspect::{Finding, Refusal};

use crate::i18n::{Words, beijing};
use crate::say;

pub use report::{Reported, report};
pub(crate) use view::{refused, result};

/// A value with what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is called.
    pub label: String,
    /// The value as people read and copy it.
    pub value: String,
    /// Whether it is there to be copied.
    pub copied: bool,
}

impl Line {
    fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into(), copied: false }
    }

    fn copied(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { copied: true, ..Self::new(label, value) }
    }
}

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they are about.
    pub title: String,
    /// The lines.
    pub lines: Vec<Line>,
}

/// A finding, or why there is nothing to find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// How grave.
    pub severity: Severity,
    /// How grave, in a word.
    pub label: String,
    /// What is the matter.
    pub what: String,
    /// Why it is so.
    pub why: String,
    /// How to put it right.
    pub remedy: String,
}

/// Who signed, by one or several schemes with the same certificates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignerWords {
    /// The schemes, and which entries.
    pub title: String,
    /// Whether its first certificate counts.
    pub counts: bool,
    /// Its certificates, each below what it is: the App's own, of issuers, earlier ones.
    pub certificates: Vec<Group>,
}

/// Everything read from one file, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileWords {
    /// The name of the App, or the kind of file.
    pub title: String,
    /// What the form asks for; the first lines anybody reads.
    pub asked: Group,
    /// From which certificate they are, and why from that one; or why there are none.
    pub why: String,
    /// What the package says of the App, and what kind of file it is.
    pub about: Group,
    /// What we noticed, the gravest first.
    pub remarks: Vec<Remark>,
    /// Every other spelling of the certificate that counts.
    pub spellings: Group,
    /// Everybody who signed.
    pub signers: Vec<SignerWords>,
    /// Permissions, by their own names, below what the list is called.
    pub permissions: (String, Vec<String>),
}

/// Words what was read.
pub fn word(words: Words, facts: &Facts, findings: &[Finding]) -> FileWords {
    let kind = say::inspect_name(words, "kind", &facts.kind);
    let label = facts.app.as_ref().and_then(|app| app.label.clone());
    let counting = facts.signing.counting();
    let about_title = if facts.app.is_some() { "inspect-app-title" } else { "inspect-file-title" };
    let count = facts.app.as_ref().map_or(0, |app| app.permissions.len());
    let permissions = facts.app.as_ref().map(|app| app.permissions.clone()).unwrap_or_default();
    let spellings = counting.map(|certificate| asked::all(words, certificate)).unwrap_or_default();
    FileWords {
        title: label.unwrap_or_else(|| kind.clone()),
        asked: asked::group(words, facts),
        why: asked::why(words, &facts.signing),
        about: Group { title: words.t(about_title), lines: about(words, facts, kind) },
        remarks: findings.iter().map(|finding| remark(words, finding)).collect(),
        spellings: Group { title: words.t("inspect-spellings-title"), lines: spellings },
        signers: signers(words, &facts.signing),
        permissions: (words.with("inspect-app-permissions", &[("n", count.into())]), permissions),
    }
}

/// Words one finding.
pub fn remark(words: Words, finding: &Finding) -> Remark {
    let told = say::inspect_finding(words, finding);
    let severity = finding.severity();
    Remark {
        severity,
        label: say::inspect_severity(words, severity),
        what: told.what,
        why: told.why,
        remedy: told.remedy,
    }
}

/// Words why a file was not read: what it is, and what to bring instead.
pub fn word_refusal(words: Words, refusal: &Refusal) -> Remark {
    let told = say::inspect_refusal(words, refusal);
    Remark {
        severity: Severity::Block,
        label: words.t("inspect-refused-title"),
        what: told.what,
        why: told.why,
        remedy: told.remedy,
    }
}

fn about(words: Words, facts: &Facts, kind: String) -> Vec<Line> {
    let mut lines = facts.app.as_ref().map(|app| of_app(words, app)).unwrap_or_default();
    lines.push(Line::new(words.t("inspect-file-kind"), kind));
    lines.push(Line::new(words.t("inspect-file-size"), words.size(facts.size)));
    let signing = &facts.signing;
    if let Some((number, name)) = &signing.team {
        let team = if name.is_empty() { number.clone() } else { format!("{name} ({number})") };
        lines.push(Line::new(words.t("inspect-team"), team));
    }
    if let Some(purpose) = &signing.purpose {
        let purpose = say::inspect_name(words, "purpose", purpose);
        lines.push(Line::new(words.t("inspect-purpose"), purpose));
    }
    if let Some(until) = signing.profile_until {
        let until = words.date(beijing(until).date_naive());
        lines.push(Line::new(words.t("inspect-profile-until"), until));
    }
    lines
}

fn of_app(words: Words, app: &App) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(label) = &app.label {
        lines.push(Line::new(words.t("inspect-app-name"), label));
    }
    let others = app.labels.iter().filter(|label| Some(&label.text) != app.label.as_ref());
    let others: Vec<String> = others
        .map(|label| match label.language.as_str() {
            "" => label.text.clone(),
            language => format!("{} ({language})", label.text),
        })
        .collect();
    if !others.is_empty() {
        lines.push(Line::new(words.t("inspect-app-names"), others.join(words.pick("、", ", "))));
    }
    let version = match (&app.version, &app.version_code) {
        (Some(version), Some(code)) if version != code => Some(format!("{version} ({code})")),
        (version, code) => version.clone().or_else(|| code.clone()),
    };
    let rest = [
        ("inspect-app-version", version.as_ref()),
        ("inspect-app-system", app.minimum_system.as_ref()),
        ("inspect-app-target", app.target_system.as_ref()),
    ];
    for (key, value) in rest {
        lines.extend(value.map(|value| Line::new(words.t(key), value)));
    }
    lines
}

/// Schemes that name the same certificates stand together: most packages have one key and several schemes.
fn signers(words: Words, signing: &Signing) -> Vec<SignerWords> {
    let counts = signing.counts.map(|(index, _)| index);
    let mut all: Vec<(&Signer, SignerWords)> = Vec::new();
    for (index, signer) in signing.signers.iter().enumerate() {
        let title = scheme(words, signer);
        let is_same = |other: &Signer| other.chain == signer.chain && other.lineage == signer.lineage;
        if let Some((_, there)) = all.iter_mut().find(|(other, _)| is_same(other)) {
            there.title = format!("{}{}{title}", there.title, words.pick("、", ", "));
            there.counts |= counts == Some(index);
        } else {
            let certificates = certificates(words, signer);
            all.push((signer, SignerWords { title, counts: counts == Some(index), certificates }));
        }
    }
    all.into_iter().map(|(_, signer)| signer).collect()
}

/// By which scheme, under which name, on which systems.
fn scheme(words: Words, signer: &Signer) -> String {
    let mut title = say::inspect_name(words, "scheme", &signer.scheme);
    if !signer.name.is_empty() {
        title = format!("{title} · {}", signer.name);
    }
    match systems(words, signer) {
        Some(systems) => format!("{title}{}{systems}{}", words.pick("（", " ("), words.pick("）", ")")),
        None => title,
    }
}

fn certificates(words: Words, signer: &Signer) -> Vec<Group> {
    let group =
        |key: &str, certificate| Group { title: words.t(key), lines: of_certificate(words, certificate) };
    let chain = signer.chain.iter().enumerate().map(|(depth, certificate)| {
        let key = if depth == 0 { "inspect-certificate-leaf" } else { "inspect-certificate-issuers" };
        group(key, certificate)
    });
    let lineage = signer.lineage.iter().map(|certificate| group("inspect-certificate-earlier", certificate));
    chain.chain(lineage).collect()
}

fn systems(words: Words, signer: &Signer) -> Option<String> {
    match (signer.from_system, signer.to_system) {
        (Some(from), Some(to)) => {
            Some(words.with("inspect-signer-between", &[("from", from.into()), ("to", to.into())]))
        }
        (Some(from), None) => Some(words.with("inspect-signer-from", &[("from", from.into())])),
        (None, Some(to)) => Some(words.with("inspect-signer-to", &[("to", to.into())])),
        (None, None) => None,
    }
}

fn of_certificate(words: Words, certificate: &Certificate) -> Vec<Line> {
    let day = |at| words.date(beijing(at).date_naive());
    let range = [("from", day(certificate.not_before).into()), ("until", day(certificate.not_after).into())];
    let issuer = if certificate.issuer == certificate.subject {
        words.t("inspect-certificate-self")
    } else {
        certificate.issuer.clone()
    };
    let all = &certificate.fingerprints;
    vec![
        Line::new(words.t("inspect-certificate-subject"), &certificate.subject),
        Line::new(words.t("inspect-certificate-issuer"), issuer),
        Line::new(words.t("inspect-certificate-valid"), words.with("inspect-certificate-range", &range)),
        Line::new(words.t("inspect-certificate-key"), key(words, &certificate.key.kind)),
        Line::new(words.t("inspect-certificate-algorithm"), &certificate.signature_algorithm),
        Line::new(words.t("inspect-certificate-serial"), &certificate.serial),
        Line::new(words.t("inspect-digest-md5"), &all.md5),
        Line::new(words.t("inspect-digest-sha1"), &all.sha1),
        Line::new(words.t("inspect-digest-sha256"), &all.sha256),
    ]
}

fn key(words: Words, kind: &KeyKind) -> String {
    match kind {
        KeyKind::Rsa { bits, .. } => words.with("inspect-key-rsa", &[("bits", bits.to_string().into())]),
        KeyKind::Ec { curve, .. } => words.with("inspect-key-ec", &[("curve", curve.as_str().into())]),
        KeyKind::Dsa { bits, .. } => words.with("inspect-key-dsa", &[("bits", bits.to_string().into())]),
        KeyKind::Other { oid } => words.with("inspect-key-other", &[("oid", oid.as_str().into())]),
    }
}
