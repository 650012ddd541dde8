//! Which pictures hold nothing to be found: a look at a picture before it is packed.
//!
//! Photographs do not repeat and use all bytes alike; drawings, white pages and pictures of few shades do not
//! keep one or the other. Measured with real JPEGs: within both limits, packing without a search costs at
//! most 2 % against zlib at level 6, outside of them up to 60 %.

/// Shorter pictures are not worth a block of their own.
const LEAST: usize = 768;
/// One byte in so many is counted.
const SAMPLE: usize = 4;
const SLOTS: usize = 4096;

/// Remembers what came lately.
pub(super) struct Lately {
    /// Four bytes each, at a place that follows from them.
    seen: Vec<u32>,
}

impl Lately {
    /// Nothing came yet.
    pub(super) fn new() -> Self {
        Self { seen: vec![0; SLOTS] }
    }

    /// Whether bytes are best packed without a search.
    pub(super) fn nothing_to_find(&mut self, bytes: &[u8]) -> bool {
        bytes.len() >= LEAST && is_even(bytes) && !self.repeats(bytes)
    }

    /// Whether one in a hundred groups of four bytes came lately. Only every third place matters: elsewhere
    /// the same bytes are other characters in base64.
    fn repeats(&mut self, bytes: &[u8]) -> bool {
        let mut again = 0;
        for place in bytes.windows(4).step_by(3) {
            let group = u32::from_le_bytes([place[0], place[1], place[2], place[3]]);
            let slot = group.wrapping_mul(0x9e37_79b1).to_be_bytes();
            let slot = &mut self.seen[usize::from(u16::from_be_bytes([slot[0], slot[1]]) >> 4)];
            again += usize::from(*slot == group);
            *slot = group;
        }
        again * 300 > bytes.len()
    }
}

/// Told by how often two bytes are equal: once in 256 pairs if they are spread evenly, a quarter more often
/// at most.
fn is_even(bytes: &[u8]) -> bool {
    let mut counts = [0_u64; 256];
    for &byte in bytes.iter().step_by(SAMPLE) {
        counts[usize::from(byte)] += 1;
    }
    let (looked, equal) = counts.iter().fold((0, 0), |(sum, squares), n| (sum + n, squares + n * n));
    equal * 256 < looked * looked * 5 / 4 + looked * 256
}

#[cfg(test)]
mod tests {
    use super::Lately;
    use crate::packing::stream::tests::noise;

    #[test]
    fn noise_holds_nothing() {
        let mut lately = Lately::new();
        for (seed, length) in (1..60).zip([3000, 8192, 24_576].into_iter().cycle()) {
            assert!(lately.nothing_to_find(&noise(seed, length)), "{length} bytes of seed {seed}");
        }
        assert!(!lately.nothing_to_find(&noise(1, 700)), "too short");
    }

    #[test]
    fn few_shades_and_repeated_parts_are_worth_a_search() {
        let few: Vec<u8> = noise(1, 8192).into_iter().map(|byte| byte & 0x7f).collect();
        assert!(!Lately::new().nothing_to_find(&few));
        let parts: Vec<u8> = (0..20).flat_map(|seed| [noise(seed, 300), noise(99, 30)].concat()).collect();
        assert!(!Lately::new().nothing_to_find(&parts));
    }
}
