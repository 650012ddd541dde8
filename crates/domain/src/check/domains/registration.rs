//! Checks of the registration: registrar, end, real name, privacy, and where the domain stands today.

use chrono::{Days, NaiveDate};

use super::{about, each};
use crate::check::applied::Applied;
use crate::check::sight::Sight;
use crate::dossier::Domain;
use crate::finding::Finding;
use crate::network::DomainName;
use crate::order::field::Field;
use crate::rulebook::{Answer, DayCount, Parameter};

/// A finding for every domain of which `wrong` holds.
fn wherever(
    sight: &Sight<'_>,
    applied: &Applied<'_>,
    out: &mut Vec<Finding>,
    wrong: impl Fn(&DomainName, &Domain) -> bool,
) {
    for (offer, name, domain) in each(sight, applied) {
        if wrong(name, domain) {
            out.push(about(applied, offer, name));
        }
    }
}

/// The ministry approved the registrar.
pub(super) fn registrar_approved(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    wherever(sight, applied, out, |_, domain| domain.registrar_approved == Some(false));
}

/// The registrar sits in the mainland.
pub(super) fn registrar_domestic(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    wherever(sight, applied, out, |_, domain| domain.registrar_domestic == Some(false));
}

/// Where the province asks for it, the registrar sits in the mainland.
pub(super) fn registrar_domestic_asked(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if applied.yes() {
        registrar_domestic(sight, applied, out);
    }
}

/// The registration has not ended.
pub(super) fn not_expired(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name, domain) in each(sight, applied) {
        if let Some(last) = domain.expires_on.filter(|last| *last < sight.day) {
            out.push(about(applied, offer, name).with("day", last.to_string()));
        }
    }
}

/// Days the registration still runs; none for one that is unknown or has ended.
fn days(domain: &Domain, day: NaiveDate) -> Option<(NaiveDate, i64)> {
    let last = domain.expires_on?;
    let days = (last - day).num_days();
    (days >= 0).then_some((last, days))
}

/// The registration runs for so many days more.
pub(super) fn days_left(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    shorter(sight, applied, 0, out);
}

/// The registration runs for so many days more as is advised, beyond those that are needed.
pub(super) fn days_advised(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let needed = match sight.province_rules() {
        Some(rules) => rules.get(Parameter::DomainDays).number(),
        None => sight.rules.national(Parameter::DomainDays).and_then(|entry| Answer::Default(entry).number()),
    };
    shorter(sight, applied, needed.unwrap_or(0), out);
}

/// Registrations that run for at least `from` days, but not as long as is asked.
fn shorter(sight: &Sight<'_>, applied: &Applied<'_>, from: u32, out: &mut Vec<Finding>) {
    let Some(least) = applied.number() else { return };
    for (offer, name, domain) in each(sight, applied) {
        let Some((end, left)) = days(domain, sight.day) else { continue };
        if left >= i64::from(from) && left < i64::from(least) {
            let finding = about(applied, offer, name).with("day", end.to_string());
            out.push(finding.with("days", left.to_string()).with("expected", least.to_string()));
        }
    }
}

/// The real name of the owner was verified.
pub(super) fn verified(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    wherever(sight, applied, out, |_, domain| domain.verified == Some(false));
}

/// The day of verification is not still to come.
pub(super) fn verified_past(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name, domain) in each(sight, applied) {
        if let Some(on) = domain.verified_on.filter(|on| *on > sight.day) {
            out.push(about(applied, offer, name).with("day", on.to_string()));
        }
    }
}

/// So many days have passed since the real name was verified.
pub(super) fn verified_days(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(days) = applied.number() else { return };
    let counted = sight.rules.national(Parameter::RealNameCount);
    let working = counted.and_then(|entry| entry.value.choice()) == Some(DayCount::Working);
    for (offer, name, domain) in each(sight, applied) {
        let Some(on) = domain.verified_on.filter(|on| *on <= sight.day) else { continue };
        let from = if working {
            Some(sight.rules.calendar().add_working_days(on, days).date)
        } else {
            on.checked_add_days(Days::new(u64::from(days)))
        };
        if let Some(from) = from.filter(|from| sight.day < *from) {
            let finding = about(applied, offer, name).with("day", on.to_string());
            out.push(finding.with("days", days.to_string()).with("expected", from.to_string()));
        }
    }
}

/// No service hides the owner.
pub(super) fn not_private(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if applied.yes() {
        wherever(sight, applied, out, |_, domain| domain.private == Some(true));
    }
}

/// Whether a domain stands in a list of what is known of the world.
fn stands_in(list: &[String], name: &DomainName) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(name.as_str()))
}

/// A domain that is not filed does not open yet.
pub(super) fn closed(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if applied.asked.is_none() || applied.yes() {
        return;
    }
    let filed = &sight.dossier.known.filed_domains;
    wherever(sight, applied, out, |name, domain| domain.resolves == Some(true) && !stands_in(filed, name));
}

/// The domain is not filed already.
pub(super) fn unfiled(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let filed = &sight.dossier.known.filed_domains;
    wherever(sight, applied, out, |name, _| stands_in(filed, name));
}

/// The domain is not on the authority's blacklist.
pub(super) fn not_blacklisted(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let black = &sight.dossier.known.blacklisted_domains;
    wherever(sight, applied, out, |name, _| stands_in(black, name));
}

/// No domain of a site that is filed already has expired.
pub(super) fn of_site_holds(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for site in &sight.dossier.known.sites {
        if site.domain_expired == Some(true) {
            out.push(applied.at(Field::ServiceDomain).with("found", site.name.trim()));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Checker;
    use crate::dossier::Dossier;
    use crate::rulebook::{Base, EXAMPLES_DAY, Layer, Rulebook};

    /// Days of the calendar are built in; a provider may count working days.
    const WORKING: &str = r#"
[national.real-name-days-are]
value = "working"
severity = "warn"
sources = ["H"]
confidence = "single"
row = "national"
"#;

    fn found_lately(rulebook: &Rulebook, verified_on: &str) -> Option<String> {
        let mut order = Dossier::from_json(Base::Unit.json()).unwrap();
        order.services[0].domains[0].verified_on = Some(verified_on.parse().unwrap());
        let findings = Checker::new(rulebook, EXAMPLES_DAY).check(&order);
        let finding = findings.into_iter().find(|finding| finding.rule == "domain-verified-lately")?;
        finding.facts.get("expected").cloned()
    }

    #[test]
    fn working_days_are_counted_where_a_layer_says_so() {
        let file = ("national/domains.toml".to_owned(), WORKING.to_owned());
        let working = Rulebook::load(&[Layer::built_in(), Layer::overlay("provider", [file])]).unwrap();
        // Thursday, 26 November 2026: three days after Monday, but only two working days after Tuesday.
        assert_eq!(found_lately(&working, "2026-11-23"), None);
        assert_eq!(found_lately(&working, "2026-11-24"), Some("2026-11-27".to_owned()));
        assert_eq!(found_lately(Rulebook::built_in(), "2026-11-22"), None);
        assert_eq!(found_lately(Rulebook::built_in(), "2026-11-24"), Some("2026-11-27".to_owned()));
        // Over a weekend: Friday and three working days is Wednesday, three days of the calendar is Monday.
        let monday = "2026-11-23".parse().unwrap();
        let friday = |rulebook: &Rulebook| {
            let mut order = Dossier::from_json(Base::Unit.json()).unwrap();
            order.services[0].domains[0].verified_on = Some("2026-11-20".parse().unwrap());
            let findings = Checker::new(rulebook, monday).check(&order);
            findings.iter().any(|finding| finding.rule == "domain-verified-lately")
        };
        assert!(friday(&working));
        assert!(!friday(Rulebook::built_in()));
    }
}
