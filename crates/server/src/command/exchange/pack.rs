//! `exchange pack`: checks documents and packs them as the authority takes them.

use std::path::{Path, PathBuf};

use beian_app::exchange::code_tables;
use beian_authority::Violation;
use beian_authority::codes::{CodeTables, result};
use beian_authority::gbk::Rare;
use beian_authority::message::download::DownloadDocument;
use beian_authority::message::upload::UploadDocument;
use beian_authority::packing::{PackError, Packed, Packing, pack_as};
use beian_authority::value::encode_base64;

use super::key::Keys;
use super::progress::Progress;
use super::{Stop, input, output};
use crate::cli::Pack;
use crate::config::Source;
use crate::terminal::say;

/// Packs each document, or says everything that is wrong with it.
pub fn run(source: &Source, pack: &Pack) -> anyhow::Result<()> {
    let keys = Keys::named(source, pack.encrypt.as_deref(), pack.authority.as_deref())?;
    let tables = pack.codes.as_deref().map(tables).transpose()?;
    if pack.files.len() > 1 && pack.output.as_deref().is_some_and(names_zip) {
        let why = "one zip holds one document; name a directory with -o. 一个文件只能装一个文档。";
        return Err(Stop::Unusable(why.to_owned()).into());
    }
    let progress = Progress::begin(pack.telling);
    let rare = if pack.references { Rare::Referenced } else { Rare::Refused };
    let packing = Packing { rare, tables: tables.as_ref() };
    let mut refused = 0;
    for (nth, file) in pack.files.iter().enumerate() {
        progress.step(nth + 1, pack.files.len(), file.display());
        let (document, packed) = match packed(file, packing)? {
            Ok(packed) => packed,
            Err(violations) => {
                refused += 1;
                tell(file, &violations);
                continue;
            }
        };
        if let Keys::Account(authority) = &keys
            && authority.client.unit() != document.unit()
        {
            let (is, should) = (document.unit(), authority.client.unit());
            say(format!("{}: warning: names unit {is}, the account is {should}", file.display()));
        }
        let zip = zip_name(pack.output.as_deref(), file);
        output::write(&zip, &packed.zip, pack.force)?;
        say(format!(
            "{}: {} bytes, {} records, beianInfoHash {}",
            zip.display(),
            packed.zip.len(),
            document.records(),
            encode_base64(&packed.md5)
        ));
        if let Some((sealed, algorithm)) = keys.seal(&packed) {
            let text = zip.with_extension("beianInfo.txt");
            output::write(&text, encode_base64(&sealed).as_bytes(), pack.force)?;
            say(format!("{}: beianInfo, encryptAlgorithm {algorithm}", text.display()));
        }
    }
    if refused == 0 {
        return Ok(());
    }
    let of = pack.files.len();
    let why = format!("{refused} of {of} documents would be refused and were not packed. 未打包。");
    Err(Stop::Refused(why).into())
}

/// Reads, checks and packs a document, or gives everything that is wrong with it.
pub fn packed(
    file: &Path,
    packing: Packing<'_>,
) -> Result<Result<(UploadDocument, Packed), Vec<Violation>>, Stop> {
    let text = input::text(file, input::bytes(file)?)?;
    let (document, warnings) = UploadDocument::from_xml(&text).map_err(|error| {
        Stop::Unusable(format!("{}: no UploadData document: {error}. 不是报送文档。", file.display()))
    })?;
    for warning in &warnings {
        say(format!("{}: warning: {warning}; it is left out", file.display()));
    }
    match pack_as(&document, &entry_name(file), packing) {
        Ok(packed) => Ok(Ok((document, packed))),
        Err(PackError::Schema(mut violations)) => {
            // The schema and what GBK lacks at once, so that nobody mends twice.
            if packing.rare == Rare::Refused {
                let others = document.violations_in_gbk().into_iter();
                let others: Vec<_> = others.filter(|other| !violations.contains(other)).collect();
                violations.extend(others);
            }
            Ok(Err(violations))
        }
        Err(error) => Err(Stop::Refused(format!("{}: {error}", file.display()))),
    }
}

/// The name of the document in the archive: letters, digits and a dot.
pub fn entry_name(file: &Path) -> String {
    let stem = output::stem(file);
    let letters: String = stem.chars().filter(char::is_ascii_alphanumeric).take(100).collect();
    if letters.is_empty() { "document.xml".to_owned() } else { format!("{letters}.xml") }
}

/// Prints everything that is wrong with a document.
pub fn tell(file: &Path, violations: &[Violation]) {
    for violation in violations {
        let record = violation.record().map_or(String::new(), |record| format!(", record {}", record + 1));
        say(format!("{}{record}: {violation}; {}", file.display(), expected(violation)));
    }
}

/// What would be right in its place.
fn expected(violation: &Violation) -> String {
    match violation {
        Violation::Range { least, most, .. } => {
            format!(
                "expected: {least} to {most} characters of text, or a number between them. 长度或数值超出范围"
            )
        }
        Violation::Count { least, most, .. } => format!("expected: {least} to {most} of them. 个数不符"),
        Violation::Character { .. } => "expected: a character that XML can carry. 不允许的字符".to_owned(),
        Violation::Encoding { .. } => {
            "expected: a character of GBK, or --references. GBK 没有这个字".to_owned()
        }
        Violation::Code { table, withdrawn, .. } => {
            let withdrawn = if *withdrawn { " that was not withdrawn" } else { "" };
            format!("expected: an id{withdrawn} of {} {}. 基础代码", table.en(), table.zh())
        }
        Violation::Rule { code, .. } => match result::find(*code) {
            Some(known) => format!("{} {}: {} {}", known.en, known.zh, known.remedy_en, known.remedy_zh),
            None => "see the codes of results".to_owned(),
        },
    }
}

/// The tables to check codes against: as JSON, or as the authority delivers them.
fn tables(file: &Path) -> Result<CodeTables, Stop> {
    let text = input::text(file, input::bytes(file)?)?;
    let name = file.display();
    if !text.trim_start().starts_with('<') {
        return serde_json::from_str(&text)
            .map_err(|error| Stop::Unusable(format!("{name}: no code tables: {error}")));
    }
    match DownloadDocument::from_xml(&text) {
        Ok((DownloadDocument::BaseCodes(codes), _)) => Ok(code_tables(&codes)),
        Ok(_) => Err(Stop::Unusable(format!("{name}: is not a base code document (JCDM)"))),
        Err(error) => Err(Stop::Unusable(format!("{name}: no code tables: {error}"))),
    }
}

fn names_zip(output: &Path) -> bool {
    output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
}

fn zip_name(output: Option<&Path>, file: &Path) -> PathBuf {
    match output {
        Some(output) if names_zip(output) => output.to_owned(),
        output => output::place(output, file, &format!("{}.zip", output::stem(file))),
    }
}
