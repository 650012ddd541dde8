//! How fast orders are checked, and how long a change of rules takes over a million filings.
//!
//! `cargo bench -p beian-domain --features samples --bench checking [-- FILINGS]`

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench takes a word and prints a table"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use beian_domain::check::Checker;
use beian_domain::check::impact::Tally;
use beian_domain::dossier::Dossier;
use beian_domain::region::{Province, RegionCode, Regions};
use beian_domain::rulebook::{Base, EXAMPLES_DAY, Layer, Rulebook};
use beian_domain::sample;
use beian_domain::tables::SubjectNature;
use chrono::NaiveDate;

/// How long each case is run.
const RUN: Duration = Duration::from_secs(3);

fn main() {
    let filings = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(1_000_000);
    let began = Instant::now();
    let rulebook = Rulebook::load(&[Layer::built_in()]).expect("the rules compiled in are read by a test");
    println!("rulebook of {} rules read in {:.1} ms", rulebook.all_rules().count(), millis(began.elapsed()));
    let checker = Checker::new(&rulebook, EXAMPLES_DAY);
    println!("\n| order | findings | orders/s on one core | µs each |\n| --- | ---: | ---: | ---: |");
    for base in Base::ALL {
        let order = Dossier::from_json(base.json()).expect("read by a test");
        one(base.slug(), &checker, &order);
        let mut wrong = order.clone();
        spoil(&mut wrong);
        one(&format!("{} with faults", base.slug()), &checker, &wrong);
    }
    slowest(&rulebook);
    impact(&rulebook, filings);
}

/// The rules that take longest over one order.
fn slowest(rulebook: &Rulebook) {
    const ROUNDS: u32 = 2_000;
    let order = Dossier::from_json(Base::Unit.json()).expect("read by a test");
    let checker = Checker::new(rulebook, EXAMPLES_DAY);
    let mut times: Vec<(Duration, String)> = Vec::new();
    checker.each_rule(&order, |code, run| {
        let began = Instant::now();
        for _ in 0..ROUNDS {
            black_box(run());
        }
        times.push((began.elapsed() / ROUNDS, code.to_owned()));
    });
    times.sort_unstable_by(|one, other| other.cmp(one));
    let all: Duration = times.iter().map(|(time, _)| *time).sum();
    println!("\n{} rules run over the unit's order, {} ns in all; the slowest:", times.len(), all.as_nanos());
    for (time, code) in times.iter().take(25) {
        println!("{:>6} ns  {code}", time.as_nanos());
    }
}

fn one(name: &str, checker: &Checker<'_>, order: &Dossier) {
    let findings = checker.check(order).len();
    let (mut count, began) = (0_u32, Instant::now());
    while began.elapsed() < RUN {
        for _ in 0..100 {
            black_box(checker.check(black_box(order)));
        }
        count += 100;
    }
    let each = began.elapsed().as_secs_f64() / f64::from(count);
    println!("| {name} | {findings} | {:.0} | {:.1} |", 1.0 / each, each * 1e6);
}

/// Some of what people get wrong.
fn spoil(order: &mut Dossier) {
    order.subject.address = "示例路".into();
    order.subject.person.legal_representative = Some(false);
    let service = &mut order.services[0];
    service.name = "中国示例".into();
    service.person.mobile = "17000000001".into();
    service.domains[0].expires_on = NaiveDate::from_ymd_opt(2026, 12, 1);
    order.evidence.pop();
}

/// A change: everybody in charge is to be 25, everywhere.
fn stricter() -> Rulebook {
    let files = Province::ALL.iter().map(|province| {
        let value = |section: &str, row: &str| {
            format!(
                "[{section}.minimum-age]\nvalue = 25\nseverity = \"warn\"\nsources = [\"T\"]\n\
                 confidence = \"single\"\nrow = \"{row} {}\"\n",
                province.prefix()
            )
        };
        let text = format!(
            "province = \"{}\"\n{}{}",
            province.slug(),
            value("unit", "unit-persons"),
            value("individual", "individual-persons")
        );
        (format!("provinces/{}.toml", province.slug()), text)
    });
    let layers = [Layer::built_in(), Layer::overlay("stricter", files.collect::<Vec<_>>())];
    Rulebook::load(&layers).expect("the change is a rulebook")
}

fn impact(before: &Rulebook, filings: u64) {
    let after = stricter();
    let (before, after) = (Checker::new(before, EXAMPLES_DAY), Checker::new(&after, EXAMPLES_DAY));
    let began = Instant::now();
    let half = filings / 2;
    let tally = std::thread::scope(|scope| {
        let (before, after) = (&before, &after);
        let other = scope.spawn(move || weigh(before, after, 0..half));
        let mut tally = weigh(before, after, half..filings);
        tally.add(other.join().expect("the other half was weighed"));
        tally
    });
    let took = began.elapsed();
    println!(
        "\nimpact of one change over {} synthetic filings, two threads: {:.1} s",
        tally.weighed,
        took.as_secs_f64()
    );
    println!(
        "newly stopped {}, set free {}, still stopped {}",
        tally.newly_stopped, tally.set_free, tally.still_stopped
    );
    let mut often: Vec<_> = tally.rules.iter().map(|((rule, _), change)| (change.still, rule)).collect();
    often.sort_unstable_by(|one, other| other.cmp(one));
    println!("found most often: {:?}", &often[..often.len().min(5)]);
    let newly: u64 = tally.rules.values().map(|change| change.newly).sum();
    println!("findings new in {newly} filings, most memory {} MB", peak().unwrap_or(0) / 1024);
}

fn weigh(before: &Checker<'_>, after: &Checker<'_>, numbers: std::ops::Range<u64>) -> Tally {
    let mut tally = Tally::default();
    let bases: Vec<Dossier> =
        Base::ALL.iter().map(|base| Dossier::from_json(base.json()).expect("read by a test")).collect();
    let places: Vec<Place> = Province::ALL.iter().map(|province| Place::of(*province)).collect();
    for number in numbers {
        let order = filing(&bases, &places, number);
        tally.weigh(before, after, &order, &|| number.to_string());
    }
    tally
}

/// Where the invented filings of a province are.
struct Place {
    province: Province,
    county: RegionCode,
    address: String,
}

impl Place {
    fn of(province: Province) -> Self {
        let regions = Regions::builtin();
        let mut county = province.region();
        while let Some(below) = regions.children(county).first() {
            county = below.code;
        }
        let address = format!("{}示例路8号", regions.full_name(county).unwrap_or_default());
        Self { province, county, address }
    }
}

/// An invented filing: of any province, with persons of any age, most of them without a fault.
fn filing(bases: &[Dossier], places: &[Place], number: u64) -> Dossier {
    let turn = |count: usize| usize::try_from(number).unwrap_or(0) % count;
    let mut order = bases[turn(bases.len())].clone();
    let place = &places[turn(places.len())];
    order.evidence.clear();
    order.subject.province = Some(place.province);
    order.subject.region = place.county.to_string();
    order.subject.certificate_address.clone_from(&place.address);
    if order.subject.nature == Some(SubjectNature::Enterprise) {
        let code = sample::unified_code_in(number, place.county);
        code.as_str().clone_into(&mut order.subject.certificate_number);
    }
    let born = NaiveDate::from_ymd_opt(1960 + i32::try_from(number % 45).unwrap_or(0), 3, 14);
    let id = sample::resident_id(number, born.expect("a day of the calendar"));
    let service = &mut order.services[0];
    service.name = format!("示例云杉{}科技官网", number % 1000);
    for domain in &mut service.domains {
        domain.name = format!("example{number}.cn");
        domain.owner = None;
    }
    for platform in &mut service.platforms {
        platform.domains.clear();
    }
    service.access.resolutions.clear();
    service.access.place = Some(place.province);
    service.access.resource = None;
    if !service.home_url.is_empty() {
        service.home_url = format!("https://www.example{number}.cn/");
    }
    if order.subject.nature == Some(SubjectNature::Enterprise) {
        id.as_str().clone_into(&mut service.person.certificate_number);
        sample::mobile(number).as_str().clone_into(&mut service.person.mobile);
    }
    order
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The most memory this process ever had, in KB.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}
