//! One refusal: what was said, what our check had said, and which rule it is about.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use beian_app::Failure;
use beian_app::lessons::{self, Judged, RefusalView, Said};
use beian_domain::id::VerdictId;
use beian_domain::rulebook::Rulebook;
use beian_domain::verdict::{Judgement, Standing};
use chrono::{DateTime, SecondsFormat, Utc};
use maud::{Markup, html};

use super::list::codes;
use crate::csrf::{Checked, Pairs};
use crate::flash::Flash;
use crate::forms::errors_of;
use crate::i18n::Words;
use crate::problem::Problem;
use crate::say;
use crate::session::StaffMember;
use crate::state::Web;
use crate::ui::{
    Accent, Button, Choice, Column, Crumb, Field, Form, FormErrors, Heading, Look, Meaning, Page, Pages, Row,
    SummaryRow, Table, card, link_button, summary,
};

const LIST: &str = "/desk/rules/refusals";

/// What was typed into the form.
#[derive(Debug, Default)]
struct Typed {
    rule: String,
    note: String,
}

pub(crate) async fn one(
    State(web): State<Web>,
    staff: StaffMember,
    Path(id): Path<VerdictId>,
) -> Result<Markup, Problem> {
    let view = lessons::refusal(web.app(), staff.actor, id).await?;
    let typed = view.verdict.judged.as_ref().map(before).unwrap_or_default();
    Ok(page(&staff, &web.app().rulebook(), &view, &typed, &FormErrors::new()))
}

pub(crate) async fn judge(
    State(web): State<Web>,
    staff: StaffMember,
    Path(id): Path<VerdictId>,
    Checked(pairs): Checked<Pairs>,
) -> Result<Response, Problem> {
    let typed = Typed { rule: pairs.one("rule"), note: pairs.one("note") };
    let judgement = if pairs.one("judgement") == "no-rule" {
        Judgement::NoRule
    } else {
        Judgement::Rule(typed.rule.trim().to_owned())
    };
    let seen = match pairs.one("seen").as_str() {
        "" => None,
        at => Some(at.parse::<DateTime<Utc>>().map_err(|_| Problem::from(Failure::Stale))?),
    };
    let said = Said { judgement, note: typed.note.clone() };
    match lessons::judge(web.app(), staff.actor, id, seen, said).await {
        Ok(()) => Ok(Flash::done("refusal-judged").go(LIST)),
        Err(Failure::Invalid(problems)) => {
            let view = lessons::refusal(web.app(), staff.actor, id).await?;
            let errors = errors_of(staff.words, &problems);
            Ok((
                StatusCode::UNPROCESSABLE_ENTITY,
                page(&staff, &web.app().rulebook(), &view, &typed, &errors),
            )
                .into_response())
        }
        Err(other) => Err(Problem::from(other).at(format!("{LIST}/{id}"))),
    }
}

fn before(judged: &Judged) -> Typed {
    let rule = match &judged.judgement {
        Judgement::Rule(rule) => rule.clone(),
        Judgement::NoRule => String::new(),
    };
    Typed { rule, note: judged.note.clone() }
}

fn page(
    staff: &StaffMember,
    rulebook: &Rulebook,
    view: &RefusalView,
    typed: &Typed,
    errors: &FormErrors,
) -> Markup {
    let words = staff.words;
    let row = &view.verdict.row;
    let title = row.domain.clone().unwrap_or_else(|| row.order.to_string());
    let lead = html! {
        (say::province(words, row.province)) " · " (say::order_kind(words, row.order_kind)) " · "
        (say::nature(words, row.nature)) " · " (words.moment(row.at))
    };
    let order = link_button(Look::Quiet, &format!("/desk/orders/{}", row.order), &words.t("lessons-order"));
    let body = html! {
        (errors.summary(words))
        (Heading::new(&title).badge(say::standing(words, &view.verdict)).lead(lead).beside(order))
        div .columns {
            div { (told(words, view)) h2 { (words.t("lessons-warnings")) } (warnings(words, rulebook, view)) }
            aside {
                @if let Some(judged) = &view.verdict.judged { (judged_card(words, rulebook, view, judged)) }
                @if !view.rules.is_empty() { (judging(staff, rulebook, view, typed, errors)) }
            }
        }
    };
    let crumbs = [
        Crumb::new("/desk/rules", words.t("lessons-title")),
        Crumb::new(LIST, words.t("lessons-refusals-title")),
        Crumb::here(&title),
    ];
    Page::new(&staff.frame, &title).crumbs(crumbs).errors(errors).show(&body)
}

/// What the authority said.
fn told(words: Words, view: &RefusalView) -> Markup {
    let line = |key: &str, value: Markup| SummaryRow {
        label: words.t(key),
        value,
        change: String::new(),
        remark: None,
    };
    let opinion = view.verdict.row.given.opinion.as_deref().unwrap_or("—");
    let about: Vec<String> = view
        .codes
        .iter()
        .filter(|code| code.about.is_some())
        .map(|code| say::about(words, code.about))
        .collect();
    let about = if about.is_empty() { say::about(words, None) } else { about.join(words.pick("、", ", ")) };
    let rows = [
        line("lessons-column-opinion", html! { (opinion) }),
        line("lessons-column-code", codes(words, &view.codes)),
        line("lessons-column-about", html! { (about) }),
    ];
    summary(words, &words.t("lessons-told"), &rows)
}

/// What our check had said about what was sent.
fn warnings(words: Words, rulebook: &Rulebook, view: &RefusalView) -> Markup {
    let verdict = &view.verdict;
    if verdict.row.warnings.is_empty() {
        return html! { p { (words.t("lessons-warnings-none")) } };
    }
    let rows = verdict.row.warnings.iter().map(|warning| {
        let foresaw = verdict.foreseen_by.contains(&warning.rule);
        Row::new([
            html! { div { (say::rule(words, rulebook, &warning.rule)) " " code .trace { (warning.rule) } } },
            html! { (say::field(words, warning.field.field())) },
            say::severity(words, warning.severity),
            html! { (words.t(if foresaw { "lessons-yes" } else { "lessons-no" })) },
        ])
    });
    let table = Table {
        words,
        caption: words.t("lessons-warnings"),
        columns: vec![
            Column::text(words.t("lessons-column-rule")),
            Column::text(words.t("lessons-column-field")),
            Column::text(words.t("lessons-column-severity")),
            Column::text(words.t("lessons-column-counts")),
        ],
        rows: rows.collect(),
        pages: Pages::default(),
    };
    html! { (table) }
}

/// What a person said about it.
fn judged_card(words: Words, rulebook: &Rulebook, view: &RefusalView, judged: &Judged) -> Markup {
    let who = view.judged_by.as_ref().map(|who| say::who(words, who)).unwrap_or_default();
    let body = html! {
        @match &judged.judgement {
            Judgement::Rule(rule) => p { (say::rule(words, rulebook, rule)) " " code .trace { (rule) } },
            Judgement::NoRule => p { (words.t("lessons-judged-no-rule")) },
        }
        @if !judged.note.is_empty() { p { (judged.note) } }
        p .aside { (words.with("lessons-judged-by", &[("who", who.into()), ("at", words.moment(judged.at).into())])) }
    };
    let meaning = match view.verdict.standing {
        Some(Standing::Silent) => Meaning::No,
        Some(Standing::Foreseen) => Meaning::Done,
        Some(Standing::Unforeseen) | None => Meaning::Wait,
    };
    card(Accent::Meaning(meaning), &words.t("lessons-judged"), &body)
}

fn judging(
    staff: &StaffMember,
    rulebook: &Rulebook,
    view: &RefusalView,
    typed: &Typed,
    errors: &FormErrors,
) -> Markup {
    let words = staff.words;
    let warned = |rule: &str| view.verdict.row.warnings.iter().any(|warning| warning.rule == rule);
    let choice = |rule: &String| {
        let label = say::rule(words, rulebook, rule);
        let label =
            if warned(rule) { words.with("lessons-warned", &[("rule", label.into())]) } else { label };
        Choice::new(rule, label)
    };
    let choices: Vec<Choice> = view.rules.iter().map(choice).collect();
    let seen = view.verdict.judged.as_ref().map(|judged| judged.at);
    let seen = seen.map(|at| at.to_rfc3339_opts(SecondsFormat::Micros, true)).unwrap_or_default();
    let fields = html! {
        input type="hidden" name="seen" value=(seen);
        (Field::new(words, "rule", words.t("lessons-judge-rule")).hint(words.t("lessons-judge-rule-hint"))
            .value(&typed.rule).among(errors).select(&choices))
        (Field::new(words, "note", words.t("lessons-judge-note")).hint(words.t("lessons-judge-note-hint"))
            .optional().value(&typed.note).among(errors).textarea(3))
        div .actions {
            (Button::new(words.t("lessons-judge-go"))) " "
            (Button::new(words.t("lessons-judge-none")).look(Look::Quiet).sends("judgement", "no-rule"))
        }
    };
    let action = format!("{LIST}/{}", view.verdict.row.id);
    let form = Form::post(action.as_str(), staff.frame.csrf.as_str()).holds(&fields);
    let key = if view.verdict.judged.is_some() { "lessons-judge-again" } else { "lessons-judge" };
    card(Accent::None, &words.t(key), &html! { (form) })
}
