//! How much of a stranger's file is unpacked and held at most.

/// Upper bounds; what passes one is refused as [`Refusal::TooMuch`](crate::Refusal::TooMuch).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file itself. 4 GiB.
    pub file: u64,
    /// Entries of an archive. 200,000 (the largest store Apps have about half of that).
    pub entries: usize,
    /// Bytes of one unpacked entry that must be held: manifest, resource table, icon, profile. 24 MiB.
    pub entry: usize,
    /// Depth of nested values: elements of a manifest, objects of a property list, archives in archives. 32.
    pub depth: usize,
    /// Certificates in one chain, one lineage or one container. 64.
    pub certificates: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file: 4 << 30, entries: 200_000, entry: 24 << 20, depth: 32, certificates: 64 }
    }
}
