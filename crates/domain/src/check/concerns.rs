//! To which orders a rule applies, as bits: hundreds of rules are asked for every order.

use crate::dossier::Dossier;
use crate::filing_number::ServiceKind;
use crate::order::kind::OrderKind;
use crate::rulebook::Applies;
use crate::tables::SubjectNature;

/// Kinds of order, natures and kinds of service, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Concerns {
    orders: u32,
    natures: u32,
    services: u32,
}

/// The bit of an order that does not say what it is.
const UNSAID: u32 = 1 << 31;

fn bit<T: PartialEq>(all: &[T], member: &T) -> u32 {
    all.iter().position(|other| other == member).map_or(0, |place| 1 << place)
}

fn bits<T: PartialEq>(all: &[T], members: &[T]) -> u32 {
    members.iter().fold(0, |bits, member| bits | bit(all, member))
}

impl Concerns {
    /// To which orders a rule applies. One that cancels, and a claim, bring nothing that is to be served: only rules
    /// that name their kind mind them.
    pub fn of(applies: &Applies) -> Self {
        let serving: Vec<OrderKind> = OrderKind::ALL
            .iter()
            .copied()
            .filter(|kind| !kind.cancels() && kind.reaches_authority())
            .collect();
        let orders = if applies.orders.is_empty() {
            bits(OrderKind::ALL, &serving) | UNSAID
        } else {
            bits(OrderKind::ALL, &applies.orders)
        };
        let natures =
            if applies.natures.is_empty() { u32::MAX } else { bits(SubjectNature::ALL, &applies.natures) };
        let services =
            if applies.services.is_empty() { u32::MAX } else { bits(ServiceKind::ALL, &applies.services) };
        Self { orders, natures, services }
    }

    /// What an order is.
    pub fn in_order(dossier: &Dossier) -> Self {
        let kinds = dossier.services.iter().filter_map(|service| service.kind);
        Self {
            orders: dossier.kind.map_or(UNSAID, |kind| bit(OrderKind::ALL, &kind)),
            natures: dossier.subject.nature.map_or(UNSAID, |nature| bit(SubjectNature::ALL, &nature)),
            services: kinds.fold(UNSAID, |bits, kind| bits | bit(ServiceKind::ALL, &kind)),
        }
    }

    /// Whether a rule and an order meet.
    pub fn meets(self, order: Self) -> bool {
        self.orders & order.orders != 0
            && self.natures & order.natures != 0
            && self.services & order.services != 0
    }
}
