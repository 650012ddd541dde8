//! The picture for the authority: a JPEG small enough for the interface, made from what was uploaded.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageReader, Limits};

/// The longest side the first attempt keeps; more is not needed to read a certificate.
const LONGEST_SIDE: u32 = 1_600;
/// Below this side the print of a certificate cannot be read, so we stop rather than send a blur.
const SHORTEST_USEFUL_SIDE: u32 = 400;
/// JPEG qualities tried at each size, best first.
const QUALITIES: [u8; 4] = [85, 70, 55, 40];
/// The longest side we decode.
const MAX_SIDE: u32 = 12_000;
/// Memory one picture may take while it is decoded: 12,000 by 12,000 would be 576 MB, no certificate needs it.
const MAX_ALLOCATION: u64 = 256 * 1024 * 1024;

/// Why no picture for the authority could be made.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    /// The bytes cannot be decoded: damaged, or too large once unpacked.
    #[error("the picture cannot be decoded: {0}")]
    Undecodable(#[source] image::ImageError),
    /// The JPEG could not be written.
    #[error("the picture cannot be encoded: {0}")]
    Unencodable(#[source] image::ImageError),
    /// Even the smallest readable version is larger than allowed.
    #[error("the picture does not fit into {limit} bytes")]
    DoesNotFit {
        /// Bytes allowed.
        limit: usize,
    },
}

/// Makes a JPEG of at most `limit` bytes (interface document V3.0: 100 KB): smaller, then plainer, until it
/// fits. Nothing of the upload but its pixels goes on: no place, no camera, no thumbnail.
///
/// Takes up to a second of computing: call it where blocking is allowed.
pub fn for_wire(bytes: &[u8], limit: usize) -> Result<Vec<u8>, WireError> {
    let picture = decode(bytes)?;
    let mut side = picture.width().max(picture.height()).min(LONGEST_SIDE);
    loop {
        let shrunk = shrink(&picture, side);
        for quality in QUALITIES {
            let jpeg = encode(&shrunk, quality)?;
            if jpeg.len() <= limit {
                return Ok(jpeg);
            }
        }
        side = side * 4 / 5;
        if side < SHORTEST_USEFUL_SIDE {
            return Err(WireError::DoesNotFit { limit });
        }
    }
}

fn decode(bytes: &[u8]) -> Result<DynamicImage, WireError> {
    let io = |error| WireError::Undecodable(image::ImageError::IoError(error));
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(io)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_ALLOCATION);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(WireError::Undecodable)?;
    let turned = image::ImageDecoder::orientation(&mut decoder).map_err(WireError::Undecodable)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(WireError::Undecodable)?;
    picture.apply_orientation(turned);
    Ok(picture)
}

fn shrink(picture: &DynamicImage, side: u32) -> DynamicImage {
    let opaque = DynamicImage::ImageRgb8(picture.to_rgb8());
    if picture.width().max(picture.height()) <= side {
        opaque
    } else {
        opaque.resize(side, side, FilterType::Triangle)
    }
}

fn encode(picture: &DynamicImage, quality: u8) -> Result<Vec<u8>, WireError> {
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, quality);
    picture.write_with_encoder(encoder).map_err(WireError::Unencodable)?;
    Ok(jpeg)
}

#[cfg(test)]
mod tests {
    use image::{ImageFormat, Rgb, RgbImage};

    use super::*;
    use crate::chance::Chance;

    fn noise(width: u32, height: u32) -> Vec<u8> {
        let mut pixels = vec![0; usize::try_from(width * height * 3).unwrap()];
        Chance::seeded(1).fill(&mut pixels);
        let picture = RgbImage::from_raw(width, height, pixels).unwrap();
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    fn plain(width: u32, height: u32) -> Vec<u8> {
        let picture =
            RgbImage::from_fn(width, height, |x, y| Rgb([(x / 7 % 255) as u8, (y / 5 % 255) as u8, 200]));
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_large_picture_fits() {
        let limit = 100 * 1024;
        let small = for_wire(&plain(3000, 2000), limit).unwrap();
        assert!(small.len() <= limit);
        let size = imagesize::blob_size(&small).unwrap();
        assert!(size.width <= 1600 && size.width >= 400, "{size:?}");
        assert!(small.starts_with(&[0xff, 0xd8, 0xff]));
    }

    #[test]
    fn even_noise_is_shrunk_until_it_fits_or_said_not_to() {
        let limit = 100 * 1024;
        assert!(for_wire(&noise(1500, 1500), limit).unwrap().len() <= limit);
        assert!(matches!(for_wire(&noise(1500, 1500), 1_000), Err(WireError::DoesNotFit { .. })));
    }

    #[test]
    fn damaged_and_boundless_pictures_are_refused() {
        let mut cut = plain(600, 600);
        cut.truncate(cut.len() / 2);
        assert!(matches!(for_wire(&cut, 100_000), Err(WireError::Undecodable(_))));
        let mut bomb = plain(300, 300);
        bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        bomb[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
        assert!(matches!(for_wire(&bomb, 100_000), Err(WireError::Undecodable(_))));
    }
}
