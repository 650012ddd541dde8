//! Writes what the fuzzers begin with: every document of the interface, packed and in its envelope.

use std::fs;
use std::path::Path;

use beian_authority::packing;
use beian_authority::sample::{self, Size};
use beian_authority::soap::{self, Method, Request};
use beian_authority::value::encode_base64;

fn main() -> std::io::Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for target in ["xml", "zip", "soap", "base64"] {
        fs::create_dir_all(corpus.join(target))?;
    }
    let keep = |target: &str, name: String, bytes: &[u8]| fs::write(corpus.join(target).join(name), bytes);
    for (size, seed) in [(Size::Least, 0), (Size::Random, 1), (Size::Random, 2)] {
        let uploads = sample::uploads(size, seed).into_iter().map(|document| document.to_xml());
        let downloads = sample::downloads(size, seed).into_iter().map(|document| document.to_xml());
        for (number, text) in uploads.chain(downloads).enumerate() {
            // Large pictures teach a fuzzer nothing.
            if text.len() > 40_000 {
                continue;
            }
            let name = format!("{size:?}-{seed}-{number}");
            keep("xml", name.clone(), text.as_bytes())?;
            if let Ok(packed) = packing::pack_text(&text, "a.xml") {
                keep("zip", name.clone(), &packed.zip)?;
                keep("base64", name.clone(), encode_base64(&packed.zip).as_bytes())?;
                let parameters = vec![
                    ("ispID".to_owned(), "1".to_owned()),
                    ("beianInfo".to_owned(), encode_base64(&packed.zip)),
                ];
                keep(
                    "soap",
                    name.clone(),
                    Request { method: Method::Upload, parameters }.to_xml().as_bytes(),
                )?;
            }
            keep("soap", format!("{name}-reply"), soap::reply_to_xml(Method::Download, &text).as_bytes())?;
        }
    }
    Ok(())
}
