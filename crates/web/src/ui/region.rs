//! Picking a county (县级行政区): a province first, then its counties grouped by city.

use maud::{Markup, Render, html};
use serde::Serialize;

use super::choice::Choice;
use super::errors::FormErrors;
use super::field::field_id;
use super::icon::{Icon, icon};
use crate::i18n::Words;

/// The counties of one city; also what `/regions/{province}` answers, as a JSON list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CityGroup {
    /// The city's name.
    pub city: String,
    /// Code (行政区划代码) and name of each county.
    pub counties: Vec<(String, String)>,
}

/// Two lists. Without script the province is sent with the button beside it
/// (`choose={name}`), and the page comes back with that province's counties.
#[derive(Clone, Debug)]
pub struct RegionPicker {
    words: Words,
    name: String,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    provinces: Vec<Choice>,
    province: String,
    cities: Vec<CityGroup>,
    county: String,
}

impl RegionPicker {
    /// A picker that sends `{name}_province` and `{name}`, both division codes.
    pub fn new(words: Words, name: &str, label: &str, provinces: Vec<Choice>) -> Self {
        Self {
            words,
            name: name.to_owned(),
            label: label.to_owned(),
            hint: None,
            error: None,
            provinces,
            province: String::new(),
            cities: Vec::new(),
            county: String::new(),
        }
    }

    /// What to choose.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Takes this field's error out of the form's.
    #[must_use]
    pub fn among(mut self, errors: &FormErrors) -> Self {
        self.error = errors.of(&self.name).map(ToOwned::to_owned);
        self
    }

    /// What was chosen before, with the counties to choose from.
    #[must_use]
    pub fn chosen(mut self, province: &str, cities: Vec<CityGroup>, county: &str) -> Self {
        province.clone_into(&mut self.province);
        self.cities = cities;
        county.clone_into(&mut self.county);
        self
    }

    fn province_list(&self, id: &str) -> Markup {
        html! {
            select .control id=(id) name={ (self.name) "_province" } autocomplete="off" data-regions="/regions/"
                data-fills=(field_id(&self.name)) aria-label=(self.words.t("ui-province")) {
                option value="" { (self.words.t("ui-choose-province")) }
                @for choice in &self.provinces {
                    option value=(choice.value) selected[choice.value == self.province] { (choice.label) }
                }
            }
        }
    }

    fn county_list(&self) -> Markup {
        let id = field_id(&self.name);
        let error = self.error.as_ref().map(|_| format!("{id}-error"));
        html! {
            select .control id=(id) name=(self.name) autocomplete="off" aria-label=(self.words.t("ui-county"))
                aria-describedby=[error] aria-invalid=[self.error.as_ref().map(|_| "true")] {
                option value="" { (self.words.t("ui-choose-county")) }
                @for group in &self.cities {
                    optgroup label=(group.city) {
                        @for (code, name) in &group.counties {
                            option value=(code) selected[*code == self.county] { (name) }
                        }
                    }
                }
            }
        }
    }
}

impl Render for RegionPicker {
    fn render(&self) -> Markup {
        let id = format!("{}-province", field_id(&self.name));
        html! {
            fieldset .field.wrong[self.error.is_some()] {
                legend { (self.label) }
                @if let Some(hint) = &self.hint { div .hint { (hint) } }
                @if let Some(error) = &self.error {
                    p .error id={ (field_id(&self.name)) "-error" } { (icon(Icon::No)) span { (error) } }
                }
                div .region {
                    (self.province_list(&id))
                    button .btn.quiet.without-script type="submit" name="choose" value=(self.name) {
                        (self.words.t("ui-show-counties"))
                    }
                    (self.county_list())
                }
            }
        }
    }
}
