//! Every published result code is either reached by a request that is wrong in one way, or stands on the list of
//! those that only an order brings; the list of both is written to `docs/reference/simulator-codes.md`.

mod addresses;
mod domains;
mod filed;
mod new_filings;
mod ordered;
mod whole;
pub(super) mod world;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use ordered::ORDERED;
use world::World;

use crate::codes::result::{self, Area};

/// A code, the document that brings it, why, and the request itself: what it is answered with.
type Reached = (i64, &'static str, &'static str, fn(&World) -> Vec<i64>);

/// Set to anything to have the file written anew.
const WRITE: &str = "BEIAN_WRITE_DOCS";

const HEAD: &str = "# Result codes of the simulator · 模拟系统的结果代码

When the simulated bureau gives which result code. Written by the test `the_document_says_what_was_tried` in \
`crates/authority/src/simulator/examine/coverage.rs`, which tries every line; do not edit, run it with \
`BEIAN_WRITE_DOCS=1`.

模拟系统在什么情况下给出哪个结果代码。本页由测试生成，每一行都实际试过，不要手改。

A code that is *ordered* comes when somebody asks for it: with `POST /control/answers` \
(`{\"account\": 1001, \"record\": 101, \"codes\": [1052]}`) the next request of the provider that names the record \
is answered so, and `POST /control/filings/{id}/refuse` (`{\"opinion\": \"…\", \"codes\": [1054]}`) adds codes to a \
refusal. Every other code can be ordered too.

标为 *ordered* 的代码须由人指定：`POST /control/answers` 使下一份指到该记录的请求得到这些代码，\
`POST /control/filings/{id}/refuse` 在拒绝时附带代码。其他代码也可以这样指定。

";

fn reached() -> impl Iterator<Item = &'static Reached> {
    let filings = new_filings::REACHED.iter().chain(filed::REACHED);
    filings.chain(addresses::REACHED).chain(domains::REACHED).chain(whole::REACHED)
}

/// Whether the request brings the code.
fn brings((code, _, _, request): &Reached) -> bool {
    let world = World::new();
    let codes = request(&world);
    if !codes.contains(code) {
        println!("{code}: answered with {codes:?}");
    }
    codes.contains(code)
}

fn tried(list: &[Reached]) {
    let wrong: Vec<(i64, &str)> =
        list.iter().filter(|one| !brings(one)).map(|(code, _, cause, _)| (*code, *cause)).collect();
    assert_eq!(wrong, []);
}

#[test]
fn new_filings_bring_their_codes() {
    tried(new_filings::REACHED);
}

#[test]
fn requests_about_what_is_filed_bring_their_codes() {
    tried(filed::REACHED);
}

#[test]
fn addresses_bring_their_codes() {
    tried(addresses::REACHED);
}

#[test]
fn domains_bring_their_codes() {
    tried(domains::REACHED);
}

#[test]
fn whole_files_bring_their_codes() {
    tried(whole::REACHED);
}

#[test]
fn every_other_code_can_be_ordered() {
    let world = World::new();
    for (code, _) in ORDERED {
        assert_eq!(world.ordered(*code), [*code]);
    }
}

#[test]
fn no_code_is_left_out() {
    let mut ways: BTreeMap<i64, usize> = BTreeMap::new();
    reached().for_each(|(code, ..)| *ways.entry(*code).or_default() += 1);
    for (code, _) in ORDERED {
        assert_eq!(ways.insert(*code, 1), None, "{code} is reached and need not be ordered");
    }
    for known in result::all() {
        assert!(ways.contains_key(&known.code), "nothing brings {}", known.code);
    }
    assert!(ways.keys().all(|code| result::find(*code).is_some()), "{ways:?}");
}

#[test]
fn a_check_that_no_request_tries_is_none() {
    let tables = [
        crate::simulator::checks::codes().collect::<Vec<_>>(),
        super::new_service::CHECKS.iter().map(|(code, _)| *code).collect(),
        super::new_access::CHECKS.iter().map(|(code, _)| *code).collect(),
        super::change::CHECKS.iter().map(|(code, _)| *code).collect(),
        super::cancellation::CHECKS.iter().map(|(code, _)| *code).collect(),
        super::addresses::codes().collect(),
        super::domains::codes().collect(),
    ];
    for code in tables.concat() {
        assert!(reached().any(|(tried, ..)| *tried == code), "{code}");
    }
}

#[test]
fn the_document_says_what_was_tried() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/simulator-codes.md");
    let document = document();
    if asked_to_write() {
        std::fs::write(&path, &document).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == document, "docs/reference/simulator-codes.md is stale; run this test with {WRITE}=1");
}

#[expect(clippy::disallowed_methods, reason = "whoever changes the checks asks for the file here")]
fn asked_to_write() -> bool {
    std::env::var_os(WRITE).is_some()
}

fn document() -> String {
    let mut out = HEAD.to_owned();
    for area in Area::ALL {
        let title = match area {
            Area::Icp => "ICP filings · ICP 备案",
            Area::Ip => "IP address filings · IP 地址备案",
            Area::Domain => "Domain filings · 域名备案",
            Area::General => "Any document · 通用",
        };
        write!(out, "## {title}\n\n| Code | 含义 | Document | When |\n| ---: | --- | --- | --- |\n").unwrap();
        for entry in area.codes() {
            let ways = reached().filter(|(code, ..)| *code == entry.code);
            for (code, document, cause, _) in ways {
                writeln!(out, "| {code} | {} | {document} | {cause} |", entry.zh).unwrap();
            }
            if let Some((code, reason)) = ORDERED.iter().find(|(code, _)| *code == entry.code) {
                writeln!(out, "| {code} | {} | *ordered* | {reason} |", entry.zh).unwrap();
            }
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}
