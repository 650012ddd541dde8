//! Results for programs. Keys are only ever added; `docs/guide/app-packages.md` lists them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use beian_inspect::{Expected, Facts, Finding, Refusal, spelling};
use beian_web::i18n::Words;
use beian_web::inspection::{Remark, remark, word_refusal};
use serde_json::{Map, Value, json};

use super::Outcome;

/// All files in one document.
pub fn told(words: Words, outcomes: &[Outcome]) -> anyhow::Result<String> {
    let files: Vec<Value> = outcomes
        .iter()
        .map(|outcome| match &outcome.read {
            Ok((facts, findings)) => read(words, &outcome.name, facts, findings),
            Err(refusal) => refused(words, &outcome.name, refusal),
        })
        .collect();
    Ok(serde_json::to_string_pretty(&json!({ "files": files }))?)
}

fn read(words: Words, name: &str, facts: &Facts, findings: &[Finding]) -> Value {
    let spellings: Map<String, Value> = facts
        .signing
        .counting()
        .map(spelling::spellings)
        .unwrap_or_default()
        .into_iter()
        .map(|spelling| (spelling.name.slug().to_owned(), spelling.value.into()))
        .collect();
    let findings: Vec<Value> = findings
        .iter()
        .map(|finding| {
            let mut told = with_words(json!(finding), &remark(words, finding));
            told["severity"] = json!(finding.severity());
            told
        })
        .collect();
    let icon = facts
        .app
        .as_ref()
        .and_then(|app| app.icon.as_ref())
        .map(|icon| json!({ "media_type": icon.media_type, "base64": STANDARD.encode(&icon.picture) }));
    json!({
        "file": name,
        "order": Expected::of(facts),
        "findings": findings,
        "spellings": spellings,
        "facts": facts,
        "icon": icon,
    })
}

fn refused(words: Words, name: &str, refusal: &Refusal) -> Value {
    json!({ "file": name, "refusal": with_words(json!(refusal), &word_refusal(words, refusal)) })
}

/// The words beside the code and its facts. A fact may be called like one of them: the fact stays.
fn with_words(mut told: Value, remark: &Remark) -> Value {
    let said = json!({ "what": remark.what, "why": remark.why, "remedy": remark.remedy });
    told["said"] = said;
    told
}
