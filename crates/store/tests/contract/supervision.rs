//! What the authority sends by itself.

use std::slice::from_ref;

use beian_domain::id::{MatterId, StaffId};
use beian_domain::supervision::sample::{
    blacklisted_service, blacklisted_subject, known_subject, notice, unfiled_site,
};
use beian_domain::supervision::{ListChange, Matter, MatterKind};
use beian_store::testing::TestDb;
use beian_store::{
    Arrival, DeliveredCodes, Handled, MatterFilter, MatterState, Page, Source, Store, StoredMatter,
};

use crate::fixtures::{COMPANY, PERSON, assert_stale, at, id, kept_account};

fn source(file_name: &str, minute: i64) -> Source<'_> {
    Source { authority: "zhejiang", file_name, at: at(minute) }
}

fn arrival(number: i64, position: u32, change: ListChange, matter: Matter) -> Arrival {
    Arrival { id: MatterId::new(id(number)), position, change, matter }
}

async fn record(store: &Store, source: &Source<'_>, arrivals: &[Arrival]) -> usize {
    let tx = store.begin().await.unwrap();
    let recorded = tx.record_matters(source, arrivals).await.unwrap();
    tx.commit().await.unwrap();
    recorded
}

async fn listed(store: &Store, kind: MatterKind, state: MatterState) -> Vec<StoredMatter> {
    let filter = MatterFilter { kind: Some(kind), state, ..MatterFilter::default() };
    store.matters(&filter, Page::first(10)).await.unwrap().rows
}

#[tokio::test]
async fn a_file_that_comes_twice_is_recorded_once() {
    for db in TestDb::all().await {
        let sites = [
            arrival(1, 0, ListChange::Told, unfiled_site(7, "a.example", 1, at(0))),
            arrival(2, 1, ListChange::Told, unfiled_site(8, "b.example", 1, at(0))),
            arrival(3, 0, ListChange::Told, notice("浙ICP备2026000001号-1")),
        ];
        assert_eq!(record(&db.store, &source("f", 0), &sites).await, 3, "{}", db.backend);
        let again: Vec<Arrival> =
            sites.iter().map(|one| Arrival { id: MatterId::new(id(90)), ..one.clone() }).collect();
        assert_eq!(record(&db.store, &source("f", 5), &again).await, 0);
        let stands = listed(&db.store, MatterKind::UnfiledSite, MatterState::Open).await;
        assert_eq!(
            stands.iter().map(|one| (one.id.as_i64(), one.times)).collect::<Vec<_>>(),
            [(2, 1), (1, 1)]
        );
        // A notice in another file is another notice.
        assert_eq!(record(&db.store, &source("g", 6), &again[2..]).await, 1);
        assert_eq!(listed(&db.store, MatterKind::Notice, MatterState::All).await.len(), 2);
    }
}

#[tokio::test]
async fn the_newest_counts_and_the_first_time_is_kept() {
    for db in TestDb::all().await {
        let seen = |number, times| {
            arrival(number, 0, ListChange::Told, unfiled_site(7, "a.example", times, at(times)))
        };
        record(&db.store, &source("f1", 10), from_ref(&seen(1, 1))).await;
        record(&db.store, &source("f2", 20), from_ref(&seen(2, 2))).await;
        // An older file that was set aside and comes to its turn late.
        record(&db.store, &source("f0", 5), from_ref(&seen(3, 9))).await;
        let stands = listed(&db.store, MatterKind::UnfiledSite, MatterState::Open).await;
        let [site] = &stands[..] else { panic!("one site, not {}", stands.len()) };
        assert_eq!((site.id.as_i64(), site.times, site.first_at, site.at), (1, 3, at(5), at(20)));
        assert_eq!(site.matter, unfiled_site(7, "a.example", 2, at(2)));
        let deliveries = db.store.matter_deliveries(site.id).await.unwrap();
        let files: Vec<&str> = deliveries.iter().map(|one| one.file_name.as_str()).collect();
        assert_eq!(files, ["f2", "f1", "f0"]);
    }
}

#[tokio::test]
async fn a_deletion_ends_an_entry_and_an_addition_begins_it_again() {
    for db in TestDb::all().await {
        let entry = |number, change| arrival(number, 0, change, blacklisted_service("bad.example"));
        record(&db.store, &source("f1", 1), from_ref(&entry(1, ListChange::Added))).await;
        record(&db.store, &source("f2", 2), from_ref(&entry(2, ListChange::Removed))).await;
        let ended = listed(&db.store, MatterKind::BlacklistedService, MatterState::Ended).await;
        assert_eq!((ended.len(), ended[0].ended_at), (1, Some(at(2))));
        record(&db.store, &source("f3", 3), from_ref(&entry(3, ListChange::Added))).await;
        assert!(listed(&db.store, MatterKind::BlacklistedService, MatterState::Ended).await.is_empty());
        let stands = listed(&db.store, MatterKind::BlacklistedService, MatterState::All).await;
        let history = db.store.matter_deliveries(stands[0].id).await.unwrap();
        let changes: Vec<ListChange> = history.iter().map(|one| one.change).collect();
        assert_eq!(changes, [ListChange::Added, ListChange::Removed, ListChange::Added]);
        // Both in one file: what stands further behind counts.
        let both = [
            arrival(4, 0, ListChange::Added, blacklisted_service("worse.example")),
            arrival(5, 1, ListChange::Removed, blacklisted_service("worse.example")),
        ];
        record(&db.store, &source("f4", 4), &both).await;
        let ended = listed(&db.store, MatterKind::BlacklistedService, MatterState::Ended).await;
        assert_eq!(ended.iter().map(|one| one.times).collect::<Vec<_>>(), [2]);
    }
}

#[tokio::test]
async fn what_is_about_our_register_is_marked_and_asks() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let (subject, service) = crate::register::filing(20, owner, "2026012345");
        let tx = db.store.begin().await.unwrap();
        tx.enter(&subject, from_ref(&service)).await.unwrap();
        tx.commit().await.unwrap();
        let entries = [
            arrival(1, 0, ListChange::Added, blacklisted_service(service.service.domain.as_str())),
            arrival(2, 1, ListChange::Added, blacklisted_service("stranger.example")),
            arrival(
                3,
                0,
                ListChange::Added,
                blacklisted_subject(COMPANY, subject.subject.certificate.as_str()),
            ),
            arrival(4, 1, ListChange::Added, blacklisted_subject("别家", "91440300MA5000001X")),
        ];
        record(&db.store, &source("f", 1), &entries).await;
        for kind in [MatterKind::BlacklistedService, MatterKind::BlacklistedSubject] {
            let open = listed(&db.store, kind, MatterState::Open).await;
            assert_eq!(open.iter().map(|one| one.ours).collect::<Vec<_>>(), [true], "{} {kind}", db.backend);
        }
        let counts = db.store.matter_counts(Some("zhejiang")).await.unwrap();
        assert!(counts.iter().all(|count| (count.all, count.open) == (2, 1)), "{counts:?}");
        assert!(db.store.matter_counts(Some("beijing")).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn it_is_handled_once_and_open_again_when_it_changes() {
    for db in TestDb::all().await {
        let seen = |number, times| {
            arrival(number, 0, ListChange::Told, unfiled_site(7, "a.example", times, at(times)))
        };
        record(&db.store, &source("f1", 1), from_ref(&seen(1, 1))).await;
        let handled =
            Handled {
                at: at(9), by: StaffId::new(id(3)), comment: format!("已联系{PERSON}，网站已关闭")
            };
        let matter = MatterId::new(id(1));
        let tx = db.store.begin().await.unwrap();
        assert_stale(&tx.handle_matter(matter, at(0), &handled).await);
        tx.handle_matter(matter, at(1), &handled).await.unwrap();
        assert_stale(&tx.handle_matter(matter, at(1), &handled).await);
        tx.commit().await.unwrap();
        let stands = db.store.matter(matter).await.unwrap().unwrap();
        assert_eq!(stands.handled, Some(handled));
        assert_eq!(listed(&db.store, MatterKind::UnfiledSite, MatterState::Handled).await.len(), 1);
        // The same again changes nothing; something new opens it.
        record(&db.store, &source("f2", 10), from_ref(&seen(2, 1))).await;
        assert!(listed(&db.store, MatterKind::UnfiledSite, MatterState::Open).await.is_empty());
        record(&db.store, &source("f3", 11), from_ref(&seen(3, 2))).await;
        assert_eq!(listed(&db.store, MatterKind::UnfiledSite, MatterState::Open).await.len(), 1);
    }
}

#[tokio::test]
async fn lists_are_paged_and_searched() {
    for db in TestDb::all().await {
        let arrivals: Vec<Arrival> = (0..450)
            .map(|n| {
                let site = unfiled_site(1000 + n, &format!("site{n}.example"), 1, at(0));
                arrival(1 + n, u32::try_from(n).unwrap(), ListChange::Told, site)
            })
            .collect();
        assert_eq!(record(&db.store, &source("f", 1), &arrivals).await, 450);
        let filter = MatterFilter { kind: Some(MatterKind::UnfiledSite), ..MatterFilter::default() };
        let (mut page, mut seen) = (Page::first(200), Vec::new());
        loop {
            let found = db.store.matters(&filter, page).await.unwrap();
            seen.extend(found.rows.iter().map(|one| one.id.as_i64()));
            let Some(next) = found.next else { break };
            page = Page::after(next, 200);
        }
        assert_eq!(seen, (1..=450).rev().collect::<Vec<_>>(), "{}", db.backend);
        for text in ["Site7.example", "1007"] {
            let one = MatterFilter { text: Some(text.into()), ..filter.clone() };
            assert_eq!(db.store.matters(&one, Page::first(9)).await.unwrap().rows[0].id.as_i64(), 8);
        }
        let tx = db.store.begin().await.unwrap();
        let found = tx.matter_by_bureau_id("zhejiang", MatterKind::UnfiledSite, 1007).await.unwrap();
        assert_eq!(found.unwrap().id.as_i64(), 8);
    }
}

#[tokio::test]
async fn a_delivered_table_replaces_the_one_before() {
    for db in TestDb::all().await {
        let table = |rows: u32, minute| DeliveredCodes {
            name: "natures".into(),
            entries: format!("[{rows}]"),
            rows,
            digest: vec![u8::try_from(rows).unwrap()],
            file_name: format!("f{rows}"),
            at: at(minute),
        };
        assert!(db.store.codes_version("zhejiang").await.unwrap().is_empty());
        let mut versions = Vec::new();
        for (rows, minute) in [(1, 1), (2, 5), (3, 4)] {
            let tx = db.store.begin().await.unwrap();
            tx.put_codes("zhejiang", &table(rows, minute)).await.unwrap();
            tx.commit().await.unwrap();
            versions.push(db.store.codes_version("zhejiang").await.unwrap());
        }
        assert_eq!(db.store.delivered_codes("zhejiang").await.unwrap(), [table(2, 5)]);
        assert!(versions[0] != versions[1] && versions[1] == versions[2]);
        assert!(db.store.delivered_codes("beijing").await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_known_subject_is_kept_with_its_person() {
    for db in TestDb::all().await {
        let known = known_subject(9, COMPANY, PERSON, "13800000001", at(0));
        record(&db.store, &source("f", 1), &[arrival(1, 0, ListChange::Told, known.clone())]).await;
        assert_eq!(db.store.matter(MatterId::new(id(1))).await.unwrap().unwrap().matter, known);
        assert!(listed(&db.store, MatterKind::KnownSubject, MatterState::Open).await.is_empty());
    }
}
