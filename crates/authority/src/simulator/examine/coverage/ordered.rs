//! The codes that no request brings by itself, and why.

const NO_ELEMENT: &str = "no element of the interface carries it";
const SCHEMA_FIRST: &str = "the schema demands it: such a file comes back with 5001";
const NOT_DEMANDED: &str = "no rule of the interface demands it";
const OUTSIDE: &str = "only the bureau can know";

/// Codes that only an order brings, ascending, each with the reason.
pub(super) const ORDERED: &[(i64, &str)] = &[
    (1028, NO_ELEMENT),
    (1052, OUTSIDE),
    (1053, OUTSIDE),
    (1054, OUTSIDE),
    (1067, "numbers in the register of the simulator are unique"),
    (1068, "numbers in the register of the simulator are unique"),
    (2010, SCHEMA_FIRST),
    (2016, SCHEMA_FIRST),
    (2021, SCHEMA_FIRST),
    (2022, NO_ELEMENT),
    (2023, NO_ELEMENT),
    (2027, NO_ELEMENT),
    (2033, NOT_DEMANDED),
    (2035, NOT_DEMANDED),
    (2041, SCHEMA_FIRST),
    (2046, SCHEMA_FIRST),
    (2999, OUTSIDE),
    (3002, SCHEMA_FIRST),
    (3003, SCHEMA_FIRST),
    (3010, SCHEMA_FIRST),
    (3011, SCHEMA_FIRST),
    (3019, SCHEMA_FIRST),
    (3020, SCHEMA_FIRST),
    (3026, NO_ELEMENT),
    (3027, NO_ELEMENT),
    (3031, SCHEMA_FIRST),
    (3032, SCHEMA_FIRST),
    (5002, "attributes that are unknown are ignored"),
    (5011, "every document is served"),
    (5999, OUTSIDE),
];
