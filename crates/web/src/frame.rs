//! The frame of a page for this visit: brand, navigation, who is signed in, what was just done.

use beian_app::accounts::Signed;
use beian_domain::access::Actor;
use beian_domain::account::StaffRole;

use crate::i18n::Words;
use crate::session::Door;
use crate::state::Web;
use crate::ui::{Footer, Frame, Link, Viewer};
use crate::visit::Visit;

/// The frame behind a door: for whoever is signed in there, else for a visitor.
pub(crate) fn of_door(web: &Web, visit: &Visit, door: Door) -> Frame {
    let mut frame = bare(web, visit);
    visit.form_token(door).clone_into(&mut frame.csrf);
    match visit.signed(door) {
        Some(signed) => dress(&mut frame, signed),
        None => visitor(&mut frame),
    }
    frame
}

fn bare(web: &Web, visit: &Visit) -> Frame {
    let words = visit.words;
    let settings = web.settings();
    Frame {
        words,
        brand: words
            .with("public-brand", &[("provider", web.app().settings().provider.name.as_str().into())]),
        path: visit.path.clone(),
        csrf: String::new(),
        viewer: Viewer::Visitor,
        nav: Vec::new(),
        own: Vec::new(),
        notices: visit.flash.iter().filter_map(|flash| flash.notice(words)).collect(),
        footer: Footer {
            links: vec![
                Link::new("/query", words.t("public-nav-query")),
                Link::new("/rules", words.t("rules-nav")),
                Link::new("/tools/app", words.t("public-nav-app")),
            ],
            filing_number: settings.filing_number.clone(),
            hotline: settings.hotline.clone(),
        },
        rehearsal: settings.rehearsal,
    }
}

fn visitor(frame: &mut Frame) {
    let words = frame.words;
    frame.nav = vec![
        Link::new("/query", words.t("public-nav-query")),
        Link::new("/rules", words.t("rules-nav")),
        Link::new("/tools/app", words.t("public-nav-app")),
    ];
    frame.own = vec![
        Link::new("/sign-in", words.t("public-nav-sign-in")),
        Link::new("/sign-up", words.t("public-nav-sign-up")),
    ];
}

fn dress(frame: &mut Frame, signed: &Signed) {
    let words = frame.words;
    match signed.actor {
        Actor::Customer { .. } => {
            let account = signed.account.as_ref().map(|account| account.name.clone()).unwrap_or_default();
            frame.viewer = Viewer::Customer { name: signed.name.clone(), account };
            frame.nav = vec![
                Link::new("/console", words.t("console-nav-home")),
                Link::new("/console/orders", words.t("console-nav-orders")),
                Link::new("/query", words.t("public-nav-query")),
            ];
            frame.own = vec![Link::new("/console/account", words.t("console-nav-account"))];
        }
        Actor::Staff { role, .. } => {
            frame.viewer = Viewer::Staff { name: signed.name.clone(), role: staff_role(words, role) };
            frame.nav = crate::desk::nav(words, signed.actor);
        }
        Actor::System | Actor::Authority => visitor(frame),
    }
}

/// What a member of staff does, in words.
pub(crate) fn staff_role(words: Words, role: StaffRole) -> String {
    words.t(match role {
        StaffRole::Reviewer => "account-staff-reviewer",
        StaffRole::Admin => "account-staff-admin",
        StaffRole::Auditor => "account-staff-auditor",
    })
}
