//! Rules (规则): what must hold of an order, as data: which check judges it, when, how it is said, and examples.

use super::choices::{Choice, Filer};
use super::clause::ORDERS;
use super::entry::{self, Entry, Spoken, Usual};
use super::example::Example;
use super::parameter::Parameter;
use super::problem::Fault;
use super::reader::{Cell, Keys, Page};
use super::table::TableKind;
use crate::check::registry::{Check, Need};
use crate::filing_number::ServiceKind;
use crate::finding::Severity;
use crate::order::field::{Field, FieldPath};
use crate::order::kind::OrderKind;
use crate::region::Province;
use crate::tables::SubjectNature;

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its code, stable and unique.
    pub code: String,
    /// The check that judges it.
    pub check: &'static Check,
    /// What it is called.
    pub title: Spoken,
    /// What is said when it is broken; `{name}` stands for a fact.
    pub says: Spoken,
    /// Why it is asked, where that is not plain.
    pub why: Option<Spoken>,
    /// How to mend it.
    pub remedy: Spoken,
    /// To what it applies.
    pub applies: Applies,
    /// The parameters it asks for: the first that fits the filer. Where nobody answers, the rule is silent; where
    /// somebody does, their sources and severity speak, up to the rule's own severity.
    pub asks: Vec<Parameter>,
    /// What the check is told.
    pub with: With,
    /// Orders that break it.
    pub fails: Vec<Example>,
    /// Orders that do not.
    pub passes: Vec<Example>,
}

/// To which orders a rule applies; an empty list means all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applies {
    /// Units, individuals, or both.
    pub of: Filer,
    /// Kinds of order.
    pub orders: Vec<OrderKind>,
    /// Natures of the subject.
    pub natures: Vec<SubjectNature>,
    /// Kinds of service; the order must have one of them.
    pub services: Vec<ServiceKind>,
    /// Provinces.
    pub provinces: Vec<Province>,
}

/// What a check is told by its rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct With {
    /// The fields it looks at.
    pub fields: Vec<Field>,
    /// A limit.
    pub number: Option<u32>,
    /// Words it looks for.
    pub words: Vec<String>,
    /// Rows of `name-words` or `keywords` whose words it looks for.
    pub lists: Vec<String>,
    /// The document it asks for.
    pub document: Option<String>,
    /// The remark it asks for.
    pub remark: Option<String>,
    /// A day it turns on.
    pub day: Option<chrono::NaiveDate>,
}

impl Applies {
    /// Whether it applies to a unit or an individual of a province.
    pub fn fits(&self, individual: bool, province: Option<Province>) -> bool {
        self.of.means(individual)
            && (self.provinces.is_empty() || province.is_some_and(|own| self.provinces.contains(&own)))
    }

    fn read(keys: &mut Keys<'_>, page: &mut Page<'_>) -> Self {
        let of = keys.take("of").and_then(|cell| cell.choice(page)).unwrap_or(Filer::Both);
        let natures = slugs(SubjectNature::ALL, SubjectNature::slug);
        let kinds = slugs(ServiceKind::ALL, ServiceKind::slug);
        let provinces = slugs(Province::ALL, Province::slug);
        Self {
            of,
            orders: members(keys, "orders", OrderKind::from_slug, &ORDERS.join(", "), page),
            natures: members(keys, "natures", SubjectNature::from_slug, &natures, page),
            services: members(keys, "services", ServiceKind::from_slug, &kinds, page),
            provinces: members(keys, "provinces", Province::from_slug, &provinces, page),
        }
    }
}

fn slugs<T: Copy>(all: &[T], slug: fn(T) -> &'static str) -> String {
    all.iter().map(|one| slug(*one)).collect::<Vec<_>>().join(", ")
}

fn members<T>(
    keys: &mut Keys<'_>,
    key: &'static str,
    from_slug: fn(&str) -> Option<T>,
    expected: &str,
    page: &mut Page<'_>,
) -> Vec<T> {
    let cells = keys.take(key).map(|cell| cell.list(page)).unwrap_or_default();
    let mut read = Vec::new();
    for cell in cells {
        let Some(got) = cell.text(page) else { continue };
        match from_slug(&got) {
            Some(member) => read.push(member),
            None => page.wrong(&cell, Fault::NoChoice { got, expected: expected.to_owned() }),
        }
    }
    read
}

impl With {
    fn read(keys: &mut Keys<'_>, page: &mut Page<'_>) -> Self {
        Self {
            fields: fields(keys, page),
            number: keys.take("number").and_then(|cell| cell.number(page)),
            words: keys.texts("words", page),
            lists: keys.texts("lists", page),
            document: keys.take("document").and_then(|cell| cell.text(page)),
            remark: keys.take("remark").and_then(|cell| cell.text(page)),
            day: keys.date("day", page),
        }
    }

    fn has(&self, need: Need) -> bool {
        match need {
            Need::Field => !self.fields.is_empty(),
            Need::Number => self.number.is_some(),
            Need::Words => !self.words.is_empty() || !self.lists.is_empty(),
            Need::Document => self.document.is_some(),
            Need::Remark => self.remark.is_some(),
            Need::Day => self.day.is_some(),
            Need::Asks => true,
        }
    }

    const ALL: [Need; 6] = [Need::Field, Need::Number, Need::Words, Need::Document, Need::Remark, Need::Day];
}

/// The fields of a rule: one under `field`, several under `fields`.
fn fields(keys: &mut Keys<'_>, page: &mut Page<'_>) -> Vec<Field> {
    let several = keys.take("fields").map(|cell| cell.list(page)).unwrap_or_default();
    let cells = keys.take("field").into_iter().chain(several);
    cells.filter_map(|cell| field(&cell, page)).collect()
}

/// A field that rules may name by its pattern: `services.*.name`.
fn field(cell: &Cell<'_>, page: &mut Page<'_>) -> Option<Field> {
    let text = cell.text(page)?;
    let mut fields = Field::ALL.iter().chain(Field::BESIDES);
    let found = fields.find(|field| field.pattern() == text).copied();
    let seen = found.filter(|field| crate::dossier::can_be_seen(*field));
    if seen.is_none() {
        page.wrong(cell, Fault::UnknownField(text));
    }
    seen
}

/// A path of one field in one order: `services.0.name`.
pub(super) fn path(cell: &Cell<'_>, page: &mut Page<'_>) -> Option<FieldPath> {
    let text = cell.text(page)?;
    let path = FieldPath::parse(&text).ok();
    if path.is_none() {
        page.wrong(cell, Fault::UnknownField(text));
    }
    path
}

/// Reads the rules of a file.
pub(super) fn read(mut keys: Keys<'_>, page: &mut Page<'_>) -> Vec<Entry<Rule>> {
    let rules = keys.tables("rule", page);
    let rules = rules.into_iter().filter_map(|keys| one(keys, page)).collect();
    keys.finish(page);
    rules
}

fn one(mut keys: Keys<'_>, page: &mut Page<'_>) -> Option<Entry<Rule>> {
    let code = keys.text("code", page);
    let check = keys.need("check", page).and_then(|cell| check(&cell, page));
    let mut spoken = |key: &'static str, page: &mut Page<'_>| {
        let cell = keys.need(key, page);
        Spoken::of(cell, page)
    };
    let (title, says, remedy) = (spoken("title", page), spoken("says", page), spoken("remedy", page));
    let why = Spoken::of(keys.take("why"), page);
    let applies = Applies::read(&mut keys, page);
    let asks: Vec<Parameter> = parameters(&mut keys, page);
    let with = With::read(&mut keys, page);
    fitting(check, &with, &asks, &keys, page);
    let fails = Example::read_all(&mut keys, "fails", page);
    let passes = Example::read_all(&mut keys, "passes", page);
    let rule = (|| {
        let (code, check, title, says, remedy) = (code?, check?, title?, says?, remedy?);
        Some(Rule { code, check, title, says, why, remedy, applies, asks: asks.clone(), with, fails, passes })
    })();
    // Where the provinces answer, they bear witness; the rule has only its weight to say.
    let usual = if asks.is_empty() {
        Usual::default()
    } else {
        Usual {
            sources: vec![OURSELVES.to_owned()],
            confidence: Some(super::Confidence::Confirmed),
            severity: Some(Severity::Block),
            ..Usual::default()
        }
    };
    entry::read(keys, rule, None, &usual, page)
}

/// The tag of what follows from an order itself, and needs no publisher.
const OURSELVES: &str = "B";

fn check(cell: &Cell<'_>, page: &mut Page<'_>) -> Option<&'static Check> {
    let got = cell.text(page)?;
    let check = Check::from_slug(&got);
    if check.is_none() {
        let expected = Check::all().map(|check| check.slug).collect::<Vec<_>>().join(", ");
        page.wrong(cell, Fault::NoChoice { got, expected });
    }
    check
}

fn parameters(keys: &mut Keys<'_>, page: &mut Page<'_>) -> Vec<Parameter> {
    let cells = keys.take("asks").map(|cell| cell.list(page)).unwrap_or_default();
    let mut read = Vec::new();
    for cell in cells {
        let key = cell.text(page);
        match key.as_deref().and_then(Parameter::from_key) {
            Some(parameter) => read.push(parameter),
            None => page.wrong(&cell, Fault::Shape("the key of a parameter".to_owned())),
        }
    }
    read
}

/// What a check needs must be said, and nothing that it would not mind.
fn fitting(
    check: Option<&'static Check>,
    with: &With,
    asks: &[Parameter],
    keys: &Keys<'_>,
    page: &mut Page<'_>,
) {
    let Some(check) = check else { return };
    for need in With::ALL {
        match (check.needs.contains(&need), with.has(need)) {
            (true, false) => page.missing(keys, need.key()),
            (false, true) => page.needless(keys, need.key()),
            (true, true) | (false, false) => {}
        }
    }
    match (check.needs.contains(&Need::Asks), asks.is_empty()) {
        (true, true) => page.missing(keys, "asks"),
        (false, false) => page.needless(keys, "asks"),
        (true, false) | (false, true) => {}
    }
}

impl Rule {
    /// The rows of tables it points at.
    pub(super) fn references(&self) -> Vec<(Vec<TableKind>, &str)> {
        let lists = self
            .with
            .lists
            .iter()
            .map(|code| (vec![TableKind::NameWords, TableKind::Keywords], code.as_str()));
        let document = self.with.document.iter().map(|code| (vec![TableKind::Documents], code.as_str()));
        let remark = self.with.remark.iter().map(|code| (vec![TableKind::Remarks], code.as_str()));
        lists.chain(document).chain(remark).collect()
    }
}

/// The members a rule file may choose from, for the schema.
pub(super) fn lists() -> [(&'static str, Vec<&'static str>); 6] {
    [
        ("of", Filer::OPTIONS.slugs.to_vec()),
        ("orders", ORDERS.to_vec()),
        ("natures", SubjectNature::ALL.iter().map(|nature| nature.slug()).collect()),
        ("services", ServiceKind::ALL.iter().map(|kind| kind.slug()).collect()),
        ("provinces", Province::ALL.iter().map(|province| province.slug()).collect()),
        ("check", Check::all().map(|check| check.slug).collect()),
    ]
}
