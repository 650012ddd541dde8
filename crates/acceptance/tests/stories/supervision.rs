//! What the 管局 sends by itself: all of it is kept, once, and reaches a person.

use beian_acceptance::{Customer, FaultKind, On, PASSWORD, World, stories};
use beian_app::supervision::{self, MatterFilter, MatterLine, MatterState};
use beian_app::{Page, jobs};
use beian_authority::codes::{CodeTables, Table};
use beian_authority::message::download::base_codes::{self, Combinable};
use beian_authority::message::download::icp::blacklists::{
    Blacklists, Certificate, Domain, Service, ServiceEntry, Subject, SubjectEntry, entry_operation,
};
use beian_authority::message::download::icp::cancellations::{Cancellation, Cancellations, cancelled};
use beian_authority::message::download::icp::notices::{Notice, Notices, rectify};
use beian_authority::message::download::icp::results::{RequestResult, ResultLine, Results, operation};
use beian_authority::message::download::icp::unfiled_sites::{UnfiledSite, UnfiledSites};
use beian_authority::message::download::{BaseCodes, DownloadDocument, IcpDownload};
use beian_authority::sample::{self, Size};
use beian_authority::value::WireTime;
use beian_domain::id::OrderId;
use beian_domain::order::stage::StageName;
use beian_domain::supervision::{ListChange, MatterKind};
use reqwest::StatusCode;

stories!(
    every_document_is_kept_once_however_often_it_comes,
    a_blacklist_is_kept_as_it_stands_and_with_its_history,
    an_unfiled_site_seen_again_is_the_same_site,
    a_code_that_was_not_delivered_is_caught_before_it_leaves,
    a_cancellation_names_the_filing_we_know,
    an_answer_to_nobody_is_kept_for_a_person,
    a_file_that_cannot_be_applied_is_set_aside_whole,
    a_matter_is_looked_after_at_the_desk,
);

async fn listed(world: &World, kind: MatterKind, state: MatterState) -> Vec<MatterLine> {
    let filter = MatterFilter { kind: Some(kind), state, ..MatterFilter::default() };
    let reviewer = world.reviewer().await;
    let found = supervision::matters(&world.app, reviewer.actor, &filter, Page::first(500)).await;
    found.unwrap().rows
}

async fn counted(world: &World) -> Vec<(MatterKind, u64, u64)> {
    let counts = supervision::counts(&world.app, world.reviewer().await.actor).await.unwrap();
    let mut counts: Vec<_> = counts.into_iter().map(|count| (count.kind, count.all, count.open)).collect();
    counts.sort_unstable();
    counts
}

async fn everything_came(world: &World) {
    assert_eq!(world.authority().files_waiting().await, 0, "all news was confirmed");
    assert!(!world.db.store.has_unapplied_downloads("ministry").await.unwrap(), "all news took effect");
    assert!(stuck(world).await.is_empty());
}

async fn stuck(world: &World) -> Vec<String> {
    let found = jobs::stuck(&world.app, world.reviewer().await.actor, Page::first(50)).await.unwrap();
    found.rows.into_iter().filter_map(|job| job.last_error).collect()
}

async fn sends(world: &World, icp: IcpDownload) {
    world.authority().sends(&DownloadDocument::Icp(icp)).await;
    world.minutes_pass(1).await;
}

async fn every_document_is_kept_once_however_often_it_comes(world: World) {
    let documents = sample::downloads(Size::Most, 3);
    for document in &documents {
        world.authority().sends(document).await;
        // Every second confirmation is lost, so that each file comes a second time.
        let lost = [(On::Ack, FaultKind::Http500), (On::Ack, FaultKind::DelayMs { ms: 0 })];
        world.authority().suffers(&lost).await;
    }
    for _ in 0..3 * documents.len() {
        if world.authority().files_waiting().await == 0 {
            break;
        }
        world.minutes_pass(1).await;
    }
    everything_came(&world).await;
    assert_eq!(world.authority().faults_left().await, 0);
    let once = counted(&world).await;
    let kinds: Vec<MatterKind> = once.iter().map(|(kind, ..)| *kind).collect();
    assert_eq!(kinds, MatterKind::ALL, "something of every kind came");
    let tables = world.db.store.delivered_codes("ministry").await.unwrap();
    assert_eq!(tables.len(), Table::ALL.len());

    // The same once more in other files: what has a name of its own is still the same.
    for document in &documents {
        world.authority().sends(document).await;
    }
    world.minutes_pass(2).await;
    everything_came(&world).await;
    for ((kind, before, _), (_, after, _)) in once.iter().zip(counted(&world).await) {
        let own_name = match kind {
            MatterKind::BlacklistedSubject
            | MatterKind::BlacklistedService
            | MatterKind::IllegalAccess
            | MatterKind::UnfiledSite
            | MatterKind::Cancellation
            | MatterKind::KnownSubject
            | MatterKind::KnownService
            | MatterKind::KnownAddress
            | MatterKind::KnownDomain => true,
            MatterKind::VerificationTask
            | MatterKind::Inspection
            | MatterKind::AddressInspection
            | MatterKind::Notice
            | MatterKind::UnmatchedResult
            | MatterKind::ReportResult => false,
        };
        assert_eq!(after, if own_name { *before } else { 2 * before }, "{kind}");
    }
}

fn entries(operation: i64, domains: &[&str]) -> IcpDownload {
    let service = Service {
        name: "示例商店".into(),
        domains: domains.iter().map(|name| Domain { name: (*name).into() }).collect(),
        home_url: None,
    };
    let subject = Subject {
        name: "示例黑名单公司".into(),
        nature: Some(4),
        certificate: Certificate { kind: 1, number: sample::credit_code(77) },
    };
    IcpDownload {
        blacklists: Some(Blacklists {
            subjects: vec![SubjectEntry { subject: Some(subject), operation, remark: None }],
            services: vec![ServiceEntry { service, operation, remark: None }],
        }),
        ..IcpDownload::default()
    }
}

async fn a_blacklist_is_kept_as_it_stands_and_with_its_history(world: World) {
    sends(&world, entries(entry_operation::ADD, &["a.example", "b.example"])).await;
    sends(&world, entries(entry_operation::REMOVE, &["b.example"])).await;
    everything_came(&world).await;
    let services = listed(&world, MatterKind::BlacklistedService, MatterState::All).await;
    let ended: Vec<bool> = services.iter().map(|line| line.ended_at.is_some()).collect();
    assert_eq!(ended, [true, false], "b.example has left the list, a.example stands on it");
    let subject = &listed(&world, MatterKind::BlacklistedSubject, MatterState::Ended).await[0];
    let view = supervision::matter(&world.app, world.reviewer().await.actor, subject.id).await.unwrap();
    let changes: Vec<ListChange> = view.deliveries.iter().map(|one| one.change).collect();
    assert_eq!(changes, [ListChange::Removed, ListChange::Added]);
    assert!(listed(&world, MatterKind::BlacklistedService, MatterState::Open).await.is_empty());
}

fn site(times: i64) -> IcpDownload {
    let site = UnfiledSite {
        bureau_id: 330_000_000_001,
        domain: "unfiled.example".into(),
        languages: vec![1],
        address: [203, 0, 113, 9].into(),
        last_seen: WireTime::parse("2026-11-20 08:00:00"),
        times_seen: Some(times),
        province: Some(330_000),
        first_seen: None,
        provider: None,
        carrier: 1,
        remark: None,
    };
    IcpDownload { unfiled_sites: Some(UnfiledSites { sites: vec![site] }), ..IcpDownload::default() }
}

async fn an_unfiled_site_seen_again_is_the_same_site(world: World) {
    sends(&world, site(1)).await;
    let reviewer = world.reviewer().await;
    let line = listed(&world, MatterKind::UnfiledSite, MatterState::Open).await.remove(0);
    supervision::handle(&world.app, reviewer.actor, line.id, line.at, "已关闭").await.unwrap();
    assert!(listed(&world, MatterKind::UnfiledSite, MatterState::Open).await.is_empty());
    sends(&world, site(2)).await;
    let open = listed(&world, MatterKind::UnfiledSite, MatterState::Open).await;
    assert_eq!(open.iter().map(|again| again.id).collect::<Vec<_>>(), [line.id], "it was seen again");
    let view = supervision::matter(&world.app, reviewer.actor, line.id).await.unwrap();
    assert_eq!((view.times, view.first_at), (2, line.at));
    // Whoever looked at the older page decides about nothing.
    let late = supervision::handle(&world.app, reviewer.actor, line.id, line.at, "已关闭").await;
    assert!(matches!(late, Err(beian_app::Failure::Stale)));
    assert!(world.journal_is_unbroken().await);
}

/// The contents of the built-in table, but one.
fn contents(without: Option<i64>) -> DownloadDocument {
    let rows = CodeTables::built_in();
    let rows = rows.entries(Table::Contents).iter().filter(|row| Some(row.id) != without);
    let rows = rows.map(|row| Combinable {
        id: row.id,
        bits: row.bits.unwrap_or(row.id),
        name: row.name.clone(),
        remark: None,
        valid: 1,
    });
    let tables = base_codes::CodeTables { contents: rows.collect(), ..base_codes::CodeTables::default() };
    DownloadDocument::BaseCodes(BaseCodes { filing_units: Vec::new(), tables: Some(tables) })
}

async fn a_code_that_was_not_delivered_is_caught_before_it_leaves(world: World) {
    let customer = world.customer().await;
    let order = customer.files_website().await;
    let code = content_of(&world, order).await;
    world.authority().sends(&contents(Some(code))).await;
    world.minutes_pass(1).await;
    world.reviewer().await.approves(order).await;
    world.jobs_run().await;
    assert_eq!(customer.stage(order).await, StageName::Sending);
    assert_eq!(world.authority().uploads().await, [], "it did not leave");
    let [why] = &stuck(&world).await[..] else { panic!("one job waits for a person") };
    for part in [order.to_string().as_str(), "services.0.contents", "Wzfwlx_dms"] {
        assert!(why.contains(part), "{why} names {part}");
    }
    // The table comes again, whole this time: the same job goes on.
    world.authority().sends(&contents(None)).await;
    world.minutes_pass(1).await;
    restart(&world).await;
    goes_on(&world, &customer, order).await;
}

async fn content_of(world: &World, order: OrderId) -> i64 {
    let order = world.db.store.order(order).await.unwrap().unwrap();
    let slug = order.answers.service(0).contents[0].clone();
    beian_domain::tables::WebsiteContent::from_slug(&slug).unwrap().code().into()
}

async fn restart(world: &World) {
    let actor = world.reviewer().await.actor;
    for job in jobs::stuck(&world.app, actor, Page::first(5)).await.unwrap().rows {
        jobs::restart(&world.app, actor, job.id).await.unwrap();
    }
    world.jobs_run().await;
}

async fn goes_on(world: &World, customer: &Customer<'_>, order: OrderId) {
    assert_eq!(customer.stage(order).await, StageName::PhoneCheck);
    assert_eq!(world.authority().uploads().await.len(), 1);
    world.minutes_pass(1).await;
    everything_came(world).await;
}

async fn a_cancellation_names_the_filing_we_know(world: World) {
    let customer = world.customer().await;
    let order = customer.files_website().await;
    world.jobs_run().await;
    world.reviewer().await.approves(order).await;
    world.jobs_run().await;
    world.persons_in_charge().answer(order).await;
    world.minutes_pass(1).await;
    world.authority().approves(order).await;
    world.minutes_pass(1).await;
    assert_eq!(customer.stage(order).await, StageName::Filed);
    let known = listed(&world, MatterKind::KnownService, MatterState::All).await.remove(0);
    assert!(known.ours, "the service on record is the one that was granted");
    let view = supervision::matter(&world.app, world.reviewer().await.actor, known.id).await.unwrap();
    let told = view.groups.iter().flat_map(|group| &group.facts).find(|fact| fact.name == "bureau-id");
    let Some(supervision::ShownValue::Number(bureau_id)) = told.map(|fact| &fact.value) else {
        panic!("the authority told its record id")
    };
    let gone = Cancellation { kind: cancelled::SERVICE, bureau_id: *bureau_id, remark: None };
    let unknown = Cancellation { kind: cancelled::ACCESS, bureau_id: 9, remark: None };
    let cancellations = Some(Cancellations { cancellations: vec![gone, unknown] });
    sends(&world, IcpDownload { cancellations, ..IcpDownload::default() }).await;
    let open = listed(&world, MatterKind::Cancellation, MatterState::Open).await;
    let ours: Vec<bool> = open.iter().map(|line| line.ours).collect();
    assert_eq!(ours.iter().filter(|ours| **ours).count(), 1, "{open:?}");
    let number = supervision::ShownValue::Text(customer.service_numbers().await.remove(0));
    assert!(open.iter().any(|line| line.ours && line.title == number), "{open:?}");
    assert_eq!(customer.stage(order).await, StageName::Filed, "a person decides what follows");
}

async fn an_answer_to_nobody_is_kept_for_a_person(world: World) {
    let result = RequestResult {
        lines: vec![ResultLine { code: 1002, text: Some("审核拒绝".into()) }],
        operation: operation::NEW_FILING,
        reference: Some("987654321".into()),
        remark: None,
    };
    let results = Some(Results { results: vec![result], reviews: Vec::new() });
    sends(&world, IcpDownload { results, ..IcpDownload::default() }).await;
    everything_came(&world).await;
    let open = listed(&world, MatterKind::UnmatchedResult, MatterState::Open).await;
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].title, supervision::ShownValue::Number(987_654_321));
}

/// One service of two has no number, which grants nothing that can be entered: nothing of the file is kept
/// apart from the file itself, and a person is called.
async fn a_file_that_cannot_be_applied_is_set_aside_whole(world: World) {
    let customer = world.customer().await;
    let order = customer.files_website().await;
    world.jobs_run().await;
    world.reviewer().await.approves(order).await;
    world.jobs_run().await;
    let record =
        world.db.store.snapshot(stage_snapshot(&world, order).await).await.unwrap().unwrap().subject.id;
    let filing = sample::downloads(Size::Least, 5).into_iter().find_map(|document| match document {
        DownloadDocument::Icp(IcpDownload { filing_data: Some(data), .. }) => data.filings.into_iter().next(),
        DownloadDocument::Icp(_)
        | DownloadDocument::Ip(_)
        | DownloadDocument::Domain(_)
        | DownloadDocument::BaseCodes(_)
        | DownloadDocument::Sync(_) => None,
    });
    let mut filing = filing.unwrap();
    filing.subject.record = Some(record.as_i64());
    filing.subject.number = Some("浙ICP备".into());
    let data = beian_authority::message::download::icp::filing_data::FilingData { filings: vec![filing] };
    let document = IcpDownload { filing_data: Some(data), ..notices() };
    sends(&world, document).await;
    world.minutes_pass(10).await;
    assert_eq!(world.authority().files_waiting().await, 0, "it does not hold up what comes after it");
    assert!(world.db.store.has_unapplied_downloads("ministry").await.unwrap());
    assert!(
        listed(&world, MatterKind::Notice, MatterState::All).await.is_empty(),
        "nothing of it took effect"
    );
    assert_eq!(stuck(&world).await.len(), 1);
    // What comes after it takes effect.
    sends(&world, notices()).await;
    assert_eq!(listed(&world, MatterKind::Notice, MatterState::Open).await.len(), 1);
}

async fn stage_snapshot(world: &World, order: OrderId) -> beian_domain::id::SnapshotId {
    world.db.store.order(order).await.unwrap().unwrap().stage.snapshot().unwrap()
}

fn notices() -> IcpDownload {
    let notice = Notice {
        kind: rectify::SERVICE,
        number: Some("浙ICP备2026000777号-1".into()),
        bureau_id: None,
        text: "网站页脚没有备案号，请在 30 日内补上".into(),
        remark: None,
    };
    IcpDownload { notices: Some(Notices { notices: vec![notice] }), ..IcpDownload::default() }
}

async fn a_matter_is_looked_after_at_the_desk(world: World) {
    sends(&world, entries(entry_operation::ADD, &["a.example"])).await;
    sends(&world, notices()).await;
    let reviewer = world.reviewer().await;
    let browser = world.browser().await;
    let door = browser.opens("/desk").await.form("/desk/sign-in");
    door.fill("email", reviewer.email()).fill("password", PASSWORD).send().await;
    let overview = browser.opens("/desk/authority").await;
    let list = overview.follows("整改通知").await;
    let matter = list.follows("浙ICP备2026000777号-1").await;
    assert!(matter.says("网站页脚没有备案号") && matter.says("网站整改"), "{}", matter.words());
    let action = format!("{}/handle", matter.path);
    let unsaid = matter.form(&action).send().await;
    assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY, "what was done is said");
    let done = unsaid.form(&action).fill("comment", "已通知客户，页脚已补").send().await;
    assert!(done.says("已记下") && !done.says("浙ICP备2026000777号-1"), "{}", done.words());
    let again = browser.opens(&matter.path).await;
    assert!(again.says("已通知客户") && again.says("周复核"), "{}", again.words());

    // Numbers are hidden until somebody asks for them, which the journal keeps.
    let subject = browser.opens("/desk/authority?kind=blacklisted-subject&state=all").await;
    let subject = subject.follows("示例黑名单公司").await;
    let number = sample::credit_code(77);
    assert!(!subject.says(&number));
    let shown = subject.form(&format!("{}/unmask", subject.path)).send().await;
    assert!(shown.says(&number), "{}", shown.words());
    let journal = browser.opens("/desk/journal").await;
    assert!(
        journal.says("查看管局下发事项的完整信息") && journal.says("处理管局下发事项"),
        "{}",
        journal.words()
    );

    let exchange = browser.opens("/desk/exchange?ask=yes").await;
    assert!(exchange.says("ministry") && exchange.says("一致"), "{}", exchange.words());
    assert!(exchange.says("下发文件") && exchange.says("_SIM_"), "{}", exchange.words());
}
