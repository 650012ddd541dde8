//! Results for a terminal: what the form asks for first, then what is wrong.

use beian_web::i18n::Words;
use beian_web::inspection::{FileWords, Group, Line, Remark, word, word_refusal};

use super::Outcome;

/// All files, one after the other.
pub fn told(words: Words, outcomes: &[Outcome], compared: bool) -> String {
    let files = outcomes.iter().map(|outcome| match &outcome.read {
        Ok((facts, findings)) => file(words, &outcome.name, &word(words, facts, findings), compared),
        Err(refusal) => {
            let remark = word_refusal(words, refusal);
            format!("{}: {}\n  {}\n  → {}", outcome.name, remark.label, remark.what, remark.remedy)
        }
    });
    files.collect::<Vec<_>>().join("\n\n")
}

fn file(words: Words, name: &str, read: &FileWords, compared: bool) -> String {
    let mut parts = vec![format!("{name}: {}", read.title)];
    let mut asked = lines(&read.asked.lines);
    asked.push(read.why.clone());
    parts.push(titled(&read.asked.title, &asked));
    let mut remarks: Vec<String> = read.remarks.iter().flat_map(remark_lines).collect();
    if remarks.is_empty() {
        let good = if compared { "inspect-findings-none-compared" } else { "inspect-findings-none" };
        remarks.push(format!("✓ {}", words.t(good)));
    }
    parts.push(titled(&words.t("inspect-findings-title"), &remarks));
    parts.push(group(&read.about));
    if !read.spellings.lines.is_empty() {
        parts.push(group(&read.spellings));
    }
    if !read.signers.is_empty() {
        parts.push(titled(&words.t("inspect-signers-title"), &signers(words, read)));
    }
    if !read.permissions.1.is_empty() {
        parts.push(titled(&read.permissions.0, &read.permissions.1));
    }
    parts.join("\n")
}

fn signers(words: Words, read: &FileWords) -> Vec<String> {
    let mut all = Vec::new();
    for signer in &read.signers {
        let counts =
            if signer.counts { format!(" ← {}", words.t("inspect-signer-counts")) } else { String::new() };
        all.push(format!("{}{counts}", signer.title));
        for certificate in &signer.certificates {
            all.push(format!("  {}", certificate.title));
            all.extend(lines(&certificate.lines).iter().map(|line| format!("    {line}")));
        }
    }
    all
}

fn remark_lines(remark: &Remark) -> Vec<String> {
    let mut all = vec![format!("• [{}] {}", remark.label, remark.what)];
    all.extend([&remark.why].into_iter().filter(|why| !why.is_empty()).map(|why| format!("    {why}")));
    all.push(format!("  → {}", remark.remedy));
    all
}

fn group(group: &Group) -> String {
    titled(&group.title, &lines(&group.lines))
}

fn titled(title: &str, lines: &[String]) -> String {
    format!("  {title}\n{}", indented(lines))
}

fn lines(lines: &[Line]) -> Vec<String> {
    lines.iter().map(|line| format!("{}: {}", line.label, line.value.trim_end())).collect()
}

/// Each line four places in; a value of several lines begins on a line of its own, so that it can be copied.
fn indented(lines: &[String]) -> String {
    let one = |line: &String| match line.split_once(": ") {
        Some((label, value)) if value.contains('\n') => format!("    {label}:\n{value}"),
        Some(_) | None => format!("    {line}"),
    };
    lines.iter().map(one).collect::<Vec<_>>().join("\n")
}
