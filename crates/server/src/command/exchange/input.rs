//! Files as they are handed in: their bytes, and their text whatever encoding it is in.

use std::path::Path;

use beian_authority::{gbk, soap};

use super::Stop;

/// The bytes of a file.
pub fn bytes(file: &Path) -> Result<Vec<u8>, Stop> {
    std::fs::read(file).map_err(|error| {
        Stop::Unusable(format!("{}: cannot be read: {error}. 文件无法读取。", file.display()))
    })
}

/// The text of a document or message. What is valid UTF-8 is that, whatever its first line says: editors save
/// as UTF-8 what names GBK, and Chinese text in GBK is never valid UTF-8.
pub fn text(file: &Path, bytes: Vec<u8>) -> Result<String, Stop> {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text.trim_start_matches('\u{feff}').to_owned()),
        Err(error) => error.into_bytes(),
    };
    if let Ok(text) = gbk::decode(&bytes) {
        return Ok(text);
    }
    let line = first_wrong_line(&bytes);
    soap::decode(bytes, None).map_err(|_| {
        Stop::Unusable(format!(
            "{}, line {line}: neither UTF-8 nor GBK text; save the file in one of the two. \
             既不是 UTF-8 也不是 GBK 编码。",
            file.display()
        ))
    })
}

/// The first line that is text in neither encoding.
fn first_wrong_line(bytes: &[u8]) -> usize {
    let wrong = |line: &[u8]| std::str::from_utf8(line).is_err() && gbk::decode(line).is_err();
    bytes.split(|byte| *byte == b'\n').position(wrong).map_or(1, |place| place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_read_in_both_encodings_whatever_it_says_of_itself() {
        let said = "<?xml version=\"1.0\" encoding=\"GBK\"?><a>管局</a>";
        let read = |bytes: Vec<u8>| text(Path::new("a.xml"), bytes).unwrap();
        assert_eq!(read(said.as_bytes().to_vec()), said);
        assert_eq!(read(gbk::encode(said).unwrap()), said);
        assert_eq!(read(format!("\u{feff}{said}").into_bytes()), said);
    }

    #[test]
    fn what_is_no_text_is_named_with_its_line() {
        let error = text(Path::new("a.xml"), b"<a>\n<b>\xff\xff</b>\n</a>".to_vec()).unwrap_err();
        assert!(error.to_string().starts_with("a.xml, line 2: "), "{error}");
    }
}
