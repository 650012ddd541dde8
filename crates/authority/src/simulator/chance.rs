//! Repeatable chance: the same seed and count give the same number.

/// `SplitMix64`: the number at a count.
pub(super) fn number(seed: u64, count: u64) -> u64 {
    let mut mixed = seed.wrapping_add(count.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// True at the given rate, from 0 (never) to 1 (always).
pub(super) fn happens(rate: f64, number: u64) -> bool {
    let upper = u32::try_from(number >> 32).unwrap_or(u32::MAX);
    f64::from(upper) < rate * (f64::from(u32::MAX) + 1.0)
}

/// A place in a list of `length`; 0 in an empty one.
pub(super) fn place(length: usize, number: u64) -> usize {
    let length = u64::try_from(length).unwrap_or(u64::MAX).max(1);
    usize::try_from(number % length).unwrap_or(0)
}
