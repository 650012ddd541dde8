//! Pictures for evidence: plain areas of a colour, of any size.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

/// A JPEG of one colour; another `shade` is another picture.
///
/// # Panics
/// Never: a picture in memory can be written.
pub fn jpeg(width: u32, height: u32, shade: u8) -> Vec<u8> {
    write(width, height, shade, ImageFormat::Jpeg)
}

/// The same as PNG.
///
/// # Panics
/// Never: a picture in memory can be written.
pub fn png(width: u32, height: u32, shade: u8) -> Vec<u8> {
    write(width, height, shade, ImageFormat::Png)
}

fn write(width: u32, height: u32, shade: u8, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = RgbImage::from_pixel(width, height, Rgb([240, shade, 230]));
    picture.write_to(&mut bytes, format).expect("memory takes every byte");
    bytes.into_inner()
}
