//! Who is told what at which event. Codes and facts only.

use std::collections::{BTreeMap, BTreeSet};

use beian_domain::account::{Role, User};
use beian_domain::contact::Mobile;
use beian_domain::order::Order;
use beian_domain::order::event::Event;
use beian_domain::order::snapshot::Snapshot;
use beian_domain::order::stage::Outcome;
use beian_store::Channel;

use crate::settings::Settings;

/// A notice before it has an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    pub channel: Channel,
    /// An e-mail address, a mobile number, or nothing for the inbox.
    pub to: String,
    pub template: &'static str,
    pub facts: BTreeMap<String, String>,
}

/// How loudly people are told.
struct Told {
    template: &'static str,
    mail: bool,
    sms: bool,
}

const QUIET: (bool, bool) = (false, false);
const MAIL: (bool, bool) = (true, false);
const MAIL_AND_SMS: (bool, bool) = (true, true);

/// Every template there is, for the check that each is translated.
pub const ALL_TEMPLATES: &[&str] = &[
    "check-passed",
    "check-blocked",
    "returned-by-reviewer",
    "approved-by-reviewer",
    "claim-confirmed",
    "phone-check-started",
    "received-by-authority",
    "phone-check-passed",
    "phone-check-missed",
    "phone-check-failed",
    "file-refused",
    "granted",
    "refused-by-authority",
];

/// The template of an event; `None` when nobody is told.
pub fn template(event: &Event) -> Option<&'static str> {
    told(event).map(|told| told.template)
}

fn told(event: &Event) -> Option<Told> {
    let (mail, sms) = match event {
        Event::Opened
        | Event::Submitted { .. }
        | Event::Withdrawn
        | Event::Abandoned
        | Event::Departed { .. } => return None,
        // A fault between machines: nothing for the customer to do, and soon mended.
        Event::CheckPassed { .. } | Event::ApprovedByReviewer { .. } | Event::FileRefused { .. } => QUIET,
        Event::CheckBlocked { .. }
        | Event::ReturnedByReviewer { .. }
        | Event::ClaimConfirmed { .. }
        | Event::ReceivedByAuthority { .. }
        | Event::PhoneCheckPassed { .. }
        | Event::PhoneCheckMissed { .. }
        | Event::PhoneCheckFailed { .. }
        | Event::RefusedByAuthority { .. } => MAIL,
        Event::PhoneCheckStarted { .. } | Event::Granted { .. } => MAIL_AND_SMS,
    };
    Some(Told { template: event.slug(), mail, sms })
}

/// Drafts the notices of an event: one in the account's inbox, mail to those who file, SMS to the persons in
/// charge.
pub(crate) fn compose(
    event: &Event,
    order: &Order,
    snapshot: Option<&Snapshot>,
    users: &[User],
    settings: &Settings,
) -> Vec<Draft> {
    let Some(told) = told(event) else { return Vec::new() };
    let facts = facts(event, order, snapshot, settings);
    let draft = |channel, to: &str| Draft {
        channel,
        to: to.to_owned(),
        template: told.template,
        facts: facts.clone(),
    };
    let mut drafts = vec![draft(Channel::Inbox, "")];
    if told.mail {
        let filers = users.iter().filter(|user| matches!(user.role, Role::Owner | Role::Filer));
        drafts.extend(filers.map(|user| draft(Channel::Mail, user.email.as_str())));
    }
    if told.sms {
        let mobiles = snapshot.map(mobiles).unwrap_or_default();
        drafts.extend(mobiles.iter().map(|mobile| draft(Channel::Sms, mobile.as_str())));
    }
    drafts
}

/// The mobiles of the persons in charge, each once.
fn mobiles(snapshot: &Snapshot) -> BTreeSet<Mobile> {
    let services = snapshot.services.iter().map(|service| service.person.mobile.clone());
    services.chain([snapshot.subject.person.mobile.clone()]).collect()
}

fn facts(
    event: &Event,
    order: &Order,
    snapshot: Option<&Snapshot>,
    settings: &Settings,
) -> BTreeMap<String, String> {
    let mut facts = BTreeMap::from([
        ("order".to_owned(), order.id.to_string()),
        ("url".to_owned(), format!("{}/console/orders/{}", settings.base_url, order.id)),
        ("provider".to_owned(), settings.provider.name.clone()),
        ("contact".to_owned(), settings.provider.contact.clone()),
        ("domain".to_owned(), order.answers.service(0).domain.trim().to_owned()),
    ]);
    if let Some(snapshot) = snapshot {
        // What was submitted, not what is being typed: it is sent to people who may be strangers.
        if let Some(service) = snapshot.services.first() {
            facts.insert("domain".to_owned(), service.domain.to_string());
        }
        facts.insert("province".to_owned(), snapshot.subject.province.slug().to_owned());
        facts.insert("subject".to_owned(), snapshot.subject.name.to_string());
    }
    let mut add = |key: &str, value: String| {
        facts.insert(key.to_owned(), value);
    };
    match event {
        Event::CheckBlocked { findings, .. } => {
            add("count", findings.iter().filter(|finding| finding.blocks()).count().to_string());
        }
        Event::ReturnedByReviewer { opinions, comment, .. } => {
            add("count", opinions.len().to_string());
            add("comment", comment.clone());
        }
        Event::PhoneCheckStarted { until, .. } => add("until", until.to_rfc3339()),
        Event::RefusedByAuthority { opinion, .. } => add("opinion", opinion.clone()),
        Event::Granted { outcome: Outcome::Numbers { subject, services }, .. } => {
            add("subject-number", subject.to_string());
            let numbers: Vec<String> = services.iter().map(|service| service.number.to_string()).collect();
            add("service-number", numbers.join(", "));
        }
        Event::Granted { outcome: Outcome::Done, .. }
        | Event::Opened
        | Event::Submitted { .. }
        | Event::CheckPassed { .. }
        | Event::Withdrawn
        | Event::Abandoned
        | Event::ApprovedByReviewer { .. }
        | Event::ClaimConfirmed { .. }
        | Event::Departed { .. }
        | Event::ReceivedByAuthority { .. }
        | Event::PhoneCheckPassed { .. }
        | Event::PhoneCheckMissed { .. }
        | Event::PhoneCheckFailed { .. }
        | Event::FileRefused { .. } => {}
    }
    facts
}

#[cfg(test)]
mod tests {
    use beian_domain::id::SnapshotId;
    use beian_domain::order::event::JobKind;

    use super::*;

    #[test]
    fn whoever_queues_telling_has_something_to_tell() {
        let snapshot = SnapshotId::from_i64(1).unwrap();
        let until = chrono::DateTime::UNIX_EPOCH;
        let events = [
            Event::Opened,
            Event::CheckBlocked {
                snapshot,
                round: beian_domain::order::stage::Round::First,
                findings: Vec::new(),
            },
            Event::PhoneCheckStarted { snapshot, until },
            Event::Granted { snapshot, outcome: Outcome::Done },
            Event::Abandoned,
        ];
        for event in events {
            let tells = event.jobs().contains(&JobKind::TellPeople);
            assert_eq!(template(&event).is_some(), tells, "{}", event.slug());
            assert!(template(&event).is_none_or(|template| ALL_TEMPLATES.contains(&template)));
        }
    }
}
