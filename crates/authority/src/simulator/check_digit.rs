//! Check digits of the certificates the bureau can verify by arithmetic alone.

/// True for a resident identity card number (居民身份证, GB 11643) with a right check character.
pub fn is_id_card(number: &str) -> bool {
    let bytes = number.as_bytes();
    bytes.len() == 18
        && bytes[..17].iter().all(u8::is_ascii_digit)
        && id_card_digit(&number[..17]) == Some(char::from(bytes[17]).to_ascii_uppercase())
}

/// The check character for the first seventeen digits.
pub fn id_card_digit(digits: &str) -> Option<char> {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    if digits.len() != 17 {
        return None;
    }
    let values = digits.chars().map(|char| char.to_digit(10)).collect::<Option<Vec<_>>>()?;
    let sum: u32 = values.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
    "10X98765432".chars().nth((sum % 11) as usize)
}

const CREDIT_ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// True for a unified social credit code (统一社会信用代码, GB 32100) with a right check character.
pub fn is_credit_code(code: &str) -> bool {
    code.len() == 18
        && code.is_ascii()
        && credit_code_digit(&code[..17]).is_some_and(|digit| code.ends_with(digit))
}

/// The check character for the first seventeen characters.
pub fn credit_code_digit(characters: &str) -> Option<char> {
    const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    if characters.len() != 17 {
        return None;
    }
    let values = characters.chars().map(|char| CREDIT_ALPHABET.find(char)).collect::<Option<Vec<_>>>()?;
    let sum: usize = values.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
    CREDIT_ALPHABET.chars().nth((31 - sum % 31) % 31)
}

#[cfg(test)]
mod tests {
    use super::{is_credit_code, is_id_card};

    #[test]
    fn the_examples_of_the_standards_pass() {
        // GB 11643-1999, annex: 11010519491231002X.
        assert!(is_id_card("11010519491231002X") && is_id_card("11010519491231002x"));
        assert!(!is_id_card("110105194912310021") && !is_id_card("1101051949123100"));
        // GB 32100-2015, worked example: 91350100M000100Y43.
        assert!(is_credit_code("91350100M000100Y43"));
        assert!(!is_credit_code("91350100M000100Y44") && !is_credit_code("9135"));
    }
}
