//! The staff desk: the queue, the review of one order, the two decisions, the numbers.

mod approve;
mod masked;
mod next;
mod queue;
mod return_order;
mod review;
mod stats;

pub use approve::approve;
pub use next::next;
pub use queue::{Filter, queue};
pub use return_order::return_order;
pub use review::{ReviewCan, ReviewField, ReviewStep, ReviewView, review, unmask};
pub use stats::{DeskStats, stats};
