//! What sealing keeps: the value, its place, its key.

use std::sync::atomic::{AtomicU8, Ordering};

use proptest::prelude::*;

use super::*;

fn seal_with(current: u32, keys: &[u32], cipher: Cipher) -> Seal {
    let keys = keys.iter().map(|number| (*number, [u8::try_from(*number).unwrap(); 32]));
    let turn = AtomicU8::new(1);
    let chance: Chance = Arc::new(move |buffer| buffer.fill(turn.fetch_add(1, Ordering::Relaxed)));
    Seal::new(Keyring::new(current, keys, [9; 32], cipher).unwrap(), chance)
}

fn damage(error: &StoreError) -> Damage {
    let StoreError::Bad { damage, .. } = error else { panic!("{error}") };
    *damage
}

#[test]
fn a_sealed_value_opens_in_its_place_only() {
    let row = RowName::new("users", 7);
    for cipher in [Cipher::Aes256Gcm, Cipher::Sm4Gcm] {
        let seal = seal_with(1, &[1], cipher);
        let sealed = seal.text(&row, "name", "张三");
        assert_eq!(seal.open_text(&row, "name", &sealed).unwrap(), "张三");
        let elsewhere = seal.open_text(&row, "email", &sealed).unwrap_err();
        assert_eq!(damage(&elsewhere), Damage::Seal);
        let another = seal.open_text(&RowName::new("users", 8), "name", &sealed).unwrap_err();
        assert_eq!(damage(&another), Damage::Seal);
    }
}

#[test]
fn every_changed_bit_shows() {
    let row = RowName::new("users", 7);
    let seal = seal_with(1, &[1], Cipher::Aes256Gcm);
    let sealed = seal.text(&row, "name", "张三");
    for at in 0..sealed.len() {
        let mut edited = sealed.clone();
        edited[at] ^= 1;
        assert!(seal.open_text(&row, "name", &edited).is_err(), "byte {at}");
    }
    for length in 0..sealed.len() {
        assert!(seal.open_text(&row, "name", &sealed[..length]).is_err(), "length {length}");
    }
}

#[test]
fn older_keys_and_the_other_cipher_still_open() {
    let row = RowName::new("users", 7);
    let old = seal_with(1, &[1], Cipher::Aes256Gcm).text(&row, "name", "李四");
    let rotated = seal_with(2, &[1, 2], Cipher::Sm4Gcm);
    assert_eq!(rotated.open_text(&row, "name", &old).unwrap(), "李四");
    let without = seal_with(2, &[2], Cipher::Sm4Gcm).open_text(&row, "name", &old).unwrap_err();
    assert_eq!(damage(&without), Damage::UnknownKey);
}

#[test]
fn equal_values_seal_differently_and_digest_equally() {
    let row = RowName::new("users", 7);
    let seal = seal_with(1, &[1], Cipher::Aes256Gcm);
    assert_ne!(seal.text(&row, "name", "王五"), seal.text(&row, "name", "王五"));
    assert_eq!(seal.digest("name", b"x"), seal.digest("name", b"x"));
    assert_ne!(seal.digest("name", b"x"), seal.digest("email", b"x"));
}

#[test]
fn a_keyring_tells_no_key_and_needs_its_current_one() {
    let shown = format!("{:?}", seal_with(1, &[1, 2], Cipher::Aes256Gcm));
    assert!(shown.contains("keys: [1, 2]"), "{shown}");
    assert!(!shown.contains("9, 9"), "{shown}");
    let missing = Keyring::new(3, [(1, [0; 32])], [0; 32], Cipher::default()).unwrap_err();
    assert_eq!(missing, KeyringError::NoCurrentKey(3));
    let twice = Keyring::new(1, [(1, [0; 32]), (1, [1; 32])], [0; 32], Cipher::default()).unwrap_err();
    assert_eq!(twice, KeyringError::TwoKeys(1));
}

proptest! {
    #[test]
    fn whatever_was_sealed_opens_to_itself_and_noise_does_not(
        plain in proptest::collection::vec(any::<u8>(), 0..200),
        noise in proptest::collection::vec(any::<u8>(), 0..80),
        chinese in any::<bool>(),
    ) {
        let row = RowName::new("uploads", 7);
        let seal = seal_with(1, &[1], if chinese { Cipher::Sm4Gcm } else { Cipher::Aes256Gcm });
        let sealed = seal.bytes(&row, "bytes", &plain);
        prop_assert!(seal.is_current(&sealed[..HEADER]));
        prop_assert_eq!(seal.open_bytes(&row, "bytes", &sealed).unwrap(), plain);
        prop_assert!(seal.open_bytes(&row, "bytes", &noise).is_err());
    }
}
