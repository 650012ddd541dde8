//! Signing blocks taken out of packages, changed, and put back.

const MAGIC: &[u8] = b"APK Sig Block 42";
/// The number of a scheme.
pub const V2: u32 = 0x7109_871a;
/// The number of a scheme.
pub const V3: u32 = 0xf053_68c0;
/// The number of a scheme.
pub const V31: u32 = 0x1b93_ad61;

/// Number and value of every pair.
pub type Pairs = Vec<(u32, Vec<u8>)>;

fn number(bytes: &[u8], at: usize) -> usize {
    u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
}

/// Where the end record of an archive without comment is, and where it says the directory begins.
pub fn end(apk: &[u8]) -> (usize, usize) {
    let end = apk.len() - 22;
    assert!(apk[end..].starts_with(b"PK\x05\x06"));
    (end, number(apk, end + 16))
}

fn bounds(apk: &[u8]) -> (usize, usize) {
    let (_, directory) = end(apk);
    assert_eq!(&apk[directory - 16..directory], MAGIC);
    (directory - number(apk, directory - 24) - 8, directory)
}

/// The pairs of a package.
pub fn pairs(apk: &[u8]) -> Pairs {
    let (begin, directory) = bounds(apk);
    let (mut at, mut pairs) = (begin + 8, Vec::new());
    while at < directory - 24 {
        let length = number(apk, at);
        let id = u32::try_from(number(apk, at + 8)).unwrap();
        pairs.push((id, apk[at + 12..at + 8 + length].to_vec()));
        at += 8 + length;
    }
    pairs
}

/// The value of one number.
pub fn value(apk: &[u8], id: u32) -> Vec<u8> {
    pairs(apk).into_iter().find(|pair| pair.0 == id).unwrap().1
}

/// The package with these pairs instead of its own.
pub fn with(apk: &[u8], pairs: &Pairs) -> Vec<u8> {
    let mut block = Vec::new();
    for (id, value) in pairs {
        block.extend((value.len() as u64 + 4).to_le_bytes());
        block.extend(id.to_le_bytes());
        block.extend(value);
    }
    with_bytes(apk, &block)
}

/// The package with these bytes where its pairs were.
pub fn with_bytes(apk: &[u8], inner: &[u8]) -> Vec<u8> {
    let (begin, directory) = bounds(apk);
    let size = (inner.len() as u64 + 24).to_le_bytes();
    let mut out = apk[..begin].to_vec();
    for part in [&size, inner, &size, MAGIC] {
        out.extend(part);
    }
    let moved = u32::try_from(out.len()).unwrap();
    out.extend(&apk[directory..]);
    let end = out.len() - 22;
    out[end + 16..end + 20].copy_from_slice(&moved.to_le_bytes());
    out
}

/// The value of a v3 scheme with one signer, made for other systems, inside and outside of what is signed.
pub fn for_systems(value: &[u8], from: u32, to: u32) -> Vec<u8> {
    let mut out = value.to_vec();
    let mut put = |at: usize, number: u32| out[at..at + 4].copy_from_slice(&number.to_le_bytes());
    // Length of all signers, of this one, of what it signs; there digests and certificates come first.
    let signed = 12;
    let certificates = signed + 4 + number(value, signed);
    let inside = certificates + 4 + number(value, certificates);
    let outside = signed + number(value, 8);
    for at in [inside, outside] {
        put(at, from);
        put(at + 4, to);
    }
    out
}
