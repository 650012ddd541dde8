//! HSJG 核实结果: answers to tasks. What was asked for is taken in silence, since no code says so.

use super::Arrival;
use crate::message::download::bajg::{RequestResult, operation};
use crate::message::upload::icp::verification_result::Verification;
use crate::simulator::bureau::Bureau;
use crate::simulator::outbox::{line, result};

/// 数据不存在: nobody asked.
pub(super) const NOT_ASKED: i64 = 1016;

impl Bureau<'_> {
    /// Closes the task about the subject.
    pub(super) fn verified(&mut self, arrival: &Arrival, one: &Verification) -> Option<RequestResult> {
        let subject = one.filing.subject.bureau_id;
        let reference = subject.to_string();
        let codes = match self.forced(arrival.account, std::slice::from_ref(&reference)) {
            Some(codes) => codes,
            None if self.state.task_answered(arrival.account, subject) => Vec::new(),
            None => vec![NOT_ASKED],
        };
        let lines: Vec<_> = codes.into_iter().map(|code| line(code, None)).collect();
        // No kind of request stands for verifications; this one names subjects by the bureau's id and is
        // nobody's order.
        (!lines.is_empty()).then(|| result(operation::VERIFICATION_ONLY, Some(reference), lines, None))
    }
}
