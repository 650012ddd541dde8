//! The compiled sentences: parsed once, looked up by key.

use std::borrow::Cow;
#[cfg(not(test))]
use std::collections::HashSet;
use std::sync::LazyLock;
#[cfg(not(test))]
use std::sync::{Mutex, PoisonError};

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::Lang;
use super::files::AREAS;

type Bundle = FluentBundle<FluentResource>;

static ZH: LazyLock<Bundle> = LazyLock::new(|| build(Lang::Zh));
static EN: LazyLock<Bundle> = LazyLock::new(|| build(Lang::En));

/// Keys already reported as absent, so that one forgotten sentence does not fill the log.
#[cfg(not(test))]
static REPORTED: LazyLock<Mutex<HashSet<String>>> = LazyLock::new(Mutex::default);

fn build(lang: Lang) -> Bundle {
    let id: LanguageIdentifier = lang.tag().parse().expect("our own tags are well formed");
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks would end up in copied filing numbers; neither language needs them.
    bundle.set_use_isolating(false);
    for area in AREAS {
        let text = match lang {
            Lang::Zh => area.zh,
            Lang::En => area.en,
        };
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partial, errors)| {
            report(lang, area.name, &format!("{errors:?}"));
            partial
        });
        if let Err(errors) = bundle.add_resource(resource) {
            report(lang, area.name, &format!("{errors:?}"));
        }
    }
    bundle
}

const fn bundle(lang: Lang) -> &'static LazyLock<Bundle> {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

pub(super) fn has(lang: Lang, key: &str) -> bool {
    bundle(lang).has_message(key)
}

pub(super) fn format(lang: Lang, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
    let bundle = bundle(lang);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        report(lang, key, "no such sentence");
        return key.to_owned();
    };
    let args: FluentArgs<'_> =
        args.iter().map(|(name, value)| (Cow::Borrowed(*name), value.clone())).collect();
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
    if !errors.is_empty() {
        report(lang, key, &format!("{errors:?}"));
    }
    text
}

/// In production a sentence that is not there must not take the page down.
#[cfg(not(test))]
fn report(lang: Lang, key: &str, what: &str) {
    let first = REPORTED.lock().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned());
    if first {
        tracing::error!(key, lang = lang.tag(), what, "sentence cannot be shown as written");
    }
}

#[cfg(test)]
fn report(lang: Lang, key: &str, what: &str) {
    panic!("sentence {key} in {}: {what}", lang.tag());
}
