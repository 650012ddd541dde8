//! Looking at what is uploaded before it is kept: the format by its first bytes, the size by its header.
//! Nothing is decoded here.

use beian_domain::evidence::{MAX_BYTES, PictureFormat};

use crate::failure::Refused;

/// The shortest side a readable certificate has, in pixels.
const MIN_SIDE: u32 = 300;
/// The longest side we are ready to decode later, in pixels.
const MAX_SIDE: u32 = 12_000;

/// What a picture is, by its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Picture {
    pub format: PictureFormat,
    pub width: u32,
    pub height: u32,
}

/// Reads format and size, or refuses with `picture-too-large` (facts `max`, `got`), `picture-not-a-picture`,
/// `picture-format`, or `picture-too-small` (facts `min`, `width`, `height`).
pub(crate) fn inspect(bytes: &[u8]) -> Result<Picture, Refused> {
    let got = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if got > MAX_BYTES {
        return Err(Refused::new("picture-too-large").with("max", MAX_BYTES).with("got", got));
    }
    let format = format(bytes)?;
    let size = imagesize::blob_size(bytes).map_err(|_| Refused::new("picture-not-a-picture"))?;
    let in_pixels = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let (width, height) = (in_pixels(size.width), in_pixels(size.height));
    if width.max(height) > MAX_SIDE {
        let refused = Refused::new("picture-too-large").with("max", MAX_SIDE);
        return Err(refused.with("width", width).with("height", height));
    }
    if width.min(height) < MIN_SIDE {
        let refused = Refused::new("picture-too-small").with("min", MIN_SIDE);
        return Err(refused.with("width", width).with("height", height));
    }
    Ok(Picture { format, width, height })
}

/// The format by the first bytes; a name or a media type that says otherwise is not believed.
fn format(bytes: &[u8]) -> Result<PictureFormat, Refused> {
    const JPEG: &[u8] = &[0xff, 0xd8, 0xff];
    const PNG: &[u8] = &[0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n'];
    if bytes.starts_with(JPEG) {
        Ok(PictureFormat::Jpeg)
    } else if bytes.starts_with(PNG) {
        Ok(PictureFormat::Png)
    } else if imagesize::image_type(bytes).is_ok() {
        // A picture, but of a kind the authority does not take: GIF, WebP, BMP, HEIC, …
        Err(Refused::new("picture-format"))
    } else {
        Err(Refused::new("picture-not-a-picture"))
    }
}

#[cfg(test)]
mod tests {
    use image::{ImageFormat, RgbImage};

    use super::*;

    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut bytes = std::io::Cursor::new(Vec::new());
        RgbImage::new(width, height).write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn format_and_size_come_from_the_bytes() {
        let jpeg = inspect(&picture(640, 400, ImageFormat::Jpeg)).unwrap();
        assert_eq!(jpeg, Picture { format: PictureFormat::Jpeg, width: 640, height: 400 });
        let png = inspect(&picture(300, 300, ImageFormat::Png)).unwrap();
        assert_eq!(png.format, PictureFormat::Png);
    }

    #[test]
    fn what_is_refused_and_why() {
        let code = |bytes: &[u8]| inspect(bytes).unwrap_err().code;
        assert_eq!(code(&picture(640, 299, ImageFormat::Png)), "picture-too-small");
        assert_eq!(code(b"%PDF-1.7"), "picture-not-a-picture");
        assert_eq!(code(b""), "picture-not-a-picture");
        assert_eq!(code(b"GIF89a\x00\x04\x00\x04\xf7\x00\x00"), "picture-format");
        assert_eq!(code(&[0xff, 0xd8, 0xff, 0xe0]), "picture-not-a-picture");
        assert_eq!(code(&vec![0xff; 4 * 1024 * 1024 + 1]), "picture-too-large");
        assert_eq!(code(&header_only(20_000, 400)), "picture-too-large");
    }

    /// A PNG that claims a size without having the pixels.
    fn header_only(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = picture(300, 300, ImageFormat::Png);
        bytes[16..20].copy_from_slice(&width.to_be_bytes());
        bytes[20..24].copy_from_slice(&height.to_be_bytes());
        bytes
    }
}
