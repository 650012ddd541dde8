//! Samples: a form with every kind of question, its errors, the task list and the answers to check.

use maud::{Markup, html};

use crate::i18n::Words;
use crate::ui::{
    Button, Checked, Choice, CityGroup, Document, Field, Form, FormErrors, Handoff, HandoffState, Input,
    Look, Meaning, RegionPicker, Stored, SummaryRow, Task, TaskState, Upload, summary, tasks,
};

pub(super) fn section(words: Words) -> Markup {
    let errors: FormErrors =
        [("site-name", words.t("design-name-error")), ("county", words.t("design-county-error"))]
            .into_iter()
            .collect();
    let fields = html! {
        (kinds(words))
        (typed(words, &errors))
        (place(words, &errors))
        (files(words))
        div .actions {
            (Button::new(words.t("design-continue")))
            (Button::new(words.t("design-save")).look(Look::Quiet))
        }
    };
    html! {
        div .columns {
            div {
                (errors.summary(words))
                (Form::post("/design", "sample").with_files().holds(&fields))
            }
            aside { (tasks(words, &task_list(words))) }
        }
        (summary(words, &words.t("design-answers"), &answers(words)))
        (Handoff {
            words,
            url: "https://icp.example.com/m/7Q2KF3".to_owned(),
            task: words.t("design-handoff-task"),
            until: "15:05".to_owned(),
            state: HandoffState::Unopened,
            refresh_url: "/design/handoff".to_owned(),
        })
    }
}

fn kinds(words: Words) -> Markup {
    let who = [
        Choice::new("organisation", words.t("design-organisation")).hint(words.t("design-organisation-hint")),
        Choice::new("person", words.t("design-person")).hint(words.t("design-person-hint")),
    ];
    let content = ["news", "publishing", "medicine", "none"];
    let content = content.map(|key| Choice::new(key, words.t(&format!("design-content-{key}"))));
    html! {
        (Field::new(words, "nature", words.t("design-nature")).value("organisation").radio_cards(&who))
        (Field::new(words, "approval", words.t("design-approval")).hint(words.t("design-approval-hint"))
            .checkboxes(&content, &["none".to_owned()]))
        (Field::new(words, "certificate", words.t("design-certificate")).value("licence").select(&[
            Choice::new("licence", words.t("design-licence")),
            Choice::new("institution", words.t("design-institution")),
        ]))
    }
}

fn typed(words: Words, errors: &FormErrors) -> Markup {
    html! {
        (Field::new(words, "credit-code", words.t("design-credit-code")).hint(words.t("design-credit-code-hint"))
            .value("91330108MA27XW").number(Checked::CreditCode))
        (Field::new(words, "site-name", words.t("design-site-name")).hint(words.t("design-site-name-hint"))
            .example(words.t("design-site-name-example")).value("中国示例网").among(errors).text(Input::Text))
        (Field::new(words, "mobile", words.t("design-mobile")).value("13800000001").autocomplete("tel").number(Checked::Mobile))
        (Field::new(words, "valid-until", words.t("design-valid-until")).value("2031-06-30").date_or_long_term(None, false))
        (Field::new(words, "remark", words.t("design-remark")).optional().hint(words.t("design-remark-hint")).textarea(3))
        (Field::new(words, "promise", words.t("design-promise")).tick(&words.t("design-promise-text")))
    }
}

fn place(words: Words, errors: &FormErrors) -> Markup {
    let provinces =
        vec![Choice::new("33", "浙江省"), Choice::new("31", "上海市"), Choice::new("32", "江苏省")];
    let county = |code: &str, name: &str| (code.to_owned(), name.to_owned());
    let cities = vec![
        CityGroup {
            city: "杭州市".to_owned(),
            counties: vec![county("330106", "西湖区"), county("330108", "滨江区")],
        },
        CityGroup { city: "宁波市".to_owned(), counties: vec![county("330203", "海曙区")] },
    ];
    html! {
        (RegionPicker::new(words, "county", &words.t("design-county"), provinces)
            .hint(words.t("design-county-hint")).chosen("33", cities, "").among(errors))
    }
}

fn files(words: Words) -> Markup {
    let stored = Stored {
        name: "licence-2026.jpg".to_owned(),
        bytes: 1_843_200,
        href: super::desk::LICENCE.to_owned(),
        picture: true,
    };
    let faults = ["glare", "copy", "old"].map(|key| words.t(&format!("design-fault-{key}")));
    html! {
        (Upload::new(words, "licence", &words.t("design-licence-photo"), 4_194_304).hint(words.t("design-licence-photo-hint"))
            .samples(Document::Licence).faults(faults).camera(false).stored(Some(stored)))
        (Upload::new(words, "letter", &words.t("design-letter"), 4_194_304).template(words.t("design-letter-template"), "/files/letter.pdf"))
    }
}

fn task_list(words: Words) -> Vec<Task> {
    let task = |key: &str, state| Task {
        label: words.t(&format!("design-task-{key}")),
        hint: words.t(&format!("design-task-{key}-hint")),
        href: "#forms".to_owned(),
        state,
    };
    vec![
        task("subject", TaskState::Complete),
        task("service", TaskState::Wrong(2)),
        task("evidence", TaskState::Begun),
        task("verify", TaskState::ToDo),
        task("submit", TaskState::Later(words.t("design-task-later"))),
    ]
}

fn answers(words: Words) -> Vec<SummaryRow> {
    vec![
        SummaryRow::new(
            words.t("design-credit-code"),
            &Checked::CreditCode.grouped("91330108MA27XW004M"),
            "#f-credit-code",
        )
        .remark(Meaning::Done, words.t("design-code-right")),
        SummaryRow::new(words.t("design-site-name"), "示例科技官网", "#f-site-name"),
        SummaryRow::new(words.t("design-county"), "浙江省 杭州市 滨江区", "#f-county")
            .remark(Meaning::Note, words.t("design-county-remark")),
        SummaryRow::new(words.t("design-remark"), "", "#f-remark"),
    ]
}
