//! WBACLJG 未备案处理结果: what became of unfiled sites that the bureau had named.

use super::Arrival;
use crate::codes::Table;
use crate::message::download::bajg::{RequestResult, operation};
use crate::message::upload::icp::unfiled_handling::Handled;
use crate::simulator::asked::Answered;
use crate::simulator::bureau::Bureau;
use crate::simulator::checks::subject::fits;
use crate::simulator::checks::{Check, failing};
use crate::simulator::outbox::{line, result};

/// What is checked besides the list of sites.
pub(super) const CHECKS: &[Check<Handled>] = &[
    (1019, |one, library| !fits(library, one.province, None, None)),
    (5007, |one, library| !library.knows(Table::UnfiledHandling, one.outcome)),
];
/// 非本企业网站.
pub(super) const NOT_YOURS: i64 = 5005;
/// 结果已报.
pub(super) const ALREADY_TOLD: i64 = 5006;

impl Bureau<'_> {
    /// Notes what became of a site, if nothing speaks against it.
    pub(super) fn unfiled_handled(&mut self, arrival: &Arrival, one: &Handled) -> Option<RequestResult> {
        let mut codes = failing(CHECKS, one, &self.library(arrival));
        if codes.is_empty() {
            match self.state.unfiled_answered(arrival.account, &one.domain, one.outcome) {
                Answered::Now => {}
                Answered::Before => codes.push(ALREADY_TOLD),
                Answered::NeverAsked => codes.push(NOT_YOURS),
            }
        }
        if let Some(forced) = self.forced(arrival.account, std::slice::from_ref(&one.domain)) {
            codes = forced;
        }
        let lines: Vec<_> = codes.into_iter().map(|code| line(code, None)).collect();
        let reference = Some(one.domain.clone());
        (!lines.is_empty()).then(|| result(operation::VERIFICATION_ONLY, reference, lines, None))
    }
}
