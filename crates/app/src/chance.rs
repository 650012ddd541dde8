//! Chance: the one place that draws random bytes, and a source that repeats itself for tests.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Where random bytes come from.
#[derive(Clone)]
pub struct Chance(Source);

#[derive(Clone)]
enum Source {
    System,
    Seeded(Arc<AtomicU64>),
}

impl Chance {
    /// The operating system.
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// The same bytes in the same order for the same seed. For tests and demonstrations only: guessable.
    pub fn seeded(seed: u64) -> Self {
        Self(Source::Seeded(Arc::new(AtomicU64::new(seed))))
    }

    /// Fills `bytes`.
    ///
    /// # Panics
    /// When the operating system has no chance to give: nothing that needs a secret may go on then.
    #[expect(clippy::disallowed_methods, reason = "the one place where chance enters")]
    pub fn fill(&self, bytes: &mut [u8]) {
        match &self.0 {
            Source::System => getrandom::fill(bytes).expect("the operating system gives random bytes"),
            Source::Seeded(state) => {
                for chunk in bytes.chunks_mut(8) {
                    let drawn = split_mix(state).to_le_bytes();
                    chunk.copy_from_slice(&drawn[..chunk.len()]);
                }
            }
        }
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }

    /// 32 random bits.
    pub fn number(&self) -> u32 {
        u32::from_le_bytes(self.bytes())
    }
}

impl fmt::Debug for Chance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match &self.0 {
            Source::System => "Chance(system)",
            Source::Seeded(_) => "Chance(seeded)",
        })
    }
}

/// One step of `SplitMix64` (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
fn split_mix(state: &AtomicU64) -> u64 {
    const GAMMA: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut z = state.fetch_add(GAMMA, Ordering::SeqCst).wrapping_add(GAMMA);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_repeats_itself_and_the_system_does_not() {
        let draw = || Chance::seeded(7).bytes::<20>();
        assert_eq!(draw(), draw());
        assert_ne!(Chance::seeded(8).bytes::<20>(), draw());
        assert_ne!(Chance::system().bytes::<20>(), Chance::system().bytes::<20>());
    }

    #[test]
    fn the_first_draw_is_the_published_one() {
        assert_eq!(split_mix(&AtomicU64::new(0)), 0xe220_a839_7b1d_cdaf);
    }
}
