//! Charts drawn here, as SVG, with the table of their numbers behind them.

use maud::{Markup, Render, html};

use crate::i18n::Words;

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// How much.
    pub value: u64,
    /// The one to look at.
    pub marked: bool,
}

impl Bar {
    /// A bar among others.
    pub fn new(label: impl Into<String>, value: u64) -> Self {
        Self { label: label.into(), value, marked: false }
    }

    /// The one to look at.
    #[must_use]
    pub const fn marked(mut self) -> Self {
        self.marked = true;
        self
    }
}

/// Bars side by side: a distribution, a load over days.
#[derive(Clone, Debug)]
pub struct Chart {
    /// The reader's language.
    pub words: Words,
    /// What is shown.
    pub title: String,
    /// What the labels are, for the table.
    pub of: String,
    /// What the values are, for the table.
    pub unit: String,
    /// Said below: where the numbers come from.
    pub note: String,
    /// The bars, in order.
    pub bars: Vec<Bar>,
}

const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 96.0;
const BASE: f64 = 74.0;

impl Chart {
    fn drawing(&self) -> Markup {
        let most = self.bars.iter().map(|bar| bar.value).max().unwrap_or(0).max(1);
        #[expect(clippy::cast_precision_loss, reason = "a drawing a few hundred pixels wide")]
        let (step, scale) = (WIDTH / self.bars.len().max(1) as f64, (BASE - 14.0) / most as f64);
        let last = self.bars.len().saturating_sub(1);
        html! {
            svg .chart viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-label=(self.title) {
                @for (index, bar) in self.bars.iter().enumerate() {
                    @let (x, tall) = place(index, bar.value, step, scale);
                    @let middle = x + step * 0.4;
                    rect .marked[bar.marked] x=(short(x)) y=(short(BASE - tall)) width=(short(step * 0.8)) height=(short(tall)) rx="1.5" {
                        title { (bar.label) " · " (bar.value) }
                    }
                    @if bar.marked || index == 0 || index == last || self.bars.len() <= 8 {
                        text .marked[bar.marked] x=(short(middle)) y="90" text-anchor="middle" { (bar.label) }
                    }
                    @if bar.marked { text .marked x=(short(middle)) y=(short(BASE - tall - 4.0)) text-anchor="middle" { (bar.value) } }
                }
                line x1="0" x2=(WIDTH) y1=(BASE) y2=(BASE) {}
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a drawing a few hundred pixels wide")]
fn place(index: usize, value: u64, step: f64, scale: f64) -> (f64, f64) {
    (index as f64 * step + step * 0.1, value as f64 * scale)
}

fn short(value: f64) -> String {
    format!("{value:.1}")
}

impl Render for Chart {
    fn render(&self) -> Markup {
        html! {
            figure .chart-figure {
                @if !self.title.is_empty() { h3 { (self.title) } }
                (self.drawing())
                figcaption {
                    @if !self.note.is_empty() { small { (self.note) } }
                    details {
                        summary { (self.words.t("ui-chart-table")) }
                        table {
                            thead { tr { th scope="col" { (self.of) } th .num scope="col" { (self.unit) } } }
                            tbody { @for bar in &self.bars { tr { th scope="row" { (bar.label) } td .num { (bar.value) } } } }
                        }
                    }
                }
            }
        }
    }
}

/// A number people look at every day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What is counted.
    pub label: String,
    /// The number, in words.
    pub value: String,
    /// How it compares; may be empty.
    pub note: String,
    /// Where the things counted are; may be empty.
    pub href: String,
}

/// A row of such numbers.
pub fn figures(figures: &[Figure]) -> Markup {
    html! {
        dl .figures {
            @for figure in figures {
                div {
                    dt { @if figure.href.is_empty() { (figure.label) } @else { a href=(figure.href) { (figure.label) } } }
                    dd .num { (figure.value) @if !figure.note.is_empty() { small { (figure.note) } } }
                }
            }
        }
    }
}
