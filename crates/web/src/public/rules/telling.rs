//! The rulebook of one day in the reader's language.

use beian_domain::rulebook::{
    Asks, Chapter, Choice, Confidence, Filer, InForce, Options, Parameter, Shape, Source, Spoken, TableKind,
    Value, Where, YES_NO,
};

use crate::i18n::{Lang, Words};

/// Who tells what the rulebook says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Telling<'r> {
    pub(super) words: Words,
    pub(super) rules: InForce<'r>,
}

impl<'r> Telling<'r> {
    /// A sentence in the reader's language.
    pub(super) fn pick(self, spoken: &Spoken) -> &str {
        self.words.pick(&spoken.zh, &spoken.en)
    }

    pub(super) fn own(self, spoken: Spoken) -> String {
        match self.words.lang {
            Lang::Zh => spoken.zh,
            Lang::En => spoken.en,
        }
    }

    pub(super) fn parameter(self, parameter: Parameter) -> String {
        self.own(self.rules.parameter_spoken(parameter))
    }

    pub(super) fn value(self, value: &Value, shape: Shape) -> String {
        self.own(self.rules.value_spoken(value, shape))
    }

    pub(super) fn row(self, table: TableKind, code: &str) -> String {
        self.own(self.rules.row_spoken(table, code))
    }

    pub(super) fn chapter(self, chapter: Chapter) -> String {
        self.member::<Chapter>(chapter.slug())
    }

    pub(super) fn confidence(self, confidence: Confidence) -> String {
        self.member::<Confidence>(confidence.slug())
    }

    pub(super) fn filer(self, filer: Filer) -> String {
        self.member::<Filer>(filer.slug())
    }

    pub(super) fn asks(self, asks: Asks) -> String {
        self.member::<Asks>(asks.slug())
    }

    pub(super) fn place(self, place: Where) -> String {
        self.member::<Where>(place.slug())
    }

    pub(super) fn yes_or_no(self, yes: bool) -> String {
        self.own(self.rules.choice_spoken(YES_NO, if yes { "yes" } else { "no" }))
    }

    pub(super) fn choice(self, options: Options, slug: &str) -> String {
        self.own(self.rules.choice_spoken(options, slug))
    }

    fn member<C: Choice>(self, slug: &str) -> String {
        self.own(self.rules.member_spoken::<C>(slug))
    }

    /// Sources by their tags. Loading refuses a tag that nothing explains.
    pub(super) fn sources(self, tags: &'r [String]) -> impl Iterator<Item = &'r Source> {
        tags.iter().filter_map(move |tag| self.rules.rulebook().source(tag))
    }

    /// Several things in a row.
    pub(super) fn list(self, things: &[String]) -> String {
        things.join(self.words.pick("、", ", "))
    }
}
