//! Checks of domain names: that they can be read, what of them is filed, how many, and whose they are.

mod ending;
mod home;
mod natures;
mod owner;
mod registration;

use super::applied::Applied;
use super::registry::{Check, check};
use super::sight::{Offer, Sight};
use crate::dossier::Domain;
use crate::finding::Finding;
use crate::network::DomainName;
use crate::order::field::Field;

pub(super) const CHECKS: &[Check] = &[
    check!("domain-readable", readable),
    check!("domain-registered", registered),
    check!("domain-no-ending", no_ending),
    check!("domain-without-www", without_www),
    check!("domain-levels-most", levels_most; Asks),
    check!("domain-third-level-government", third_level_government; Asks),
    check!("domains-per-service", per_service; Asks),
    check!("domain-once", once),
    check!("domain-of-record", of_record),
    check!("domain-ending-refused", ending::refused),
    check!("domain-ending-unsure", ending::unsure),
    check!("domain-ending-listed", ending::listed),
    check!("domain-ending-own-list", ending::own_list; Asks),
    check!("domain-registrar-approved", registration::registrar_approved),
    check!("domain-registrar-domestic", registration::registrar_domestic),
    check!("domain-registrar-domestic-asked", registration::registrar_domestic_asked; Asks),
    check!("domain-not-expired", registration::not_expired),
    check!("domain-days-left", registration::days_left; Asks),
    check!("domain-days-advised", registration::days_advised; Asks),
    check!("domain-verified", registration::verified),
    check!("domain-verified-past", registration::verified_past),
    check!("domain-verified-days", registration::verified_days; Asks),
    check!("domain-not-private", registration::not_private; Asks),
    check!("domain-closed", registration::closed; Asks),
    check!("domain-unfiled", registration::unfiled),
    check!("domain-not-blacklisted", registration::not_blacklisted),
    check!("domain-of-site-holds", registration::of_site_holds),
    check!("domain-owner-relation", owner::relation; Asks),
    check!("domain-owner-known", owner::known),
    check!("domain-owner-name", owner::name),
    check!("domain-owner-certificate-kind", owner::certificate_kind),
    check!("domain-owner-certificate-number", owner::certificate_number),
    check!("domain-owner-representative", owner::representative),
    check!("domain-owner-document", owner::document; Document),
    check!("home-url-readable", home::readable),
    check!("home-url-of-domain", home::of_domain),
    check!("home-url-once", home::once),
    check!("home-url-root", home::root),
    check!("domain-of-government", natures::of_government),
    check!("domain-of-institution", natures::of_institution),
    check!("domain-only-government", natures::only_government),
    check!("domain-government-document", natures::government_document; Document),
    check!("domain-education", natures::education),
];

/// Every domain that can be read, of the services the rule is about.
fn each<'a>(
    sight: &'a Sight<'_>,
    applied: &'a Applied<'_>,
) -> impl Iterator<Item = (&'a Offer<'a>, &'a DomainName, &'a Domain)> {
    applied.offers(sight).flat_map(|offer| offer.readable().map(move |(name, domain)| (offer, name, domain)))
}

/// A finding about a domain, which it names.
fn about(applied: &Applied<'_>, offer: &Offer<'_>, name: &DomainName) -> Finding {
    applied.in_service(Field::ServiceDomain, offer.n).with("found", name.unicode())
}

/// Whether a name is another or lies below it, as text.
fn lies_below(name: &DomainName, above: &str) -> bool {
    name.as_str().strip_suffix(above).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// A domain that was given can be read as one.
fn readable(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in applied.offers(sight) {
        for (read, domain) in offer.domains.iter().zip(&offer.service.domains) {
            if read.bad().is_some() {
                let finding = applied.in_service(Field::ServiceDomain, offer.n);
                out.push(finding.with("found", domain.name.trim()));
            }
        }
    }
}

/// What is filed is what is registered: an ending and one label. Government bodies file below .gov.cn too.
fn registered(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in applied.offers(sight) {
        for (name, registered) in offer.domains.iter().zip(&offer.registered) {
            let (Some(name), Some(registered)) = (name.good(), registered) else { continue };
            if name != registered && !lies_below(name, "gov.cn") {
                out.push(about(applied, offer, name).with("expected", registered.unicode()));
            }
        }
    }
}

/// A domain has a label of its own before the ending.
fn no_ending(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in applied.offers(sight) {
        for (name, registered) in offer.domains.iter().zip(&offer.registered) {
            if let (Some(name), None) = (name.good(), registered) {
                out.push(about(applied, offer, name));
            }
        }
    }
}

/// The domain is written without `www.`.
fn without_www(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name, _) in each(sight, applied) {
        if name.as_str().starts_with("www.") {
            out.push(about(applied, offer, name));
        }
    }
}

/// The domain has at most so many levels; the ending is the first.
fn levels_most(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(most) = applied.number() else { return };
    for (offer, name, _) in each(sight, applied) {
        let levels = name.as_str().split('.').count();
        if levels > most as usize {
            let finding = about(applied, offer, name).with("levels", levels.to_string());
            out.push(finding.with("expected", most.to_string()));
        }
    }
}

/// Where names below .gov.cn of government bodies are not filed on their own, none is.
fn third_level_government(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if applied.asked.is_none() || applied.yes() {
        return;
    }
    for offer in applied.offers(sight) {
        for (name, registered) in offer.domains.iter().zip(&offer.registered) {
            let (Some(name), Some(registered)) = (name.good(), registered) else { continue };
            if name != registered && lies_below(name, "gov.cn") {
                out.push(about(applied, offer, name).with("expected", registered.unicode()));
            }
        }
    }
}

/// A service has at most so many domains.
fn per_service(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(most) = applied.number() else { return };
    for offer in applied.offers(sight) {
        let number = offer.service.domains.iter().filter(|domain| !domain.name.trim().is_empty()).count();
        if number > most as usize {
            let finding = applied.in_service(Field::ServiceDomain, offer.n);
            out.push(finding.with("found", number.to_string()).with("expected", most.to_string()));
        }
    }
}

/// No domain stands twice, in one service or in two of the kind the rule is about.
fn once(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let count = |wanted: &DomainName| each(sight, applied).filter(|(_, name, _)| *name == wanted).count();
    for (offer, name, _) in each(sight, applied) {
        if count(name) > 1 {
            out.push(about(applied, offer, name));
        }
    }
}

/// A change keeps or drops domains; it adds and exchanges none.
fn of_record(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(record) = sight.dossier.known.record.as_deref().filter(|record| !record.domains.is_empty())
    else {
        return;
    };
    for (offer, name, _) in each(sight, applied) {
        let filed = record.domains.iter().any(|filed| DomainName::parse(filed).as_ref() == Ok(name));
        if !filed {
            out.push(about(applied, offer, name));
        }
    }
}
