//! 选择备案资源: the server that will carry the website, its addresses, mode and place.

use beian_app::orders::ResourceChoice;
use beian_domain::id::ResourceId;
use beian_domain::order::answers::Answers;
use beian_domain::order::field::Field as Name;
use beian_domain::tables::AccessMode;
use maud::{Markup, html};

use super::{Sheet, choices, control, provinces, question};
use crate::csrf::Pairs;
use crate::i18n::Words;
use crate::say;
use crate::ui::{self, Button, Icon, Look, Notice, Span, field_id, icon};

pub(super) fn fields(sheet: &Sheet<'_>) -> Markup {
    let Sheet { words, errors, answers, view } = *sheet;
    let ask = |name| question(words, errors, answers, name);
    let modes =
        choices(AccessMode::ALL.iter().copied(), AccessMode::slug, |mode| say::access_mode(words, mode));
    let chosen = answers.service(0).access.resource;
    html! {
        @if view.resources.is_empty() {
            (ui::notice(&Notice::act(words.t("form-access-none"))))
        } @else {
            (resources(sheet, chosen))
            p {
                (Button::new(words.t("form-access-fill")).look(Look::Quiet).sends("act", "from-resource"))
                " " small { (words.t("form-access-fill-hint")) }
            }
        }
        (ask(Name::AccessAddresses).textarea(3))
        (ask(Name::AccessMode).span(Span::Middle).select(&modes))
        (ask(Name::AccessPlace).span(Span::Middle).select(&provinces(words)))
    }
}

/// The account's servers as cards; those that cannot carry this website say why and cannot be chosen.
fn resources(sheet: &Sheet<'_>, chosen: Option<ResourceId>) -> Markup {
    let Sheet { words, errors, view, .. } = *sheet;
    let name = control(Name::AccessResource);
    let id = field_id(&name);
    let error = errors.of(&name);
    html! {
        fieldset .field.servers.wrong[error.is_some()] {
            legend { (say::field(words, Name::AccessResource)) }
            p .hint { (words.t("form-access-hint")) }
            @if let Some(error) = error { p .error id={ (id) "-error" } { (icon(Icon::No)) span { (error) } } }
            @for (index, choice) in usable_first(&view.resources).into_iter().enumerate() {
                @let own = if index == 0 { id.clone() } else { format!("{id}-{index}") };
                label .choice.unfit[!choice.unfit.is_empty()] for=(own) {
                    input type="radio" id=(own) name=(name) value=(choice.resource.id)
                        checked[chosen == Some(choice.resource.id)] disabled[!choice.unfit.is_empty()];
                    (resource(words, choice))
                }
            }
        }
    }
}

fn usable_first(choices: &[ResourceChoice]) -> Vec<&ResourceChoice> {
    let mut sorted: Vec<&ResourceChoice> = choices.iter().collect();
    sorted.sort_by_key(|choice| (!choice.unfit.is_empty(), &choice.resource.name));
    sorted
}

fn resource(words: Words, choice: &ResourceChoice) -> Markup {
    let resource = &choice.resource;
    let addresses: Vec<String> = resource.addresses.iter().map(ToString::to_string).collect();
    let place = resource
        .place
        .map_or_else(|| words.t("form-access-abroad"), |place| say::province(words, place).to_owned());
    let left = resource.places.saturating_sub(choice.used);
    html! {
        span {
            b { (resource.name) " " small .num { (resource.instance) } }
            small .num { (addresses.join(words.pick("、", ", "))) " · " (place) " · " (words.with("form-access-until", &[("date", words.date(resource.ends_on).into())])) }
            @if choice.unfit.is_empty() {
                small { (words.with("form-access-left", &[("left", left.into()), ("places", resource.places.into())])) }
            } @else {
                @for reason in &choice.unfit { small .why { (icon(Icon::No)) " " (say::unfit(words, *reason)) } }
            }
        }
    }
}

pub(super) fn read(pairs: &Pairs, answers: &mut Answers) {
    let one = |name| pairs.one(&control(name));
    let access = &mut answers.service_mut(0).access;
    access.resource = ResourceId::parse(&one(Name::AccessResource)).ok();
    access.addresses = one(Name::AccessAddresses);
    access.mode = one(Name::AccessMode);
    access.place = one(Name::AccessPlace);
}

/// Fills what the chosen server tells by itself: everything when asked to, else only what was left empty.
pub(in crate::console) fn complete(answers: &mut Answers, choices: &[ResourceChoice], all: bool) {
    let access = &mut answers.service_mut(0).access;
    let Some(choice) = choices.iter().find(|choice| Some(choice.resource.id) == access.resource) else {
        return;
    };
    let resource = &choice.resource;
    let addresses: Vec<String> = resource.addresses.iter().map(ToString::to_string).collect();
    let place = resource.place.map(|place| place.code().to_string()).unwrap_or_default();
    let told = [
        (&mut access.addresses, addresses.join("\n")),
        (&mut access.mode, resource.mode.slug().to_owned()),
        (&mut access.place, place),
    ];
    for (answer, told) in told {
        if all || answer.is_empty() {
            *answer = told;
        }
    }
}
