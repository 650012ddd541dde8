//! Where phones are of, as provinces ask for it.

use super::super::applied::Applied;
use super::super::sight::{Sight, Who};
use super::remarks;
use crate::contact::Landline;
use crate::finding::Finding;
use crate::region::Province;
use crate::rulebook::{Locality, Value};

/// A finding for everybody whose mobile number is of another province, where the province asks in this way.
fn judge(
    sight: &Sight<'_>,
    applied: &Applied<'_>,
    way: Locality,
    means: impl Fn(&Who<'_>) -> bool,
    out: &mut Vec<Finding>,
) {
    if applied.value().and_then(Value::choice::<Locality>) != Some(way) {
        return;
    }
    let Some(here) = sight.province() else { return };
    for who in sight.people.iter().filter(|who| means(who)) {
        if let Some(of) = who.person.mobile_of.filter(|of| *of != here) {
            out.push(elsewhere(applied.finding(who.path(who.fields.mobile)), of, here));
        }
    }
}

fn elsewhere(finding: Finding, of: Province, here: Province) -> Finding {
    finding.with("found", format!("@provinces/{of}")).with("expected", format!("@provinces/{here}"))
}

/// Numbers are of the province.
pub(super) fn must(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    judge(sight, applied, Locality::Local, |_| true, out);
}

/// Numbers are better of the province.
pub(super) fn advised(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    judge(sight, applied, Locality::LocalAdvised, |_| true, out);
}

/// Numbers are of the province, or the remark says why not.
pub(super) fn or_remark(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if remarks::said(sight, applied) {
        return;
    }
    let start = out.len();
    judge(sight, applied, Locality::LocalOrRemark, |_| true, out);
    let sentence = remarks::sentence(applied);
    for finding in &mut out[start..] {
        finding.facts.insert("remark".to_owned(), sentence.clone());
    }
}

/// The first number of everybody is of the province.
pub(super) fn first(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    judge(sight, applied, Locality::FirstLocal, |_| true, out);
}

/// Whoever comes from elsewhere uses a number of the province.
pub(super) fn for_nonlocal(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let here = sight.province();
    let nonlocal = |who: &Who<'_>| who.home().is_some_and(|home| Some(home) != here);
    judge(sight, applied, Locality::LocalForNonlocal, nonlocal, out);
}

/// The landline is of the province.
pub(super) fn landline(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let asked = applied.value().and_then(Value::choice::<Locality>);
    let Some(here) = sight.province().filter(|_| asked == Some(Locality::LandlineLocal)) else { return };
    for who in &sight.people {
        let of = who.office.good().and_then(Landline::province);
        if let Some(of) = of.filter(|of| *of != here) {
            out.push(elsewhere(applied.finding(who.path(who.fields.office_phone)), of, here));
        }
    }
}
