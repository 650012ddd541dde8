//! `POST /desk/resources/import`: a whole inventory from a file, all or none.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use beian_app::resources::{self, Format, RawResource, read_file};
use beian_app::{Failure, FieldProblem};
use maud::{Markup, html};

use super::list::{Shown, page};
use super::{COLUMNS, label, place_of, said};
use crate::csrf::CheckedFile;
use crate::flash::Flash;
use crate::i18n::Words;
use crate::problem::Problem;
use crate::session::StaffMember;
use crate::state::Web;
use crate::ui::{Accent, Button, Field, Form, FormErrors, Look, card, fold};

/// Problems shown of one file; after these the person mends the file and tries again.
const SHOWN: usize = 20;

/// A file that does what it says.
const EXAMPLE: &str = "account,instance,name,addresses,place,mode,billing,starts-on,ends-on,places
owner@example.cn,ecs-0001,web,121.36.0.10,zhejiang,cloud,subscription,2026-09-01,2027-08-31,5";

pub(in crate::desk) async fn import(
    State(web): State<Web>,
    staff: StaffMember,
    CheckedFile(handed): CheckedFile,
) -> Result<Response, Problem> {
    let problems = match bring(&web, &staff, &handed.file).await {
        Ok(count) => {
            return Ok(Flash::done("desk-resources-imported").fact("n", count).go("/desk/resources"));
        }
        Err(Failure::Invalid(problems)) => problems,
        Err(other) => return Err(other.into()),
    };
    let mut errors: FormErrors =
        problems.iter().take(SHOWN).map(|problem| ("file", told(staff.words, problem))).collect();
    if problems.len() > SHOWN {
        errors.push(
            "file",
            staff.words.with("resource-more-problems", &[("n", (problems.len() - SHOWN).into())]),
        );
    }
    let shown = Shown { text: "", account: None, lines: &[], errors: &errors };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&staff, &shown)).into_response())
}

async fn bring(web: &Web, staff: &StaffMember, bytes: &[u8]) -> Result<usize, Failure> {
    let wrong = |code| Failure::field(FieldProblem::new("file", code));
    if bytes.is_empty() {
        return Err(wrong("no-file"));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| wrong("not-utf8"))?;
    let raw = read(text)?;
    if raw.is_empty() {
        return Err(wrong("no-resource"));
    }
    Ok(resources::import(web.app(), staff.actor, &raw).await?.len())
}

/// The file says by itself which format it is: only TOML has tables.
fn read(text: &str) -> Result<Vec<RawResource>, Failure> {
    let toml = text.lines().any(|line| line.trim_start().starts_with("[[resource]]"));
    read_file(text, if toml { Format::Toml } else { Format::Csv })
}

/// A problem of a file: in which resource, in which column, what.
fn told(words: Words, problem: &FieldProblem) -> String {
    match problem.code.as_str() {
        "no-file" => return words.t("resource-no-file"),
        "not-utf8" => return words.t("resource-not-utf8"),
        "no-resource" => return words.t("resource-no-resource"),
        "inventory-format" => {
            let facts = &problem.facts;
            return match (facts.get("line"), facts.get("reason")) {
                (Some(line), _) => words.with("resource-broken-line", &[("line", line.as_str().into())]),
                (None, Some(reason)) => words.with("resource-broken", &[("reason", reason.as_str().into())]),
                (None, None) => words.t("resource-no-resource"),
            };
        }
        _ => {}
    }
    let (number, column) = place_of(problem);
    words.with(
        "resource-problem",
        &[
            ("number", number.into()),
            ("column", label(words, column).into()),
            ("said", said(words, column, problem).into()),
        ],
    )
}

/// The form, with the columns and an example.
pub(super) fn import_form(staff: &StaffMember, errors: &FormErrors) -> Markup {
    let words = staff.words;
    let form = html! {
        (Field::new(words, "file", words.t("resource-file")).hint(words.t("resource-file-hint")).among(errors).file(".csv,.toml,text/csv"))
        (Button::new(words.t("resource-import")).look(Look::Quiet))
    };
    let columns = html! {
        p { (words.t("resource-columns-text")) }
        dl .pairs {
            @for (name, key) in COLUMNS { div { dt { code { (name) } } dd { (words.t(key)) } } }
        }
        pre { code { (EXAMPLE) } }
    };
    let body = html! {
        (Form::post("/desk/resources/import", staff.frame.csrf.as_str()).with_files().holds(&form))
        (fold(&words.t("resource-columns"), &columns))
    };
    card(Accent::None, &words.t("resource-import-title"), &body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_can_be_read() {
        let raw = read(EXAMPLE).unwrap();
        assert_eq!(raw.len(), 1);
        assert_eq!((raw[0].place.as_str(), raw[0].places.as_str()), ("zhejiang", "5"));
    }

    #[test]
    fn a_file_says_by_itself_what_it_is() {
        let raw = read("# our servers\n[[resource]]\ninstance = 'ecs-1'\n").unwrap();
        assert_eq!(raw[0].instance, "ecs-1");
    }
}
