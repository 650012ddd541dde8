//! `exchange fetch`: what waits at an authority, as the worker fetches it; or a look at it.

use std::path::Path;

use beian_app::exchange::{Fetched, fetch_next, peek};
use beian_authority::packing::unpack_text;

use super::contents::in_utf8;
use super::progress::Progress;
use super::unpack::told;
use super::{Stop, output, platform_with, stopped};
use crate::assemble::Platform;
use crate::cli::Fetch;
use crate::config::Source;
use crate::terminal::say;

/// Fetches everything, or looks at the first file.
pub async fn run(source: &Source, fetch: &Fetch) -> anyhow::Result<()> {
    let platform = platform_with(source, &fetch.authority).await?;
    let done = if fetch.no_ack { look(&platform, fetch).await } else { all(&platform, fetch).await };
    platform.close().await?;
    Ok(done?)
}

async fn all(platform: &Platform, fetch: &Fetch) -> Result<(), Stop> {
    let progress = Progress::begin(fetch.telling);
    let (mut count, mut aside, mut more) = (0, 0, true);
    while more {
        progress.count(count + 1, "asking for the next file");
        let fetched = fetch_next(&platform.app, &fetch.authority).await;
        let Some(Fetched { file_name, zip, set_aside, more: next }) =
            fetched.map_err(|setback| stopped(setback, &fetch.authority))?
        else {
            break;
        };
        count += 1;
        more = next;
        let state = if set_aside.is_some() { "set aside" } else { "applied" };
        say(format!("{file_name}: {} bytes, stored, {state}, acknowledged", zip.len()));
        if let Some(why) = set_aside {
            aside += 1;
            say(format!("  {why}"));
        }
        kept(fetch.output.as_deref(), &file_name, &zip, fetch.force)?;
    }
    say(format!("{count} files fetched. 已下载 {count} 个文件。"));
    if aside == 0 {
        return Ok(());
    }
    Err(Stop::Refused(format!(
        "{aside} files are stored but could not be applied; they wait at /desk/jobs. 有文件未能处理，等待人工。"
    )))
}

/// Tells what comes next; it comes again, since nobody acknowledged it.
async fn look(platform: &Platform, fetch: &Fetch) -> Result<(), Stop> {
    let looked = peek(&platform.app, &fetch.authority).await;
    let Some((name, packed)) = looked.map_err(|setback| stopped(setback, &fetch.authority))? else {
        say("Nothing waits. 没有可下载的数据。");
        return Ok(());
    };
    say(format!("{name}: {} bytes, not acknowledged: it comes again", packed.zip.len()));
    if fetch.output.is_some() {
        return kept(fetch.output.as_deref(), &name, &packed.zip, fetch.force);
    }
    if let Ok(text) = unpack_text(&packed.zip) {
        told(Path::new(&name), &text);
    }
    Ok(())
}

/// Writes a file as it came and its document, where that was asked for.
fn kept(directory: Option<&Path>, name: &str, zip: &[u8], force: bool) -> Result<(), Stop> {
    let Some(directory) = directory else { return Ok(()) };
    let stem = safe(name);
    output::write(&directory.join(format!("{stem}.zip")), zip, force)?;
    match unpack_text(zip) {
        Ok(text) => {
            let xml = directory.join(format!("{stem}.xml"));
            output::write(&xml, in_utf8(&text).as_bytes(), force)?;
            told(&xml, &text);
        }
        Err(error) => say(format!("  {name}: {error}; the zip alone was written")),
    }
    Ok(())
}

/// A name that strangers chose, without what would lead elsewhere.
fn safe(name: &str) -> String {
    let stem = name.strip_suffix(".zip").or_else(|| name.strip_suffix(".xml")).unwrap_or(name);
    let kept = |ch: char| if ch.is_alphanumeric() || matches!(ch, '-' | '_' | '.') { ch } else { '_' };
    let text: String = stem.trim_start_matches('.').chars().take(100).map(kept).collect();
    if text.is_empty() { "file".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn a_name_of_the_authority_stays_in_its_directory() {
        assert_eq!(safe("../../etc/passwd"), "_.._etc_passwd");
        assert_eq!(safe("20260901.zip"), "20260901");
        assert_eq!(safe(""), "file");
    }
}
