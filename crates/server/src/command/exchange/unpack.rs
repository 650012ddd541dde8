//! `exchange unpack`: takes documents out of whatever they travel in.

use std::path::{Path, PathBuf};

use super::contents::{Contents, describe, in_utf8, look, worded};
use super::key::Keys;
use super::progress::Progress;
use super::{Stop, input, output};
use crate::cli::Unpack;
use crate::config::Source;
use crate::terminal::say;

/// Unpacks each file.
pub fn run(source: &Source, unpack: &Unpack) -> anyhow::Result<()> {
    let keys = Keys::named(source, unpack.decrypt.as_deref(), unpack.authority.as_deref())?;
    let progress = Progress::begin(unpack.telling);
    let mut wrong = 0;
    for (nth, file) in unpack.files.iter().enumerate() {
        progress.step(nth + 1, unpack.files.len(), file.display());
        match look(file, input::bytes(file)?, &keys)? {
            Contents::Document(text) => {
                let xml = xml_name(unpack.output.as_deref(), file);
                output::write(&xml, in_utf8(&text).as_bytes(), unpack.force)?;
                wrong += usize::from(!told(&xml, &text));
            }
            Contents::Answer(answer) => {
                say(format!("{}: an answer without a file: {}", file.display(), worded(answer.code)));
                if !answer.text.is_empty() {
                    say(format!("  msg: {}", answer.text));
                }
                if let Some(number) = answer.sequence {
                    say(format!("  dataSequence: {number}"));
                }
                if !answer.missing.is_empty() {
                    say(format!("  missing numbers: {:?}", answer.missing));
                }
            }
        }
    }
    if wrong == 0 {
        return Ok(());
    }
    Err(Stop::Refused(format!("{wrong} documents were written but cannot be read. 文档内容有误。")).into())
}

/// Tells what a document holds; `false` when it cannot be read.
pub fn told(xml: &Path, text: &str) -> bool {
    let described = describe(text);
    say(format!("{}: {}", xml.display(), described.kind));
    for warning in &described.warnings {
        say(format!("  warning: {warning}"));
    }
    if let Some(problem) = &described.problem {
        say(format!("  cannot be read: {problem}"));
    }
    described.problem.is_none()
}

/// A document that was XML already gets a name of its own.
fn xml_name(output: Option<&Path>, file: &Path) -> PathBuf {
    let stem = output::stem(file);
    let is_xml = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xml"));
    let name = if is_xml { format!("{stem}.utf8.xml") } else { format!("{stem}.xml") };
    output::place(output, file, &name)
}
