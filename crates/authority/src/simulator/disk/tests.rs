//! Whatever happens to the process, the state that comes back is one that was acknowledged.

use std::fs;
use std::path::Path;

use chrono::{DateTime, Utc};
use proptest::prelude::*;

use super::{DiskError, Log};
use crate::simulator::request::Kind;
use crate::simulator::state::{AcceptedUpload, Counter, FilingState, OutgoingFile, Stage, State, Tag};

/// One thing a change may do.
#[derive(Debug, Clone)]
enum Act {
    File { id: i64, domain: u8 },
    Move { id: i64, stage: u8 },
    Withdraw { id: i64 },
    Accept { account: i64, sequence: i64 },
    Examine { account: i64, sequence: i64 },
    Send { account: i64 },
    Count,
}

/// A change: what it does, and whether it ends well.
type Change = (Vec<Act>, bool);

fn act() -> impl Strategy<Value = Act> {
    let (id, account, sequence) = (1..6_i64, 1..3_i64, 1..4_i64);
    prop_oneof![
        (id.clone(), 0..4_u8).prop_map(|(id, domain)| Act::File { id, domain }),
        (id.clone(), 0..5_u8).prop_map(|(id, stage)| Act::Move { id, stage }),
        id.prop_map(|id| Act::Withdraw { id }),
        (account.clone(), sequence.clone()).prop_map(|(account, sequence)| Act::Accept { account, sequence }),
        (account.clone(), sequence).prop_map(|(account, sequence)| Act::Examine { account, sequence }),
        account.prop_map(|account| Act::Send { account }),
        Just(Act::Count),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    (prop::collection::vec(act(), 0..6), prop::bool::weighted(0.8))
}

fn moment() -> DateTime<Utc> {
    DateTime::from_timestamp(1_750_000_000, 0).unwrap()
}

fn stage(which: u8) -> Stage {
    let at = moment();
    match which {
        0 => Stage::Waiting { since: at },
        1 => Stage::PhoneCheck { since: at },
        2 => Stage::Returned { missed: true, at },
        3 => Stage::Refused { at, opinion: "证件照片不清晰\n\"{".to_owned() },
        _ => {
            Stage::Approved {
                at, subject_number: "粤ICP备2025000001号".to_owned(), service_numbers: vec![]
            }
        }
    }
}

fn filing(id: i64, domain: u8) -> FilingState {
    FilingState {
        id,
        account: 1,
        kind: Kind::NewFiling,
        sequence: 1,
        index: 0,
        record: id,
        reference: id.to_string(),
        target: None,
        new_records: Vec::new(),
        name: format!("示例{id}"),
        certificate_kind: 1,
        certificate_number: format!("n{id}"),
        domains: vec![format!("d{domain}.example")],
        arrived: moment(),
        phones: Vec::new(),
        duplicate: false,
        stage: stage(0),
    }
}

fn perform(state: &mut State, act: &Act) {
    match *act {
        Act::File { id, domain } => state.filings.insert(id, filing(id, domain)),
        Act::Move { id, stage: to } => {
            state.filings.update(&id, |filing| filing.stage = stage(to));
        }
        Act::Withdraw { id } => {
            state.filings.remove(&id);
        }
        Act::Accept { account, sequence } => {
            let upload =
                AcceptedUpload { account, sequence, md5: "0".into(), taken: moment(), examined: false };
            state.uploads.insert((account, sequence), upload);
        }
        Act::Examine { account, sequence } => {
            state.uploads.update(&(account, sequence), |upload| upload.examined = true);
        }
        Act::Send { account } => {
            let number = state.next(Counter::Files);
            let name = format!("{number}.xml");
            let file = OutgoingFile { account, name, queued: moment(), acknowledged: false, delivered: 0 };
            state.outbox.insert((account, number), file);
        }
        Act::Count => {
            state.next(Counter::Drawn);
        }
    }
}

/// The index says what the rows say.
fn check_index(state: &State) {
    for domain in 0..4 {
        let tag = Tag::domain(&format!("D{domain}.example"));
        let indexed: Vec<i64> = state.filings.tagged(&tag).copied().collect();
        let open = state.filings.values().filter(|filing| {
            filing.stage.is_open() && filing.domains.contains(&format!("d{domain}.example"))
        });
        assert_eq!(indexed, open.map(|filing| filing.id).collect::<Vec<_>>());
    }
    let unexamined = state.uploads.values().filter(|upload| !upload.examined).count();
    assert_eq!(state.uploads.count(&Tag::Unexamined), unexamined);
}

fn open(root: &Path, fold_at: u64) -> (State, Log) {
    let mut state = State::default();
    let log = Log::open(root, false, &mut state).unwrap().folding_at(fold_at);
    (state, log)
}

/// Every state that was acknowledged, the empty one first.
fn play(root: &Path, changes: &[Change], fold_at: u64) -> Vec<State> {
    let (mut state, mut log) = open(root, fold_at);
    let mut acknowledged = vec![state.clone()];
    for (acts, ends_well) in changes {
        for act in acts {
            perform(&mut state, act);
        }
        if *ends_well {
            log.commit(&mut state).unwrap();
            acknowledged.push(state.clone());
        } else {
            state.roll_back();
            assert_eq!(Some(&state), acknowledged.last(), "a change that fails leaves nothing");
        }
        check_index(&state);
    }
    acknowledged
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn a_log_cut_anywhere_in_its_last_group_gives_an_acknowledged_state(
        changes in prop::collection::vec(change(), 1..8),
        fold_at in prop_oneof![Just(0_u64), Just(700), Just(u64::MAX)],
    ) {
        let directory = tempfile::tempdir().unwrap();
        let acknowledged = play(directory.path(), &changes, fold_at);
        let last = acknowledged.last().unwrap();
        let before = acknowledged.iter().rev().find(|state| *state != last).unwrap_or(last);
        let path = directory.path().join("state.log");
        let whole = fs::read(&path).unwrap();
        let ends = whole.split_inclusive(|byte| *byte == b'\n').scan(0, |at, line| {
            *at += line.len();
            Some((*at, line.starts_with(b"{\"end\":")))
        });
        let ends: Vec<usize> = ends.filter(|(_, is_end)| *is_end).map(|(at, _)| at).collect();
        let start = ends.iter().rev().nth(1).copied().unwrap_or(0);
        for cut in start..=whole.len() {
            fs::write(&path, &whole[..cut]).unwrap();
            let (state, log) = open(directory.path(), fold_at);
            let expected = if cut == whole.len() { last } else { before };
            prop_assert_eq!(&state, expected, "cut at {} of {}", cut, whole.len());
            check_index(&state);
            drop(log);
            let kept = if cut == whole.len() { cut } else { start };
            prop_assert_eq!(fs::metadata(&path).unwrap().len(), kept as u64, "the torn tail is gone");
        }
    }

    #[test]
    fn after_a_cut_it_goes_on(changes in prop::collection::vec(change(), 2..8), cut in 1..40_usize) {
        let directory = tempfile::tempdir().unwrap();
        play(directory.path(), &changes, u64::MAX);
        let path = directory.path().join("state.log");
        let whole = fs::read(&path).unwrap();
        fs::write(&path, &whole[..whole.len().saturating_sub(cut)]).unwrap();
        let (mut state, mut log) = open(directory.path(), u64::MAX);
        perform(&mut state, &Act::File { id: 99, domain: 3 });
        log.commit(&mut state).unwrap();
        let (again, _) = open(directory.path(), u64::MAX);
        prop_assert_eq!(again, state);
    }
}

#[test]
fn a_fold_interrupted_before_the_log_was_emptied_counts_nothing_twice() {
    let directory = tempfile::tempdir().unwrap();
    let count = |log: &mut Log, state: &mut State| {
        perform(state, &Act::Count);
        log.commit(state).unwrap();
    };
    let (mut state, mut log) = open(directory.path(), u64::MAX);
    (0..3).for_each(|_| count(&mut log, &mut state));
    let path = directory.path().join("state.log");
    let groups = fs::read(&path).unwrap();
    let mut log = log.folding_at(0);
    count(&mut log, &mut state);
    assert_eq!(fs::read(&path).unwrap(), b"");
    fs::write(&path, groups).unwrap();
    let (again, _) = open(directory.path(), u64::MAX);
    assert_eq!(again, state);
    assert_eq!(again.counters.get(&Counter::Drawn), Some(&4));
}

#[test]
fn damage_in_the_middle_is_not_passed_over() {
    let directory = tempfile::tempdir().unwrap();
    let (mut state, mut log) = open(directory.path(), u64::MAX);
    for id in 1..4 {
        perform(&mut state, &Act::File { id, domain: 1 });
        log.commit(&mut state).unwrap();
    }
    let path = directory.path().join("state.log");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("示例2", "示例7", 1)).unwrap();
    let refused = Log::open(directory.path(), false, &mut State::default()).unwrap_err();
    assert!(matches!(refused, DiskError::Damaged { line: 3, .. }), "{refused}");
}

#[test]
fn a_panic_in_a_change_leaves_nothing_behind() {
    let mut state = State::default();
    perform(&mut state, &Act::File { id: 1, domain: 1 });
    state.settle();
    let before = state.clone();
    let undone = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        perform(&mut state, &Act::File { id: 2, domain: 2 });
        state.filings.update(&1, |filing| {
            filing.domains = vec!["half.example".to_owned()];
            panic!("in the middle");
        })
    }));
    assert!(undone.is_err());
    state.roll_back();
    assert_eq!(state, before);
    check_index(&state);
}

/// What keeping the state costs, beside everything else that is done about a filing.
#[test]
fn the_log_of_two_thousand_filings_stays_small() {
    let directory = tempfile::tempdir().unwrap();
    let mut state = State::default();
    let mut log = Log::open(directory.path(), true, &mut state).unwrap().folding_at(512 * 1024);
    let begun = std::time::Instant::now();
    for file in 0..10 {
        let filings = file * 200..(file + 1) * 200;
        for id in filings.clone() {
            state.filings.insert(id, filing(id, 1));
        }
        log.commit(&mut state).unwrap();
        for to in [1, 0, 4] {
            for id in filings.clone() {
                state.filings.update(&id, |filing| filing.stage = stage(to));
            }
            log.commit(&mut state).unwrap();
        }
    }
    let together = begun.elapsed();
    println!("2,000 filings in files of 200, four changes each: {together:?}");
    let length = |name| fs::metadata(directory.path().join(name)).unwrap().len();
    let (log_length, base_length) = (length("state.log"), length("state.base"));
    assert!(log_length + base_length < 2_000 * 1500, "{log_length} + {base_length}: it is folded");
    let begun = std::time::Instant::now();
    for id in 0..200 {
        state.filings.update(&id, |filing| filing.stage = stage(0));
        log.commit(&mut state).unwrap();
    }
    println!("one filing, one change, synced: {:?}", begun.elapsed() / 200);
    let begun = std::time::Instant::now();
    let (again, _) = open(directory.path(), u64::MAX);
    println!("read back: {:?}", begun.elapsed());
    assert_eq!(again, state);
}
