//! The lifecycle table, and what holds for every path through it.

use chrono::{DateTime, TimeZone as _, Utc};
use proptest::prelude::*;

use super::command::{Command, PhoneCheckResult, Receipt, Verdict};
use super::event::JobKind;
use super::stage::{Outcome, Reason, Round, StageName};
use super::*;
use crate::account::{Role, StaffRole};
use crate::finding::{FieldOpinion, Finding, Severity};
use crate::id::{Id, SnapshotId, StaffId, UploadId, UserId};
use crate::order::field::{Field, FieldPath};

fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 4, 0, 0).unwrap()
}

fn id() -> Id {
    Id::from_i64(42).unwrap()
}

fn snapshot() -> SnapshotId {
    SnapshotId::new(id())
}

fn upload() -> UploadId {
    UploadId::new(id())
}

fn finding(severity: Severity) -> Finding {
    Finding::new("domain-expiry", severity, FieldPath::of(Field::ServiceDomain), "test")
}

/// One stage of each shape that the lifecycle tells apart.
fn stages() -> Vec<(&'static str, Stage)> {
    let snapshot = snapshot();
    let returned = |reason| Stage::Returned { snapshot, reason };
    vec![
        ("draft", Stage::Draft),
        ("checking", Stage::Checking { snapshot, round: Round::First }),
        ("in-review", Stage::InReview { snapshot, round: Round::First }),
        ("in-review (phone check missed)", Stage::InReview { snapshot, round: Round::PhoneCheckMissed }),
        (
            "returned (precheck)",
            returned(Reason::Precheck { round: Round::First, findings: vec![finding(Severity::Block)] }),
        ),
        ("returned (provider)", returned(Reason::Provider { opinions: vec![], comment: "改名".into() })),
        ("returned (authority)", returned(Reason::Authority { codes: vec![1002], opinion: "改名".into() })),
        ("sending (not left)", Stage::Sending { snapshot, departed: None }),
        ("sending (left)", Stage::Sending { snapshot, departed: Some(upload()) }),
        ("phone-check", Stage::PhoneCheck { snapshot, until: noon() }),
        ("with-authority", Stage::WithAuthority { snapshot }),
        ("filed", Stage::Filed { snapshot, outcome: Outcome::Done }),
        ("abandoned", Stage::Abandoned),
    ]
}

fn commands() -> Vec<(&'static str, Command)> {
    let snapshot = snapshot();
    let opinion = FieldOpinion {
        field: FieldPath::of(Field::ServiceName),
        reason: "name-unfit".into(),
        words: "与主体无关".into(),
    };
    vec![
        ("submit", Command::Submit { snapshot }),
        ("withdraw", Command::Withdraw),
        ("abandon", Command::Abandon),
        ("check: clean", Command::RecordCheck { snapshot, findings: vec![finding(Severity::Warn)] }),
        ("check: blocked", Command::RecordCheck { snapshot, findings: vec![finding(Severity::Block)] }),
        ("approve", Command::Approve { comment: "齐全".into() }),
        ("return", Command::Return { opinions: vec![opinion], comment: String::new() }),
        ("departure", Command::RecordDeparture { upload: upload() }),
        ("receipt: phone check", Command::RecordReceipt(Receipt::PhoneCheck { until: noon() })),
        ("receipt: review", Command::RecordReceipt(Receipt::Review)),
        ("phone check: passed", Command::RecordPhoneCheck(PhoneCheckResult::Passed)),
        ("phone check: missed", Command::RecordPhoneCheck(PhoneCheckResult::Missed)),
        ("phone check: failed", Command::RecordPhoneCheck(PhoneCheckResult::Failed)),
        ("file refused", Command::RecordFileRefusal { codes: vec![5001], words: "格式".into() }),
        ("verdict: granted", Command::RecordVerdict(Verdict::Granted(Outcome::Done))),
        (
            "verdict: refused",
            Command::RecordVerdict(Verdict::Refused { codes: vec![1002], opinion: "否".into() }),
        ),
    ]
}

/// Where a command leads, in one word: the stage, with the round or the reason where it matters.
fn leads_to(kind: OrderKind, stage: &Stage, command: Command) -> String {
    match lifecycle::decide(kind, stage, command) {
        Ok(event) => match event.stage() {
            Stage::InReview { round, .. } => format!("→ in-review ({round})"),
            Stage::Checking { round, .. } => format!("→ checking ({round})"),
            Stage::Returned { reason: Reason::Precheck { .. }, .. } => "→ returned (precheck)".into(),
            Stage::Returned { reason: Reason::Provider { .. }, .. } => "→ returned (provider)".into(),
            Stage::Returned { reason: Reason::Authority { .. }, .. } => "→ returned (authority)".into(),
            Stage::Sending { departed: Some(_), .. } => "→ sending (left)".into(),
            Stage::Draft
            | Stage::Sending { departed: None, .. }
            | Stage::PhoneCheck { .. }
            | Stage::WithAuthority { .. }
            | Stage::Filed { .. }
            | Stage::Abandoned => format!("→ {}", event.stage().name()),
        },
        Err(refusal) => format!("no: {}", refusal.why),
    }
}

/// The table of one kind: a paragraph per stage, a line per command.
fn table(kind: OrderKind) -> String {
    let mut page = String::new();
    for (name, stage) in stages() {
        page.push_str(&format!("{name}\n"));
        for (asked, command) in commands() {
            page.push_str(&format!("    {asked:<22}{}\n", leads_to(kind, &stage, command)));
        }
    }
    page
}

#[test]
fn the_life_of_a_first_filing() {
    insta::assert_snapshot!("lifecycle_first_filing", table(OrderKind::FirstFiling));
}

#[test]
fn how_the_other_kinds_differ() {
    let first = table(OrderKind::FirstFiling);
    let mut page = String::new();
    for kind in OrderKind::ALL {
        page.push_str(&format!("{kind}\n"));
        let mut stage = "";
        let other = table(*kind);
        for (expected, line) in first.lines().zip(other.lines()) {
            if !line.starts_with(' ') {
                stage = line;
            }
            if expected != line {
                page.push_str(&format!("    {stage}: {}\n", line.trim()));
            }
        }
    }
    insta::assert_snapshot!("lifecycle_other_kinds", page);
}

fn order(kind: OrderKind) -> Order {
    let by = customer();
    let account = AccountId::new(id());
    Order::open(OrderId::new(id()), account, kind, Answers::default(), Stamp { at: noon(), by }).0
}

fn customer() -> Actor {
    Actor::Customer { account: AccountId::new(id()), user: UserId::new(id()), role: Role::Owner }
}

/// Whoever usually gives this command.
fn usual_actor(command: &Command) -> Actor {
    match command {
        Command::Submit { .. } | Command::Withdraw | Command::Abandon => customer(),
        Command::Approve { .. } | Command::Return { .. } => {
            Actor::Staff { staff: StaffId::new(id()), role: StaffRole::Reviewer }
        }
        Command::RecordCheck { .. } | Command::RecordDeparture { .. } => Actor::System,
        Command::RecordReceipt(_)
        | Command::RecordPhoneCheck(_)
        | Command::RecordFileRefusal { .. }
        | Command::RecordVerdict(_) => Actor::Authority,
    }
}

#[test]
fn a_stranger_is_told_there_is_no_such_order() {
    let stranger = Actor::Customer {
        account: AccountId::from_i64(7).unwrap(),
        user: UserId::new(id()),
        role: Role::Owner,
    };
    let refused = order(OrderKind::FirstFiling).handle(Command::Withdraw, Stamp { at: noon(), by: stranger });
    assert_eq!(refused, Err(NotHandled::Missing));
}

#[test]
fn a_viewer_may_not_submit_and_a_customer_may_not_approve() {
    let viewer =
        Actor::Customer { account: AccountId::new(id()), user: UserId::new(id()), role: Role::Viewer };
    let draft = order(OrderKind::FirstFiling);
    let submit = Command::Submit { snapshot: snapshot() };
    assert_eq!(draft.handle(submit, Stamp { at: noon(), by: viewer }), Err(NotHandled::Forbidden));
    let approve = Command::Approve { comment: String::new() };
    assert_eq!(draft.handle(approve, Stamp { at: noon(), by: customer() }), Err(NotHandled::Forbidden));
}

#[test]
fn a_check_of_an_earlier_submission_changes_nothing() {
    let stage = Stage::Checking { snapshot: snapshot(), round: Round::First };
    let earlier = SnapshotId::from_i64(41).unwrap();
    let late = Command::RecordCheck { snapshot: earlier, findings: vec![] };
    assert_eq!(leads_to(OrderKind::FirstFiling, &stage, late), "no: other-snapshot");
}

#[test]
fn what_was_approved_is_sent_in_the_same_breath() {
    let stage = Stage::InReview { snapshot: snapshot(), round: Round::First };
    let event =
        lifecycle::decide(OrderKind::FirstFiling, &stage, Command::Approve { comment: String::new() })
            .unwrap();
    assert!(event.jobs().contains(&JobKind::Upload));
}

proptest! {
    /// Whatever is asked in whatever order: the last event alone tells the stage, versions only grow,
    /// what has ended stays ended, and nothing is taken back once the bytes have left.
    #[test]
    fn any_history_is_lawful(
        kind in prop::sample::select(OrderKind::ALL),
        asked in prop::collection::vec(0..commands().len(), 0..60),
    ) {
        let mut order = order(kind);
        let mut left = false;
        for index in asked {
            let (_, command) = commands().swap_remove(index);
            let before = order.clone();
            let takes_back = matches!(command, Command::Withdraw | Command::Abandon);
            let stamp = Stamp { at: noon(), by: usual_actor(&command) };
            let Ok(recorded) = order.handle(command, stamp) else {
                prop_assert_eq!(&order, &before);
                continue;
            };
            prop_assert!(!before.stage.name().is_final());
            order.apply(&recorded);
            prop_assert_eq!(&order.stage, &recorded.event.stage());
            prop_assert_eq!(order.version, before.version + 1);
            match order.stage.name() {
                StageName::PhoneCheck | StageName::WithAuthority => left = true,
                StageName::Returned | StageName::InReview => left = false,
                StageName::Sending => left = matches!(order.stage, Stage::Sending { departed: Some(_), .. }),
                StageName::Draft | StageName::Checking | StageName::Filed | StageName::Abandoned => {}
            }
            prop_assert!(!(takes_back && left), "taken back after it left");
        }
    }

    /// An event survives the database.
    #[test]
    fn events_round_trip(index in 0..commands().len(), at in 0..stages().len()) {
        let (_, stage) = stages().swap_remove(at);
        let (_, command) = commands().swap_remove(index);
        if let Ok(event) = lifecycle::decide(OrderKind::FirstFiling, &stage, command) {
            let text = serde_json::to_string(&event).unwrap();
            prop_assert_eq!(serde_json::from_str::<event::Event>(&text).unwrap(), event);
        }
    }
}
