//! Samples: the review desk, as staff see it.

use maud::{Markup, html};

use super::customer;
use crate::i18n::Words;
use crate::ui::{
    Button, Choice, EvidenceItem, EvidenceKind, Form, Frame, Heading, Link, Look, Meaning, Page, ReviewField,
    Viewer, Width, evidence, key_link, review_bar, review_field,
};

/// An invented licence, so that there is something to turn and enlarge.
pub(super) const LICENCE: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='840' height='600'\
    %3E%3Crect width='840' height='600' fill='%23fdfcf5'/%3E%3Crect x='16' y='16' width='808' height='568' fill='none' \
    stroke='%23b99a4a' stroke-width='7'/%3E%3Cg font-family='sans-serif' fill='%23333' font-size='22'%3E%3Ctext x='420' \
    y='110' font-size='46' text-anchor='middle' letter-spacing='18'%3E营业执照%3C/text%3E%3Ctext x='80' y='190'%3E统一社\
    会信用代码　91330108MA27XW004M%3C/text%3E%3Ctext x='80' y='260'%3E名　　称　杭州示例科技有限公司%3C/text%3E%3Ctext \
    x='80' y='310'%3E类　　型　有限责任公司%3C/text%3E%3Ctext x='80' y='360'%3E法定代表人　王示例%3C/text%3E%3Ctext \
    x='80' y='410'%3E住　　所　浙江省杭州市滨江区示例路 1 号%3C/text%3E%3C/g%3E%3Ccircle cx='690' cy='480' r='62' \
    fill='none' stroke='%23c23a2b' stroke-width='7' opacity='.8'/%3E%3C/svg%3E";

pub(super) fn page(words: Words) -> Markup {
    let frame = staff(words);
    let heading =
        Heading::new(words.t("design-desk-title")).lead(words.t("design-desk-lead")).beside(html! {
            div .keys {
                span { (key_link("#next", &words.t("design-key-next"), "J")) }
                span { (key_link("#before", &words.t("design-key-before"), "K")) }
            }
        });
    let body = html! {
        (heading)
        div .desk {
            (evidence(words, &pieces(words)))
            (Form::post("/design/desk", "sample").holds(&html! {
                div .fields {
                    h2 { (words.t("design-desk-subject")) }
                    @for field in subject(words) { (review_field(words, &field)) }
                    h2 { (words.t("design-desk-service")) }
                    @for field in service(words) { (review_field(words, &field)) }
                }
                (review_bar(&buttons(words), &words.t("design-desk-line")))
            }))
        }
    };
    Page::new(&frame, words.t("design-desk-title")).width(Width::Full).show(&body)
}

fn staff(words: Words) -> Frame {
    Frame {
        path: "/desk".to_owned(),
        viewer: Viewer::Staff { name: "陈样本".to_owned(), role: words.t("design-role") },
        nav: vec![
            Link::new("/desk", words.t("design-desk-queue")).count(37),
            Link::new("/desk/cases", words.t("design-desk-cases")).count(4),
            Link::new("/desk/exchange", words.t("design-desk-exchange")),
            Link::new("/desk/figures", words.t("design-desk-figures")),
        ],
        rehearsal: false,
        ..customer(words)
    }
}

fn pieces(words: Words) -> Vec<EvidenceItem> {
    let piece = |key: &str, kind| EvidenceItem {
        label: words.t(key),
        href: LICENCE.to_owned(),
        kind,
        note: "11-19 16:38".to_owned(),
    };
    vec![
        piece("design-licence", EvidenceKind::Picture),
        piece("design-evidence-card", EvidenceKind::Picture),
        piece("design-evidence-face", EvidenceKind::Picture),
        piece("design-evidence-domain", EvidenceKind::Document),
    ]
}

fn field(
    words: Words,
    number: usize,
    label: &str,
    value: &str,
    remark: Option<(Meaning, &str)>,
) -> ReviewField {
    ReviewField {
        name: format!("field-{number}"),
        label: words.t(label),
        value: html! { span .num { (value) } },
        number,
        remarks: remark.map(|(meaning, key)| (meaning, words.t(key))).into_iter().collect(),
        reasons: vec![
            Choice::new("differs", words.t("design-reason-differs")),
            Choice::new("other", words.t("design-reason-other")),
        ],
        ticked: false,
        reason: String::new(),
        opinion: String::new(),
        was: None,
    }
}

fn subject(words: Words) -> Vec<ReviewField> {
    let done = |key| Some((Meaning::Done, key));
    let mut emergency =
        field(words, 6, "design-emergency", "138 0000 0001", Some((Meaning::No, "design-remark-same")));
    emergency.ticked = true;
    emergency.opinion = words.t("design-opinion-same");
    let mut address = field(
        words,
        4,
        "design-address",
        "杭州市西湖区样例街 9 号 301",
        Some((Meaning::Note, "design-remark-district")),
    );
    address.was = Some("杭州市样例街 9 号".to_owned());
    vec![
        field(words, 1, "design-subject-name", "杭州示例科技有限公司", done("design-remark-read")),
        field(words, 2, "design-credit-code", "91330108 MA27 XW00 4M", done("design-code-right")),
        field(words, 3, "design-person-subject", "王示例", done("design-remark-legal")),
        address,
        field(words, 5, "design-mobile", "138 0000 0001", None),
        emergency,
    ]
}

fn service(words: Words) -> Vec<ReviewField> {
    vec![
        field(words, 7, "design-site-name", "中国示例网", Some((Meaning::No, "design-finding-name-what"))),
        field(words, 8, "design-domain", "example.cn", Some((Meaning::Done, "design-remark-domain"))),
        field(words, 9, "design-address-ip", "203.0.113.8", Some((Meaning::Done, "design-remark-ip"))),
        field(words, 10, "design-approval", "—", Some((Meaning::Note, "design-remark-scope"))),
    ]
}

fn buttons(words: Words) -> Markup {
    html! {
        (Button::new(words.t("design-approve")).sends("act", "approve").key("a").when_ticked(false))
        (Button::new(words.t("design-return")).look(Look::Grave).sends("act", "return").key("r").when_ticked(true))
        span .num { b data-tick-count { "1" } " " (words.t("design-ticked")) }
    }
}
