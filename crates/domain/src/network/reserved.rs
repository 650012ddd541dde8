//! Addresses no service can be reached at: the IANA special-purpose registries (RFC 6890 and its updates).

use std::net::{Ipv4Addr, Ipv6Addr};

/// Network and prefix length of the blocks that are not globally reachable.
const V4: [(Ipv4Addr, u32); 15] = [
    (Ipv4Addr::UNSPECIFIED, 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

/// Inside the global unicast space `2000::/3`: protocol assignments, documentation, 6to4.
const V6: [(Ipv6Addr, u32); 4] = [
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0x0db8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

pub(super) fn all_public_v4(start: Ipv4Addr, end: Ipv4Addr) -> bool {
    V4.iter().all(|&(network, length)| {
        let first = u32::from(network);
        let last = first | (u32::MAX >> length);
        u32::from(end) < first || u32::from(start) > last
    })
}

pub(super) fn all_public_v6(start: Ipv6Addr, end: Ipv6Addr) -> bool {
    let is_global_unicast = |address: Ipv6Addr| address.segments()[0] & 0xe000 == 0x2000;
    is_global_unicast(start)
        && is_global_unicast(end)
        && V6.iter().all(|&(network, length)| {
            let first = u128::from(network);
            let last = first | (u128::MAX >> length);
            u128::from(end) < first || u128::from(start) > last
        })
}
