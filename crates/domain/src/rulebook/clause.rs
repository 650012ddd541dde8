//! Clauses: what a province or the nation asks in some case, as far as a machine can tell the case.

use super::choices::{Asks, Choice, Filer, Where};
use super::entry::{self, Entry, Spoken, Usual};
use super::reader::{Keys, Page};
use super::table::TableKind;
use crate::order::kind::OrderKind;

/// A clause, with the sentence that tells the whole of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Its code, unique in the province.
    pub code: String,
    /// Whom it is about.
    pub of: Filer,
    /// What it asks for.
    pub asks: Asks,
    /// When: in one of these cases; always if there are none.
    pub when: Vec<When>,
    /// Codes of the documents it asks for.
    pub documents: Vec<String>,
    /// Code of the remark it asks for.
    pub remark: Option<String>,
    /// Code of the pre-approval it asks for.
    pub pre_approval: Option<String>,
    /// The clause in words.
    pub text: Spoken,
}

/// A case in which a clause applies: everything that is not empty must hold. What is not said here stands in the
/// words of the clause.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct When {
    /// One of these words stands …
    pub words: Vec<String>,
    /// … or one of the words of these rows of `keywords` …
    pub keywords: Vec<String>,
    /// … in one of these places.
    pub places: Vec<Where>,
    /// The subject is of one of these natures.
    pub natures: Vec<String>,
    /// The service has one of these contents.
    pub contents: Vec<String>,
    /// The order is of one of these kinds.
    pub orders: Vec<OrderKind>,
}

impl When {
    fn read(mut keys: Keys<'_>, page: &mut Page<'_>) -> Self {
        let places = keys.take("places").map(|cell| cell.choices::<Where>(page)).unwrap_or_default();
        let orders = keys.take("orders").map(|cell| cell.list(page)).unwrap_or_default();
        let orders: Vec<OrderKind> = orders
            .iter()
            .filter_map(|cell| cell.slug(ORDERS, page))
            .filter_map(OrderKind::from_slug)
            .collect();
        let when = Self {
            words: keys.texts("words", page),
            keywords: keys.texts("keywords", page),
            places,
            natures: keys.texts("natures", page),
            contents: keys.texts("contents", page),
            orders,
        };
        keys.finish(page);
        when
    }
}

/// The slugs of [`OrderKind`].
pub(super) const ORDERS: &[&str] = &[
    "first-filing",
    "add-service-here",
    "add-service-elsewhere",
    "add-access",
    "change-subject",
    "change-service",
    "change-both",
    "cancel-access",
    "cancel-service",
    "cancel-subject",
    "migrate",
    "claim",
];

impl Clause {
    pub(super) fn read(mut keys: Keys<'_>, page: &mut Page<'_>) -> Option<Entry<Self>> {
        let code = keys.text("code", page);
        let of = keys.need("of", page).and_then(|cell| cell.choice::<Filer>(page));
        let asks = keys.need("asks", page).and_then(|cell| cell.choice::<Asks>(page));
        let when = keys.tables("when", page).into_iter().map(|keys| When::read(keys, page)).collect();
        let documents = keys.texts("documents", page);
        let remark = keys.take("remark").and_then(|cell| cell.text(page));
        let pre_approval = keys.take("pre-approval").and_then(|cell| cell.text(page));
        let text = Spoken::read(&mut keys, page);
        let clause = (|| {
            Some(Self {
                code: code?,
                of: of?,
                asks: asks?,
                when,
                documents,
                remark,
                pre_approval,
                text: text?,
            })
        })();
        entry::read(keys, clause, None, &Usual { anchored: true, ..Usual::default() }, page)
    }

    /// The rows of tables it points at.
    pub(super) fn references(&self) -> Vec<(TableKind, &str)> {
        fn of(table: TableKind, codes: &[String]) -> impl Iterator<Item = (TableKind, &str)> {
            codes.iter().map(move |code| (table, code.as_str()))
        }
        of(TableKind::Documents, &self.documents)
            .chain(self.remark.as_deref().map(|code| (TableKind::Remarks, code)))
            .chain(self.pre_approval.as_deref().map(|code| (TableKind::PreApprovals, code)))
            .chain(self.when.iter().flat_map(|when| of(TableKind::Keywords, &when.keywords)))
            .chain(self.when.iter().flat_map(|when| of(TableKind::Natures, &when.natures)))
            .chain(self.when.iter().flat_map(|when| of(TableKind::Contents, &when.contents)))
            .collect()
    }
}

/// The lists a clause chooses from, for the schema.
pub(super) const LISTS: (&[&str], &[&str], &[&str]) =
    (Filer::OPTIONS.slugs, Asks::OPTIONS.slugs, Where::OPTIONS.slugs);
