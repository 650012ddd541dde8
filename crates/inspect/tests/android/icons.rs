//! Icons: rasters of several densities, adaptive ones in layers, and pictures that are too large or no pictures.

use image::{ImageFormat, Rgb, RgbImage};

use super::project::Project;
use super::tools::{read, say, there};

/// A picture of so many pixels on a side; the seed makes it one of its own.
pub fn png(side: u32, seed: u8) -> Vec<u8> {
    encoded(side, seed, ImageFormat::Png)
}

fn encoded(side: u32, seed: u8, format: ImageFormat) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    let shade = |value: u32| u8::try_from(value * 255 / side).unwrap();
    RgbImage::from_fn(side, side, |x, y| Rgb([shade(x), shade(y), seed])).write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// What no encoder makes small.
fn noise(side: u32) -> Vec<u8> {
    let mut chance = fastrand::Rng::with_seed(5);
    let mut out = std::io::Cursor::new(Vec::new());
    let picture = RgbImage::from_fn(side, side, |_, _| Rgb([chance.u8(..), chance.u8(..), chance.u8(..)]));
    picture.write_to(&mut out, ImageFormat::Png).unwrap();
    out.into_inner()
}

const APPLICATION: &str = r#"android:icon="@mipmap/launcher""#;
const ADAPTIVE: &str = r#"<adaptive-icon xmlns:android="http://schemas.android.com/apk/res/android">
<background android:drawable="@color/below"/><foreground android:drawable="@mipmap/above"/></adaptive-icon>"#;

#[test]
fn the_largest_raster_is_the_icon() {
    if !there() {
        return;
    }
    let project = Project::new("", APPLICATION, "");
    for (density, side) in [("mdpi", 48), ("hdpi", 72), ("xhdpi", 96), ("xxxhdpi", 192), ("xxhdpi", 144)] {
        project.write(&format!("res/mipmap-{density}/launcher.png"), &png(side, 1));
    }
    let package = project.build();
    let icon = read(&package).unwrap().app.unwrap().icon.unwrap();
    assert_eq!((icon.original, icon.size, icon.media_type), ((192, 192), (192, 192), "image/png"));
    let said = say(project.path(), "aapt dump badging unsigned.apk");
    assert!(said.contains(&format!("application-icon-640:'{}'", icon.entry)), "{said}");
    let ours = image::load_from_memory(&icon.picture).unwrap().into_rgb8();
    assert_eq!(ours, image::load_from_memory(&png(192, 1)).unwrap().into_rgb8());
}

#[test]
fn webp_and_jpeg_are_decoded_and_small_ones_are_none() {
    if !there() {
        return;
    }
    for (name, bytes, size) in [
        ("launcher.webp", encoded(192, 1, ImageFormat::WebP), Some((192, 192))),
        ("launcher.jpg", encoded(128, 1, ImageFormat::Jpeg), Some((128, 128))),
        ("launcher.png", png(95, 1), None),
        ("launcher.webp", b"RIFF\0\0\0\0WEBPVP8 nothing".to_vec(), None),
    ] {
        let project = Project::new("", APPLICATION, "");
        project.write(&format!("res/mipmap-xhdpi/{name}"), &bytes);
        let app = read(&project.build2("", "unsigned.apk")).unwrap().app.unwrap();
        assert_eq!(app.icon.map(|icon| icon.original), size, "{name}");
    }
}

#[test]
fn a_large_icon_becomes_a_small_picture() {
    if !there() {
        return;
    }
    let project = Project::new("", APPLICATION, "");
    project.write("res/mipmap-nodpi/launcher.png", &noise(600));
    let icon = read(&project.build()).unwrap().app.unwrap().icon.unwrap();
    assert_eq!(icon.original, (600, 600));
    assert!(icon.picture.len() <= 100 * 1024 && icon.size.0 >= 96, "{icon:?}");
    assert_eq!(image::load_from_memory(&icon.picture).unwrap().to_rgb8().dimensions(), icon.size);
}

#[test]
fn layers_of_an_adaptive_icon_are_laid_over_each_other() {
    if !there() {
        return;
    }
    let project = Project::new("", APPLICATION, "");
    project.write("res/mipmap-anydpi-v26/launcher.xml", ADAPTIVE.as_bytes());
    project.write("res/mipmap-xxxhdpi/above.png", &clear(432));
    project.write("res/values/colours.xml", b"<resources><color name=\"below\">#ff2040</color></resources>");
    let icon = read(&project.build()).unwrap().app.unwrap().icon.unwrap();
    // Of 432 pixels the 288 in the middle are shown.
    assert_eq!(icon.original, (288, 288));
    let picture = image::load_from_memory(&icon.picture).unwrap().into_rgba8();
    assert_eq!(picture.get_pixel(0, 0).0, [0xff, 0x20, 0x40, 0xff]);
    assert_eq!(picture.get_pixel(144, 144).0, [0, 0, 255, 255]);
}

/// A blue square in the middle of nothing.
fn clear(side: u32) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    let inside = |at: u32| (side / 3..side * 2 / 3).contains(&at);
    let picture = image::RgbaImage::from_fn(side, side, |x, y| {
        image::Rgba(if inside(x) && inside(y) { [0, 0, 255, 255] } else { [0; 4] })
    });
    picture.write_to(&mut out, ImageFormat::Png).unwrap();
    out.into_inner()
}
