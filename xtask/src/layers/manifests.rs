//! What the manifests say: arrows between our crates, reserved libraries, lints taken from the workspace.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{RESERVED, ROOMS, Reserved, Room};
use crate::finding::Finding;

/// How a dependency is used; tests may reach further than what is shipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Shipped,
    Development,
}

/// One line of a dependency table.
struct Dependency {
    package: String,
    line: usize,
    kind: Kind,
    optional: bool,
}

/// Names under which the workspace's table renames packages (`key = { package = "…" }`).
pub fn renames(workspace: &str) -> Result<BTreeMap<String, String>> {
    let parsed = DeTable::parse(workspace).context("parsing the workspace's manifest")?;
    let declared =
        table(parsed.get_ref(), "workspace").and_then(|workspace| table(workspace, "dependencies"));
    let renamed = declared.into_iter().flatten().filter_map(|(key, value)| {
        Some((key.get_ref().to_string(), package_of(value.get_ref())?.to_owned()))
    });
    Ok(renamed.collect())
}

/// Checks one manifest.
pub fn check(path: &str, text: &str, renames: &BTreeMap<String, String>) -> Result<Vec<Finding>> {
    let parsed = DeTable::parse(text).with_context(|| format!("parsing {path}"))?;
    let manifest = parsed.get_ref();
    let name = table(manifest, "package")
        .and_then(|package| package.get("name"))
        .and_then(|name| name.get_ref().as_str())
        .with_context(|| format!("{path} names no package"))?;
    let mut findings = lints(path, manifest);
    let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
        findings.push(finding(
            path,
            1,
            format!("`{name}` is not a room of this house"),
            "room",
            "add it to ROOMS in xtask/src/layers.rs and to ARCHITECTURE.md, or put its code where it belongs",
        ));
        return Ok(findings);
    };
    for dependency in dependencies(manifest, text, renames) {
        findings.extend(arrow(path, room, &dependency));
        findings.extend(RESERVED.iter().find_map(|reserved| reservation(path, room, &dependency, reserved)));
    }
    Ok(findings)
}

fn lints(path: &str, manifest: &DeTable<'_>) -> Vec<Finding> {
    let taken = table(manifest, "lints")
        .and_then(|lints| lints.get("workspace"))
        .and_then(|workspace| workspace.get_ref().as_bool())
        .unwrap_or(false);
    if taken {
        return Vec::new();
    }
    let what = "does not take the workspace's lints".to_owned();
    vec![finding(path, 1, what, "lints", "add `[lints]` with `workspace = true`")]
}

fn arrow(path: &str, room: &Room, dependency: &Dependency) -> Option<Finding> {
    let package = dependency.package.as_str();
    let ours = package.starts_with("beian-") || package == "xtask";
    if !ours || dependency.kind == Kind::Development || room.may_name.contains(&package) {
        return None;
    }
    let allowed = match room.may_name {
        [] => "none of our crates".to_owned(),
        names => names.join(", "),
    };
    let what = format!("{} names {package}", room.name);
    let mend = format!("remove it: {} may name {allowed} (arrows in ARCHITECTURE.md)", room.name);
    Some(finding(path, dependency.line, what, "arrow", &mend))
}

fn reservation(path: &str, room: &Room, dependency: &Dependency, reserved: &Reserved) -> Option<Finding> {
    // The checker's own libraries are nobody else's business.
    if room.name == "xtask" || !reserved.libraries.contains(&dependency.package.as_str()) {
        return None;
    }
    let at_home = reserved.homes.contains(&room.name);
    let behind_feature = dependency.optional || dependency.kind == Kind::Development;
    if at_home || (behind_feature && reserved.optional_homes.contains(&room.name)) {
        return None;
    }
    let what = format!("{} names {}", room.name, dependency.package);
    Some(finding(path, dependency.line, what, "reserved-library", reserved.mend))
}

fn dependencies(manifest: &DeTable<'_>, text: &str, renames: &BTreeMap<String, String>) -> Vec<Dependency> {
    let targets = table(manifest, "target").into_iter().flatten();
    let platforms = targets.filter_map(|(_, platform)| platform.get_ref().as_table());
    let mut found = Vec::new();
    for tables in std::iter::once(manifest).chain(platforms) {
        for (section, kind) in [
            ("dependencies", Kind::Shipped),
            ("build-dependencies", Kind::Shipped),
            ("dev-dependencies", Kind::Development),
        ] {
            for (key, value) in table(tables, section).into_iter().flatten() {
                let key_text = key.get_ref().as_ref();
                let package =
                    package_of(value.get_ref()).or_else(|| renames.get(key_text).map(String::as_str));
                found.push(Dependency {
                    package: package.unwrap_or(key_text).to_owned(),
                    line: line_of(text, key),
                    kind,
                    optional: is_optional(value.get_ref()),
                });
            }
        }
    }
    found
}

fn table<'a, 'i>(within: &'a DeTable<'i>, name: &str) -> Option<&'a DeTable<'i>> {
    within.get(name).and_then(|value| value.get_ref().as_table())
}

fn package_of<'a>(value: &'a DeValue<'_>) -> Option<&'a str> {
    value.as_table()?.get("package")?.get_ref().as_str()
}

fn is_optional(value: &DeValue<'_>) -> bool {
    value
        .as_table()
        .and_then(|settings| settings.get("optional"))
        .and_then(|optional| optional.get_ref().as_bool())
        .unwrap_or(false)
}

fn line_of<T>(text: &str, spanned: &Spanned<T>) -> usize {
    1 + text[..spanned.span().start].matches('\n').count()
}

fn finding(path: &str, line: usize, what: String, rule: &'static str, mend: &str) -> Finding {
    Finding { path: path.to_owned(), line, what, rule, mend: mend.to_owned() }
}
