//! The key file of a platform that runs as a process on a database of the tests.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;

/// The keys that seal what tests write, [`beian_store::testing::keyring`], as the program reads them.
pub fn key_file() -> String {
    let key = |byte: u8| BASE64.encode([byte; 32]);
    let (index, links) = (key(9), key(8));
    let (one, two, three) = (key(1), key(2), key(3));
    format!(
        "current = 1\nindex = \"{index}\"\nlinks = \"{links}\"\n\n\
         [keys]\n1 = \"{one}\"\n2 = \"{two}\"\n3 = \"{three}\"\n"
    )
}
