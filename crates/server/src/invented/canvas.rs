//! Drawing on a picture: bars, discs, strokes, and the two characters 样例 that mark it as a sample.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, Rgb, RgbImage};

/// A colour.
pub type Colour = [u8; 3];

/// Quality of the JPEG: these are drawings, more would be waste.
const QUALITY: u8 = 82;

/// A picture being drawn; coordinates are in pixels from the upper left corner.
pub struct Canvas {
    picture: RgbImage,
}

impl Canvas {
    /// An empty picture.
    pub fn new(width: u32, height: u32, ground: Colour) -> Self {
        Self { picture: RgbImage::from_pixel(width, height, Rgb(ground)) }
    }

    /// A filled rectangle.
    pub fn bar(&mut self, left: i32, top: i32, width: i32, height: i32, colour: Colour) {
        for y in top..top + height {
            for x in left..left + width {
                self.dot(x, y, colour);
            }
        }
    }

    /// The outline of a rectangle.
    pub fn frame(&mut self, inset: i32, thickness: i32, colour: Colour) {
        let (width, height) = self.size();
        let (across, down) = (width - 2 * inset, height - 2 * inset);
        self.bar(inset, inset, across, thickness, colour);
        self.bar(inset, height - inset - thickness, across, thickness, colour);
        self.bar(inset, inset, thickness, down, colour);
        self.bar(width - inset - thickness, inset, thickness, down, colour);
    }

    /// A filled ellipse.
    pub fn disc(&mut self, centre: (i32, i32), radius: (i32, i32), colour: Colour) {
        let (wide, high) = (i64::from(radius.0), i64::from(radius.1));
        for dy in -radius.1..=radius.1 {
            for dx in -radius.0..=radius.0 {
                let (x, y) = (i64::from(dx), i64::from(dy));
                if x * x * high * high + y * y * wide * wide <= wide * wide * high * high {
                    self.dot(centre.0 + dx, centre.1 + dy, colour);
                }
            }
        }
    }

    /// The outline of a circle.
    pub fn ring(&mut self, centre: (i32, i32), radius: i32, thickness: i32, colour: Colour) {
        let (outer, inner) = (radius * radius, (radius - thickness) * (radius - thickness));
        for dy in -radius..=radius {
            for dx in -radius..=radius {
                let far = dx * dx + dy * dy;
                if far <= outer && far >= inner {
                    self.dot(centre.0 + dx, centre.1 + dy, colour);
                }
            }
        }
    }

    /// A straight stroke with round ends.
    pub fn stroke(&mut self, from: (i32, i32), to: (i32, i32), thickness: i32, colour: Colour) {
        let steps = (to.0 - from.0).abs().max((to.1 - from.1).abs()).max(1);
        for step in 0..=steps {
            let x = from.0 + (to.0 - from.0) * step / steps;
            let y = from.1 + (to.1 - from.1) * step / steps;
            self.disc((x, y), (thickness / 2, thickness / 2), colour);
        }
    }

    /// 样例 (sample), each character `size` pixels high, from an upper left corner.
    pub fn sample_mark(&mut self, left: i32, top: i32, size: i32, colour: Colour) {
        for (number, strokes) in [SAMPLE_FIRST, SAMPLE_SECOND].into_iter().enumerate() {
            let left = left + i32::try_from(number).unwrap_or(0) * size * 11 / 10;
            for (x1, y1, x2, y2) in strokes {
                let place = |x: i32, y: i32| (left + x * size / 100, top + y * size / 100);
                self.stroke(place(*x1, *y1), place(*x2, *y2), (size / 13).max(3), colour);
            }
        }
    }

    /// The picture as JPEG.
    pub fn jpeg(&self) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let (width, height) = self.picture.dimensions();
        JpegEncoder::new_with_quality(&mut bytes, QUALITY)
            .encode(self.picture.as_raw(), width, height, ExtendedColorType::Rgb8)
            .expect("a picture in memory can be written to memory");
        bytes.into_inner()
    }

    fn size(&self) -> (i32, i32) {
        let (width, height) = self.picture.dimensions();
        (i32::try_from(width).unwrap_or(i32::MAX), i32::try_from(height).unwrap_or(i32::MAX))
    }

    fn dot(&mut self, x: i32, y: i32, colour: Colour) {
        if let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y))
            && x < self.picture.width()
            && y < self.picture.height()
        {
            self.picture.put_pixel(x, y, Rgb(colour));
        }
    }
}

type Strokes = &'static [(i32, i32, i32, i32)];

/// 样: 木 on the left, 羊 on the right, on a square of 100.
const SAMPLE_FIRST: Strokes = &[
    (4, 30, 42, 30),
    (23, 6, 23, 96),
    (23, 32, 5, 66),
    (23, 36, 40, 58),
    (58, 6, 65, 20),
    (88, 4, 79, 20),
    (50, 26, 96, 26),
    (54, 46, 92, 46),
    (46, 68, 98, 68),
    (73, 26, 73, 96),
];

/// 例: 亻, 歹 and 刂.
const SAMPLE_SECOND: Strokes = &[
    (22, 6, 6, 44),
    (15, 34, 15, 96),
    (28, 16, 66, 16),
    (44, 18, 28, 56),
    (40, 38, 62, 38),
    (62, 38, 32, 94),
    (36, 54, 46, 66),
    (76, 22, 76, 72),
    (94, 6, 94, 92),
    (94, 92, 84, 86),
];
