//! Dates: one native control, and a certificate's end that may be "long term" (长期).

use chrono::NaiveDate;
use maud::{Markup, html};

use super::field::Field;

impl Field {
    /// A day between two bounds, both included.
    pub fn date(&self, earliest: Option<NaiveDate>, latest: Option<NaiveDate>) -> Markup {
        self.around(&self.day(earliest, latest))
    }

    /// The last day of a certificate, or its being valid for the long term (长期). The tick is sent as
    /// `{name}_long_term=yes`; the server lets it win over a date.
    pub fn date_or_long_term(&self, earliest: Option<NaiveDate>, long_term: bool) -> Markup {
        let name = format!("{}_long_term", self.name);
        let id = format!("{}-long-term", self.id());
        self.around(&html! {
            div .date-or {
                (self.day(earliest, None))
                label .choice for=(id) {
                    input type="checkbox" id=(id) name=(name) value="yes" checked[long_term] data-empties=(self.id());
                    span { b { (self.words.t("ui-long-term")) } }
                }
            }
        })
    }

    fn day(&self, earliest: Option<NaiveDate>, latest: Option<NaiveDate>) -> Markup {
        let iso = |day: Option<NaiveDate>| day.map(|day| self.words.date(day));
        html! {
            input .control.middle type="date" id=(self.id()) name=(self.name) value=(self.value)
                min=[iso(earliest)] max=[iso(latest)]
                aria-describedby=[self.described()] aria-invalid=[self.invalid()];
        }
    }
}
