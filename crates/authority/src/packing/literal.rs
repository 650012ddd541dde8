//! One kind of deflate block: base64 characters of six bits each, without looking for repetitions.
//!
//! The code is the same for every block: 63 characters of the base64 alphabet have six bits, `+` and the end
//! of the block have seven, which fills the code space exactly (RFC 1951, 3.2.2 and 3.2.7).

/// What a block needs besides its characters: head, end, the empty block that leads to a whole byte, and the
/// rest of the last word.
const FRAME: usize = 64;

/// The codes of two characters, by the twelve bits they stand for: 14 bits of code, above them the length
/// less 12.
static PAIRS: [u16; 4096] = pairs();

/// The end of a block.
const END: (u64, usize) = (0b111_1111, 7);

/// Code lengths as runs: 257 literals, then the two distance codes that zlib always writes too.
const LENGTHS: [(Length, u64); 11] = [
    (Length::None, 43),
    (Length::Seven, 1), // +
    (Length::None, 3),
    (Length::Six, 11), // / and digits
    (Length::None, 7),
    (Length::Six, 26), // A to Z
    (Length::None, 6),
    (Length::Six, 26), // a to z
    (Length::None, 133),
    (Length::Seven, 1), // end of block
    (Length::One, 2),   // distances, never used
];

#[derive(Clone, Copy)]
enum Length {
    None,
    One,
    Six,
    Seven,
}

/// Appends one block with the base64 characters of `raw`, a multiple of three bytes, to a stream that is at
/// a whole byte; leaves it at a whole byte.
pub(super) fn write(out: &mut Vec<u8>, raw: &[u8]) {
    debug_assert!(raw.len().is_multiple_of(3), "whole groups of four characters");
    let start = out.len();
    out.resize(start + raw.len() / 6 * 7 + FRAME, 0);
    let mut bits = Bits { room: &mut out[start..], at: 0, held: 0, count: 0 };
    head(&mut bits);
    let (steps, rest) = raw.as_chunks::<6>();
    for &[a, b, c, d, e, f] in steps {
        bits.three([a, b, c]);
        bits.three([d, e, f]);
        bits.flush();
    }
    if let &[a, b, c] = rest {
        bits.three([a, b, c]);
        bits.flush();
    }
    bits.put(END);
    // An empty stored block: three bits, up to the next whole byte, its length and the complement.
    bits.put((0, 3));
    let gap = bits.count.next_multiple_of(8) - bits.count;
    bits.put((0, gap));
    bits.put((0xffff_0000, 32));
    bits.flush();
    let end = start + bits.at;
    out.truncate(end);
}

/// The head of a block: its kind, and the code lengths in a code of their own.
fn head(bits: &mut Bits) {
    // Not the last block; with own codes; 257 literals, 2 distances, 18 lengths in the code for lengths.
    bits.put((0b10 << 1, 3));
    bits.put((0, 5));
    bits.put((1, 5));
    bits.put((18 - 4, 4));
    // In the order of the RFC: 16 17 18 0 8 7 9 6 10 5 11 4 12 3 13 2 14 1. Length 6 has one bit, 0 has two,
    // 18 (a long run of zeros) three, 1 and 7 have four.
    for length in [0, 0, 3, 2, 0, 4, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4] {
        bits.put((length, 3));
        bits.flush();
    }
    for (length, times) in LENGTHS {
        if times > 10 && matches!(length, Length::None) {
            bits.put((0b011 | (times - 11) << 3, 10));
        } else {
            for _ in 0..times {
                bits.put(length.code());
                bits.flush();
            }
        }
        bits.flush();
    }
}

impl Length {
    /// The canonical code, first bit lowest.
    fn code(self) -> (u64, usize) {
        match self {
            Self::Six => (0b0, 1),
            Self::None => (0b01, 2),
            Self::One => (0b0111, 4),
            Self::Seven => (0b1111, 4),
        }
    }
}

/// Bits on their way into bytes, lowest first.
struct Bits<'a> {
    room: &'a mut [u8],
    at: usize,
    held: u64,
    count: usize,
}

impl Bits<'_> {
    fn put(&mut self, (value, length): (u64, usize)) {
        self.held |= value << self.count;
        self.count += length;
    }

    /// Puts the four characters of three bytes.
    fn three(&mut self, [a, b, c]: [u8; 3]) {
        self.pair(usize::from(a) << 4 | usize::from(b >> 4));
        self.pair(usize::from(b & 15) << 8 | usize::from(c));
    }

    fn pair(&mut self, twelve: usize) {
        let pair = PAIRS[twelve & 0xfff];
        self.put((u64::from(pair & 0x3fff), 12 + usize::from(pair >> 14)));
    }

    /// Moves whole bytes out; fewer than eight bits remain.
    fn flush(&mut self) {
        self.room[self.at..self.at + 8].copy_from_slice(&self.held.to_le_bytes());
        self.at += self.count / 8;
        self.held >>= self.count & !7;
        self.count &= 7;
    }
}

const fn pairs() -> [u16; 4096] {
    let mut pairs = [0; 4096];
    let mut first = 0_u8;
    while first < 64 {
        let mut second = 0_u8;
        while second < 64 {
            let ((one, one_length), (two, two_length)) = (code(first), code(second));
            pairs[(first as usize) << 6 | second as usize] =
                one | two << one_length | (one_length + two_length - 12) << 14;
            second += 1;
        }
        first += 1;
    }
    pairs
}

/// The canonical code of the base64 character for six bits, first bit lowest, and its length. Codes are
/// dealt in the order of the characters: `/`, digits, capitals, small letters; `+` is longer and last.
const fn code(six: u8) -> (u16, u16) {
    match six {
        0..52 => ((six + 11).reverse_bits() as u16 >> 2, 6),
        52..62 => ((six - 51).reverse_bits() as u16 >> 2, 6),
        62 => (0b011_1111, 7),
        _ => (0, 6),
    }
}
