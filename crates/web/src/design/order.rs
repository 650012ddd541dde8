//! Samples: an order on its way, what was found, what comes after.

use maud::{Markup, html};

use crate::i18n::{Left, Words};
use crate::ui::{
    Accent, Bar, Chart, Document, Drawing, Entry, Finding, FindingSource, Flaw, Heading, Look, Meaning,
    NextThing, Severity, Stop, StopState, badge, big_number, card, line, link_button, next_thing, stamp,
    timeline,
};

pub(super) fn section(words: Words) -> Markup {
    html! {
        (Heading::new(words.t("design-order-title")).term("首次备案").lead(words.t("design-order-lead"))
            .badge(badge(Meaning::Do, &words.t("design-state-phone"))))
        (line(words, &stops(words)))
        div .columns {
            div { (now(words)) (card(Accent::None, &words.t("design-history"), &timeline(words, &entries(words)))) }
            aside { (card(Accent::None, "", &html! { (waiting(words)) })) }
        }
        (Heading::new(words.t("design-returned-title")).badge(badge(Meaning::No, &words.t("design-state-returned"))))
        (name_finding(words))
        (photo_finding(words))
        (answered_finding(words))
        (filed(words))
    }
}

fn stops(words: Words) -> Vec<Stop> {
    let until = words.span(Left::Hours(19));
    let stop = |key: &str, state, who: &str, note: &str| {
        let said = |key: &str| if key.is_empty() { String::new() } else { words.t(key) };
        Stop::new(words.t(key), state, said(who), said(note))
    };
    vec![
        Stop::new(words.t("design-stop-fill"), StopState::Past, words.t("design-you"), "11-19"),
        stop("design-stop-check", StopState::Past, "", "design-stop-check-note"),
        stop("design-stop-review", StopState::Past, "design-provider", "design-stop-review-note"),
        Stop::new(
            words.t("design-stop-phone"),
            StopState::Now(Meaning::Do),
            words.t("design-persons"),
            words.with("design-left", &[("span", until.into())]),
        ),
        stop("design-stop-authority", StopState::Future, "design-authority", "design-stop-authority-note"),
        stop("design-stop-filed", StopState::Future, "", ""),
    ]
}

fn now(words: Words) -> Markup {
    let until = "2026-11-24T06:05:00Z".parse().unwrap_or_default();
    let body = html! {
        p { (words.t("design-phone-text")) " " b { (words.deadline(Left::Hours(19), until)) } }
        ul .people {
            li { span { "王示例 · " (words.t("design-person-subject")) small .num { "138 **** 0001" } } (badge(Meaning::Done, &words.t("design-verified"))) }
            li { span { "李样本 · " (words.t("design-person-service")) small .num { "139 **** 0002" } } (badge(Meaning::Do, &words.t("design-unverified"))) }
        }
        div .actions {
            (link_button(Look::Main, "#order", &words.t("design-phone-open")))
            (link_button(Look::Plain, "#order", &words.t("design-phone-missing")))
        }
    };
    card(Accent::Meaning(Meaning::Do), &words.t("design-phone-title"), &body)
}

fn entries(words: Words) -> Vec<Entry> {
    let entry = |at: &str, who: &str, what: &str, meaning, opinion: &str| Entry {
        at: at.to_owned(),
        who: words.t(who),
        what: words.t(what),
        meaning,
        opinion: if opinion.is_empty() { String::new() } else { words.t(opinion) },
    };
    vec![
        entry("11-23 14:05", "design-authority", "design-did-received", Some(Meaning::Wait), ""),
        entry(
            "11-20 10:12",
            "design-reviewer",
            "design-did-approved",
            Some(Meaning::Done),
            "design-did-approved-text",
        ),
        entry("11-19 16:40", "design-you", "design-did-submitted", None, ""),
    ]
}

fn waiting(words: Words) -> Chart {
    const COUNTS: [u64; 15] = [4, 9, 18, 34, 50, 56, 44, 33, 22, 15, 9, 6, 4, 3, 2];
    let bar = |(day, count): (usize, &u64)| {
        let bar = Bar::new((day + 1).to_string(), *count);
        if day == 5 { bar.marked() } else { bar }
    };
    Chart {
        words,
        title: words.t("design-chart-title"),
        of: words.t("design-chart-of"),
        unit: words.t("design-chart-unit"),
        note: words.t("design-chart-note"),
        bars: COUNTS.iter().enumerate().map(bar).collect(),
    }
}

fn finding(words: Words, key: &str) -> Finding {
    let said = |part: &str| words.t(&format!("design-finding-{key}-{part}"));
    Finding {
        words,
        severity: Severity::Block,
        title: said("title"),
        answer: String::new(),
        what: said("what"),
        why: String::new(),
        remedy: said("remedy"),
        source: FindingSource { text: said("source"), ..FindingSource::default() },
        go: (words.t("design-go-field"), "#f-site-name".to_owned()),
        sample: None,
        answered: false,
    }
}

fn name_finding(words: Words) -> Finding {
    let mut card = finding(words, "name");
    card.answer = String::from("中国示例网");
    card.why = words.t("design-finding-name-why");
    card.source.code = String::from("service-name-reserved");
    card.source.href = String::from("/rules/rule/service-name-reserved");
    card
}

fn photo_finding(words: Words) -> Finding {
    let sample = Drawing::new(words, Document::Licence, Flaw::None);
    let mut card = finding(words, "photo");
    card.severity = Severity::Warn;
    card.go = (words.t("design-go-upload"), "#f-licence".to_owned());
    card.sample = Some(html! { (sample) });
    card
}

fn answered_finding(words: Words) -> Finding {
    let mut card = finding(words, "phone");
    card.answered = true;
    card.go = (words.t("design-go-again"), "#f-mobile".to_owned());
    card
}

fn filed(words: Words) -> Markup {
    let thing = |key: &str, until: &str, meaning| NextThing {
        title: words.t(&format!("design-next-{key}")),
        until: if until.is_empty() { String::new() } else { words.t(until) },
        meaning,
        body: html! { p { (words.t(&format!("design-next-{key}-text"))) } },
    };
    html! {
        div .filed { (stamp(words)) (big_number(words, &words.t("design-number"), "浙ICP备2026012345号-1")) }
        h2 { (words.t("design-next")) }
        (next_thing(&thing("footer", "design-today", Meaning::Do)))
        (next_thing(&thing("dns", "", Meaning::Done)))
        (next_thing(&thing("police", "design-police-until", Meaning::Do)))
    }
}
