//! The best raster among the icons of an App: a picture, or the layers of an adaptive icon laid over each other.

use image::{Rgba, RgbaImage, imageops};

use super::package::Form;
use super::table::{ANY_DENSITY, Config, Found, Table};
use super::value::{Element, Value};
use super::{proto_xml, xml};
use crate::Refusal;
use crate::archive::Archive;
use crate::facts::Icon;
use crate::icon;

/// Pictures looked at: two icons in six densities, round and square, with room to spare.
const CANDIDATES_MOST: usize = 32;
/// Bytes of a file that tell how large the picture in it is.
const HEADER: usize = 32 * 1024;
/// Bytes of a drawable.
const DRAWABLE_MOST: usize = 64 * 1024;
/// How many pixels of a layer are kept on a side.
const LAYER_MOST: u32 = 1024;
const PART: &str = "icon";
/// Attribute with what a layer shows.
const DRAWABLE: (u32, &str) = (0x0101_0199, "drawable");
/// Attribute with the picture of a `<bitmap>`.
const SOURCE: (u32, &str) = (0x0101_0119, "src");

/// What may be the icon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Candidate {
    /// A picture.
    Raster(Raster),
    /// A picture over a colour or over another picture.
    Layers {
        /// The lower layer.
        below: Layer,
        /// The upper one.
        above: Raster,
    },
}

/// A file with a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raster {
    entry: String,
    size: (u32, u32),
}

/// What an adaptive icon shows behind its picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Layer {
    /// One colour: alpha, red, green, blue.
    Colour(u32),
    /// A picture.
    Raster(Raster),
}

/// Where the files of an App are.
struct Files<'f, 'a> {
    archive: &'f Archive<'f>,
    form: Form,
    table: &'f Table<'a>,
}

/// What may be the icon, the best first; nothing is unpacked but headers and drawables.
pub(super) fn candidates<'a>(
    archive: &Archive<'_>,
    form: Form,
    table: &Table<'a>,
    icons: &[Value<'a>],
) -> Result<Vec<Candidate>, Refusal> {
    let files = Files { archive, form, table };
    let (mut rasters, mut layers) = (Vec::new(), Vec::new());
    for &icon in icons.iter().take(CANDIDATES_MOST) {
        for path in files.paths(icon)? {
            if let Some(raster) = files.raster(&path)? {
                rasters.push(raster);
            } else if let Some(found) = files.adaptive(&path)? {
                layers.push(found);
            }
        }
        // The next icon counts only where this one has no picture.
        if !rasters.is_empty() {
            break;
        }
    }
    rasters.sort_by_key(|raster| std::cmp::Reverse(raster.size.0.min(raster.size.1)));
    Ok(rasters.into_iter().map(Candidate::Raster).chain(layers).collect())
}

/// The first of the candidates that can be decoded.
pub(super) fn best(archive: &Archive<'_>, candidates: Vec<Candidate>) -> Result<Option<Icon>, Refusal> {
    for candidate in candidates {
        let icon = match candidate {
            Candidate::Raster(raster) => {
                read(archive, &raster)?.and_then(|bytes| icon::from_file(&raster.entry, &bytes))
            }
            Candidate::Layers { below, above } => composed(archive, &below, &above)?,
        };
        if icon.is_some() {
            return Ok(icon);
        }
    }
    Ok(None)
}

impl<'a> Files<'_, 'a> {
    /// Entries a value may name, those of the highest density first.
    fn paths(&self, value: Value<'a>) -> Result<Vec<String>, Refusal> {
        let found = if let Value::Reference(id) = value {
            self.table.values(id)?
        } else {
            vec![Found { config: Config::default(), value }]
        };
        let mut paths = Vec::new();
        for one in found {
            let density = one.config.density;
            if let Some(Value::Text(path)) = self.table.follow(one.value, "")? {
                let path = format!("{}{}", self.form.files(), path.decode(PART)?);
                paths.push((density == ANY_DENSITY, std::cmp::Reverse(density), path));
            }
        }
        paths.sort();
        paths.dedup();
        paths.truncate(CANDIDATES_MOST);
        Ok(paths.into_iter().map(|(_, _, path)| path).collect())
    }

    /// The picture in an entry, when it is one and large enough.
    fn raster(&self, path: &str) -> Result<Option<Raster>, Refusal> {
        let Some(entry) = self.archive.find(path) else { return Ok(None) };
        let size = icon::size(&self.archive.prefix(&entry, HEADER)?);
        Ok(size.map(|size| Raster { entry: path.to_owned(), size }))
    }

    /// The layers of an adaptive icon, when they are no vectors.
    fn adaptive(&self, path: &str) -> Result<Option<Candidate>, Refusal> {
        let (mut below, mut above) = (None, None);
        self.drawable(path, &mut |depth, element| {
            if depth == 1 && element.name.is("background") {
                below = element.android(DRAWABLE).map(|value| self.layer(value)).transpose()?.flatten();
            } else if depth == 1 && element.name.is("foreground") {
                above = element.android(DRAWABLE).map(|value| self.layer(value)).transpose()?.flatten();
            }
            Ok(())
        })?;
        let Some(Layer::Raster(above)) = above else { return Ok(None) };
        Ok(below.map(|below| Candidate::Layers { below, above }))
    }

    fn layer(&self, value: Value<'a>) -> Result<Option<Layer>, Refusal> {
        if let Some(Value::Colour(colour)) = self.table.follow(value, "")? {
            return Ok(Some(Layer::Colour(colour)));
        }
        for path in self.paths(value)? {
            if let Some(raster) = self.raster(&path)? {
                return Ok(Some(Layer::Raster(raster)));
            }
            if let Some(raster) = self.bitmap(&path)? {
                return Ok(Some(Layer::Raster(raster)));
            }
        }
        Ok(None)
    }

    /// The picture a `<bitmap>` shows.
    fn bitmap(&self, path: &str) -> Result<Option<Raster>, Refusal> {
        let mut found = None;
        self.drawable(path, &mut |depth, element| {
            if let (0, true, Some(value)) = (depth, element.name.is("bitmap"), element.android(SOURCE)) {
                for path in self.paths(value)? {
                    found = self.raster(&path)?;
                    if found.is_some() {
                        break;
                    }
                }
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Reads a drawable; what is no drawable has no elements.
    fn drawable(
        &self,
        path: &str,
        visit: &mut dyn FnMut(usize, &Element<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let Some(entry) = self.archive.find(path) else { return Ok(()) };
        if entry.size > DRAWABLE_MOST as u64 {
            return Ok(());
        }
        let bytes = self.archive.read(&entry, DRAWABLE_MOST)?;
        let limits = self.archive.limits();
        let walked = match self.form {
            Form::Apk => xml::walk(&bytes, PART, &limits, visit),
            Form::Bundle => proto_xml::walk(&bytes, PART, &limits, visit),
        };
        // A picture too small, or of another format, is no drawable.
        if let Err(
            Refusal::Damaged { part, .. } | Refusal::Truncated { part } | Refusal::Hostile { part, .. },
        ) = &walked
            && part == PART
        {
            return Ok(());
        }
        walked
    }
}

fn read(archive: &Archive<'_>, raster: &Raster) -> Result<Option<Vec<u8>>, Refusal> {
    match archive.find(&raster.entry) {
        Some(entry) if entry.size <= icon::FILE_MOST as u64 => {
            archive.read(&entry, icon::FILE_MOST).map(Some)
        }
        Some(_) | None => Ok(None),
    }
}

/// An adaptive icon as a launcher shows it before it cuts out its shape: of 108 units the 72 in the middle.
fn composed(archive: &Archive<'_>, below: &Layer, above: &Raster) -> Result<Option<Icon>, Refusal> {
    let pixels = |raster: &Raster| {
        let fits = raster.size.0.max(raster.size.1) <= LAYER_MOST;
        let bytes = if fits { read(archive, raster)? } else { None };
        Ok::<_, Refusal>(bytes.and_then(|bytes| icon::decode(&bytes)))
    };
    let Some(above_pixels) = pixels(above)? else { return Ok(None) };
    let (width, height) = above_pixels.dimensions();
    let mut canvas = match below {
        Layer::Colour(colour) => {
            let [alpha, red, green, blue] = colour.to_be_bytes();
            RgbaImage::from_pixel(width, height, Rgba([red, green, blue, alpha]))
        }
        Layer::Raster(raster) => match pixels(raster)? {
            Some(pixels) => imageops::resize(&pixels, width, height, imageops::FilterType::CatmullRom),
            None => return Ok(None),
        },
    };
    imageops::overlay(&mut canvas, &above_pixels, 0, 0);
    drop(above_pixels);
    let middle = imageops::crop_imm(&canvas, width / 6, height / 6, width * 2 / 3, height * 2 / 3).to_image();
    let large = middle.width().min(middle.height()) >= icon::SIDE_LEAST;
    Ok(if large { icon::from_pixels(&above.entry, middle) } else { None })
}
