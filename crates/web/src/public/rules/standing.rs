//! How an answer stands: the province's own, the national default, conflicting, unknown; each with its sign.

use beian_domain::rulebook::{Answer, Confidence, Parameter, ProvinceRules};
use maud::{Markup, html};

use crate::i18n::Words;
use crate::ui::Meaning;

/// How an answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// The province says it.
    Own,
    /// It does not, what holds nationally is taken.
    Default,
    /// Sources differ.
    Conflicting,
    /// Nobody says it.
    Unknown,
}

impl Standing {
    pub(super) const ALL: [Self; 4] = [Self::Own, Self::Default, Self::Conflicting, Self::Unknown];

    pub(super) fn of(answer: Answer<'_>) -> Self {
        let differ = |confidence: Confidence| confidence == Confidence::Conflicting;
        match answer {
            Answer::Own(entry) | Answer::Default(entry) if differ(entry.testimony.confidence) => {
                Self::Conflicting
            }
            Answer::Own(_) => Self::Own,
            Answer::Default(_) => Self::Default,
            Answer::Unknown(_) => Self::Unknown,
        }
    }

    /// The sign that says it without colour.
    pub(super) const fn sign(self) -> &'static str {
        match self {
            Self::Own => "●",
            Self::Default => "○",
            Self::Conflicting => "◆",
            Self::Unknown => "–",
        }
    }

    /// The colour, as a meaning.
    pub(super) const fn meaning(self) -> Option<Meaning> {
        match self {
            Self::Own => Some(Meaning::Done),
            Self::Conflicting => Some(Meaning::Note),
            Self::Default | Self::Unknown => None,
        }
    }

    /// In words.
    pub(super) fn word(self, words: Words) -> String {
        words.t(match self {
            Self::Own => "rules-standing-own",
            Self::Default => "rules-standing-default",
            Self::Conflicting => "rules-standing-conflicting",
            Self::Unknown => "rules-standing-unknown",
        })
    }

    /// Sign and word.
    pub(super) fn mark(self, words: Words) -> Markup {
        let tone = self.meaning().map_or("", Meaning::class);
        html! { span class={ "mark " (tone) } { span aria-hidden="true" { (self.sign()) } span { (self.word(words)) } } }
    }
}

/// How many of the questions put to provinces are answered how.
pub(super) fn count(rules: ProvinceRules<'_>) -> [(Standing, usize); 4] {
    let asked = || Parameter::ALL.iter().filter(|parameter| parameter.of_provinces());
    Standing::ALL.map(|standing| {
        let such = asked().filter(|parameter| Standing::of(rules.get(**parameter)) == standing);
        (standing, such.count())
    })
}

/// The signs that occur and what they mean, each with how often it does.
pub(super) fn legend(words: Words, counts: &[(Standing, usize)]) -> Markup {
    html! {
        ul .legend {
            @for (standing, count) in counts.iter().filter(|(_, count)| *count > 0) {
                li .(standing.meaning().map_or("", Meaning::class)) .is-open[*standing == Standing::Unknown] {
                    span .swatch aria-hidden="true" { (standing.sign()) }
                    span { (standing.word(words)) " " span .num { (count) } }
                }
            }
        }
    }
}
