//! BAJG 备案结果 of reported addresses and domain names. We report neither yet, so nothing of ours waits for them:
//! each is kept, and asks for a person where the report was not taken.

use beian_authority::message::download::domain::results::{DomainResult, Results as DomainResults};
use beian_authority::message::download::ip::results::{RecordResult, Results as AddressResults};
use beian_authority::message::download::reported::ReportOutcome;
use beian_domain::supervision::{InvolvedRange, Report, ReportResult, Reported, ResultCode, ResultLine};

use super::Came;

/// Keeps the results of addresses.
pub(super) fn of_addresses(results: &AddressResults, came: &mut Came) {
    let lists = [
        (Report::Source, &results.sources),
        (Report::Allocation, &results.allocations),
        (Report::Broadcast, &results.broadcasts),
        (Report::Own, &results.own),
    ];
    let each = lists.into_iter().flat_map(|(about, list)| list.iter().map(move |one| (about, one)));
    for ((about, result), (_, outcome)) in each.zip(results.outcomes()) {
        let lines = address_lines(result);
        came.told(kept(about, &outcome, lines, result.remark.as_deref()));
    }
}

/// Keeps the results of domain names.
pub(super) fn of_domains(results: &DomainResults, came: &mut Came) {
    for (result, outcome) in results.results.iter().zip(results.outcomes()) {
        let lines = domain_lines(result);
        came.told(kept(Report::Domain, &outcome, lines, result.remark.as_deref()));
    }
}

fn kept(
    about: Report,
    outcome: &ReportOutcome,
    lines: Vec<ResultLine>,
    remark: Option<&str>,
) -> ReportResult {
    ReportResult {
        about,
        operation: Reported::of(outcome.operation),
        taken: outcome.is_success(),
        record: outcome.record,
        bureau_id: outcome.bureau_id,
        lines,
        remark: remark.map(str::to_owned),
    }
}

fn address_lines(result: &RecordResult) -> Vec<ResultLine> {
    let lines = result.lines.iter().map(|line| {
        let involved = line.involved.iter().map(|range| InvolvedRange {
            bureau_id: range.bureau_id,
            record: range.record,
            first: range.first,
            last: range.last,
            remark: range.remark.clone(),
        });
        ResultLine {
            code: ResultCode(line.code),
            text: Some(line.text.clone()),
            involved: involved.collect(),
        }
    });
    lines.collect()
}

fn domain_lines(result: &DomainResult) -> Vec<ResultLine> {
    let lines = result.lines.iter().map(|line| ResultLine {
        code: ResultCode(line.code),
        text: Some(line.text.clone()).filter(|text| !text.is_empty()),
        involved: Vec::new(),
    });
    lines.collect()
}
