//! Supervision (监管下发) at the desk: what the authority sent by itself, looked at and looked after.

mod handle;
mod list;
mod one;
mod shown;

pub use beian_store::{MatterCount, MatterFilter, MatterState};
pub use handle::handle;
pub use list::{MatterLine, counts, matters};
pub use one::{DeliveryLine, HandledBy, MatterCan, MatterView, matter, unmask};
pub use shown::{ShownFact, ShownGroup, ShownValue};
