//! Icons: pictures of strangers, decoded within bounds and written anew as the form wants them.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::{DynamicImage, ImageFormat, ImageReader, RgbImage, RgbaImage};

use crate::facts::Icon;

/// Pixels of a side that an icon has at least.
pub(crate) const SIDE_LEAST: u32 = 96;
/// Pixels of a side that are decoded; stores ask for 512 or 1,024.
const SIDE_MOST: u32 = 1536;
/// Bytes a decoder may hold.
const DECODER_MOST: u64 = 12 << 20;
/// Bytes of an icon before it is decoded.
pub(crate) const FILE_MOST: usize = 4 << 20;
/// Bytes of the picture made. 100 KB (APP 图标: picture of at most 100 KB).
const PICTURE_MOST: usize = 100 * 1024;
/// Sides of the picture made, until it is small enough.
const SIDES: [u32; 6] = [512, 384, 256, 192, 128, SIDE_LEAST];
const QUALITIES: [u8; 2] = [90, 75];

/// Width and height by the header, when it is a picture that can be decoded and is large enough.
pub(crate) fn size(header: &[u8]) -> Option<(u32, u32)> {
    format(header)?;
    let size = imagesize::blob_size(header).ok()?;
    let size = (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
    let fits = |side: u32| (SIDE_LEAST..=SIDE_MOST).contains(&side);
    (fits(size.0) && fits(size.1)).then_some(size)
}

/// Decodes a picture; `None` when it is none, too large, or damaged.
pub(crate) fn decode(bytes: &[u8]) -> Option<RgbaImage> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format(bytes)?);
    let mut limits = image::Limits::default();
    limits.max_image_width = Some(SIDE_MOST);
    limits.max_image_height = Some(SIDE_MOST);
    limits.max_alloc = Some(DECODER_MOST);
    reader.limits(limits);
    reader.decode().ok().map(DynamicImage::into_rgba8)
}

/// The icon of an entry, from what stands in it.
pub(crate) fn from_file(entry: &str, bytes: &[u8]) -> Option<Icon> {
    size(bytes)?;
    from_pixels(entry, decode(bytes)?)
}

/// The icon of an entry, from its pixels: the largest picture that is small enough.
pub(crate) fn from_pixels(entry: &str, pixels: RgbaImage) -> Option<Icon> {
    let original = pixels.dimensions();
    let longer = original.0.max(original.1);
    let opaque = pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX);
    let sides = std::iter::once(longer).filter(|&side| side < SIDES[0]).chain(SIDES);
    let mut pixels = pixels;
    for side in sides.filter(|&side| side <= longer) {
        if pixels.width().max(pixels.height()) > side {
            pixels = smaller(&pixels, side);
        }
        let made = png(&pixels).or_else(|| if opaque { jpeg(&pixels) } else { None });
        if let Some((media_type, picture)) = made {
            let size = pixels.dimensions();
            return Some(Icon { entry: entry.to_owned(), original, size, media_type, picture });
        }
    }
    None
}

fn smaller(pixels: &RgbaImage, side: u32) -> RgbaImage {
    let longer = u64::from(pixels.width().max(pixels.height()));
    let scaled =
        |length: u32| u32::try_from(u64::from(length) * u64::from(side) / longer).unwrap_or(side).max(1);
    imageops::resize(pixels, scaled(pixels.width()), scaled(pixels.height()), FilterType::CatmullRom)
}

fn png(pixels: &RgbaImage) -> Option<(&'static str, Vec<u8>)> {
    let mut out = Cursor::new(Vec::new());
    pixels.write_to(&mut out, ImageFormat::Png).ok()?;
    Some(("image/png", out.into_inner())).filter(|(_, picture)| picture.len() <= PICTURE_MOST)
}

fn jpeg(pixels: &RgbaImage) -> Option<(&'static str, Vec<u8>)> {
    let plain = RgbImage::from_fn(pixels.width(), pixels.height(), |x, y| {
        let [red, green, blue, _] = pixels.get_pixel(x, y).0;
        image::Rgb([red, green, blue])
    });
    QUALITIES.into_iter().find_map(|quality| {
        let mut out = Vec::new();
        JpegEncoder::new_with_quality(&mut out, quality).encode_image(&plain).ok()?;
        Some(("image/jpeg", out)).filter(|(_, picture)| picture.len() <= PICTURE_MOST)
    })
}

/// The format by the first bytes, of those that are decoded here.
fn format(bytes: &[u8]) -> Option<ImageFormat> {
    let of = |at: usize, mark: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(mark));
    if of(0, b"\x89PNG\r\n\x1a\n") {
        Some(ImageFormat::Png)
    } else if of(0, b"\xff\xd8\xff") {
        Some(ImageFormat::Jpeg)
    } else if of(0, b"RIFF") && of(8, b"WEBP") {
        Some(ImageFormat::WebP)
    } else {
        None
    }
}
