//! Faults at random: every call draws, repeatably, whether something goes wrong with it and what.

use serde::{Deserialize, Serialize};

use super::bureau::Bureau;
use super::chance;
use super::faults::{FaultKind, FaultName};
use super::settings::{SettingsError, check_rate};
use super::state::RandomState;
use crate::soap::Method;

/// What may go wrong at any call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RandomFaults {
    /// How often, from 0 (never) to 1 (at every call).
    pub rate: f64,
    /// Seed of the chance; without it the simulator's own.
    #[serde(default)]
    pub seed: Option<u64>,
    /// Which kinds; all without it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<FaultName>,
    /// The longest delay of `delay-ms` and `late`, milliseconds.
    #[serde(default = "longest_delay")]
    pub ms: u64,
}

fn longest_delay() -> u64 {
    200
}

impl RandomFaults {
    /// Whether it can be followed.
    pub fn check(&self) -> Result<(), SettingsError> {
        check_rate("rate", self.rate)
    }

    /// What goes wrong with a call, the `count`th that draws.
    fn draw(&self, seed: u64, count: u64, method: Method) -> Option<FaultKind> {
        // Three numbers for every call: whether, what, how much.
        let number = |which| chance::number(seed, count.wrapping_mul(3).wrapping_add(which));
        if !chance::happens(self.rate, number(0)) {
            return None;
        }
        let kinds = if self.kinds.is_empty() { FaultName::ALL } else { &self.kinds };
        let fitting: Vec<FaultName> = kinds.iter().copied().filter(|kind| fits(*kind, method)).collect();
        let name = *fitting.get(chance::place(fitting.len(), number(1)))?;
        Some(self.kind(name, number(2)))
    }

    fn kind(&self, name: FaultName, number: u64) -> FaultKind {
        const STATUSES: [u16; 5] = [403, 500, 502, 503, 504];
        let ms = number % self.ms.saturating_add(1);
        match name {
            FaultName::DelayMs => FaultKind::DelayMs { ms },
            FaultName::Late => FaultKind::Late { ms },
            FaultName::Code => FaultKind::Code { code: 999 },
            FaultName::HttpStatus => {
                FaultKind::HttpStatus { status: STATUSES[chance::place(STATUSES.len(), number)] }
            }
            FaultName::DropReply => FaultKind::DropReply,
            FaultName::CutReply => FaultKind::CutReply,
            FaultName::EmptyReply => FaultKind::EmptyReply,
            FaultName::CutRequest => FaultKind::CutRequest,
            FaultName::RefuseConnectionLike => FaultKind::RefuseConnectionLike,
            FaultName::Http500 => FaultKind::Http500,
            FaultName::Rubbish => FaultKind::Rubbish,
            FaultName::SoapFault => FaultKind::SoapFault,
            FaultName::Maintenance => FaultKind::Maintenance,
            FaultName::WrongHash => FaultKind::WrongHash,
            FaultName::CorruptZip => FaultKind::CorruptZip,
            FaultName::Duplicate => FaultKind::Duplicate,
        }
    }
}

/// A spoilt file belongs to the calls that carry one in earnest. What `isp_querypreviousupload` brings is only
/// compared, so that spoiling it would not be a fault but a lie about what was taken.
fn fits(kind: FaultName, method: Method) -> bool {
    match kind {
        FaultName::WrongHash | FaultName::CorruptZip => {
            method == Method::Upload || method == Method::Download
        }
        FaultName::Duplicate => method == Method::Download,
        FaultName::DropReply
        | FaultName::CutReply
        | FaultName::EmptyReply
        | FaultName::DelayMs
        | FaultName::Late
        | FaultName::CutRequest
        | FaultName::RefuseConnectionLike
        | FaultName::Http500
        | FaultName::HttpStatus
        | FaultName::Rubbish
        | FaultName::SoapFault
        | FaultName::Maintenance
        | FaultName::Code => true,
    }
}

impl Bureau<'_> {
    /// What goes wrong with this call: the first ordered fault that fits it, else what chance brings.
    pub fn take_fault(&mut self, method: Method, account: Option<i64>) -> Option<FaultKind> {
        let taken = self.take_ordered(method, account).or_else(|| self.take_random(method))?;
        let name = taken.name().wire().to_owned();
        let done = self.state.done.get(&name).map_or(1, |done| done + 1);
        self.state.done.insert(name, done);
        Some(taken)
    }

    fn take_ordered(&mut self, method: Method, account: Option<i64>) -> Option<FaultKind> {
        let (key, fault) = self.state.faults.iter().find(|(_, fault)| fault.fits(method, account))?;
        let (key, kind, skips, last) = (*key, fault.kind.clone(), fault.after > 0, fault.times <= 1);
        if skips {
            self.state.faults.update(&key, |fault| fault.after -= 1);
            return None;
        }
        if last {
            self.state.faults.remove(&key);
        } else {
            self.state.faults.update(&key, |fault| fault.times -= 1);
        }
        Some(kind)
    }

    fn take_random(&mut self, method: Method) -> Option<FaultKind> {
        let draw = |random: &mut RandomState| {
            random.drawn += 1;
            random.order.draw(random.seed, random.drawn, method)
        };
        self.state.random.update(&0, draw)?
    }

    /// Lets chance bring faults from now on, or no more.
    pub fn order_random(&mut self, order: Option<RandomFaults>) {
        match order {
            Some(order) => {
                let seed = order.seed.unwrap_or(self.config.seed);
                self.state.random.insert(0, RandomState { order, seed, drawn: 0 });
            }
            None => drop(self.state.random.remove(&0)),
        }
    }
}
