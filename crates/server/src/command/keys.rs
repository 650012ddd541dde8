//! `keys`: the keys that seal personal data.

use std::time::Duration;

use beian_app::Chance;
use beian_store::Blobs;

use crate::assemble::{configuration, database, store_chance};
use crate::config::Source;
use crate::telemetry;
use crate::terminal::say;

/// How much is sealed anew in one transaction.
const BATCH: u16 = 200;
/// A pause between two, so that people at work are not held up.
const PAUSE: Duration = Duration::from_millis(20);

/// Makes the key file.
pub fn new_keys(source: &Source) -> anyhow::Result<()> {
    let keys = configuration(source)?.keys;
    keys.create(&Chance::system())?;
    say(format!("{}: made. Back it up apart from the database. 请与数据库分开备份。", keys.file.display()));
    Ok(())
}

/// Adds a key that seals from now on.
pub fn rotate_keys(source: &Source) -> anyhow::Result<()> {
    let keys = configuration(source)?.keys;
    let number = keys.rotate(&Chance::system())?;
    say(format!("{}: key {number} seals from now on; older keys still open.", keys.file.display()));
    say("Bring the file to every machine, restart every process, then run `beian keys reseal`.");
    say("把密钥文件复制到每台机器，重启全部进程，再运行 beian keys reseal。");
    Ok(())
}

/// Seals everything stored under the newest key. The journal keeps its keys: it only grows.
pub async fn reseal(source: &Source) -> anyhow::Result<()> {
    telemetry::quiet();
    let config = configuration(source)?;
    let (store, keyring, _) = database(&config).await?;
    let blobs = Blobs::open(config.data.evidence(), keyring, store_chance()).await?;
    let mut count: u64 = 0;
    loop {
        let rows = store.reseal(u64::from(BATCH)).await?;
        let files = u64::try_from(blobs.reseal(usize::from(BATCH)).await?)?;
        if rows + files == 0 {
            break;
        }
        count += rows + files;
        tokio::time::sleep(PAUSE).await;
    }
    store.close().await?;
    say(format!("{count} values sealed anew. Keep older keys: the journal needs them."));
    Ok(())
}
