//! `resources import`: the inventory from a file.

use std::path::Path;

use anyhow::Context as _;
use beian_app::resources::{Format, import_as_operator, read_file};

use crate::assemble::{Platform, configuration};
use crate::cli::Resources;
use crate::config::Source;
use crate::telemetry;
use crate::terminal::{explained, say};

/// Enters or updates servers, all or none.
pub async fn resources(source: &Source, resources: Resources) -> anyhow::Result<()> {
    telemetry::quiet();
    let Resources::Import { file } = resources;
    let text =
        std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    let raw = read_file(&text, format(&file)).map_err(|failure| anyhow::anyhow!(explained(&failure)))?;
    let platform = Platform::open(configuration(source)?).await?;
    let imported = import_as_operator(&platform.app, &raw).await;
    platform.close().await?;
    let ids = imported.map_err(|failure| anyhow::anyhow!("nothing was entered:{}", explained(&failure)))?;
    for (raw, id) in raw.iter().zip(&ids) {
        say(format!("{} {id}", raw.instance));
    }
    say(format!("{} servers entered. 已录入。", ids.len()));
    Ok(())
}

fn format(file: &Path) -> Format {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("csv") => Format::Csv,
        Some(_) | None => Format::Toml,
    }
}
