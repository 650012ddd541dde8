//! The four check digit algorithms of Chinese identity numbers.

/// ISO 7064 MOD 11-2 over the leading digits (GB 11643-1999: 居民身份证). `None` when one is no digit.
pub(crate) fn mod_11_2(body: &str) -> Option<char> {
    let sum = body.chars().try_fold(0, |sum, character| Some(((sum + character.to_digit(10)?) * 2) % 11))?;
    char::from_digit((12 - sum) % 11, 11).map(ten_as_x)
}

/// The alphabet of GB 32100-2015: digits and capitals without I, O, S, V, Z.
pub(super) const USCC_ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Weighted sum modulo 31 with weights 3^i (GB 32100-2015: 统一社会信用代码). `None` for a foreign character.
pub(crate) fn mod_31(body: &str) -> Option<char> {
    let mut weight = 1;
    let mut sum = 0;
    for character in body.chars() {
        sum = (sum + USCC_ALPHABET.find(character)? * weight) % 31;
        weight = weight * 3 % 31;
    }
    USCC_ALPHABET.chars().nth((31 - sum) % 31)
}

/// Weighted sum modulo 11 over eight digits or capitals (GB 11714-1997: 组织机构代码).
pub(crate) fn organisation_code(body: &str) -> Option<char> {
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let sum = body
        .chars()
        .zip(WEIGHTS)
        .try_fold(0, |sum, (character, weight)| Some(sum + character.to_digit(36)? * weight))?;
    char::from_digit((11 - sum % 11) % 11, 11).map(ten_as_x)
}

/// ISO 7064 MOD 11,10 (GS15-2006: 营业执照注册号 of 15 digits).
pub(super) fn mod_11_10(body: &str) -> Option<char> {
    let product = body.chars().try_fold(10, |product, character| {
        let sum = (product + character.to_digit(10)?) % 10;
        Some(if sum == 0 { 10 } else { sum } * 2 % 11)
    })?;
    char::from_digit((11 - product) % 10, 10)
}

/// Base 11 writes ten as `a`; the standards write it as `X`.
fn ten_as_x(digit: char) -> char {
    if digit == 'a' { 'X' } else { digit }
}
