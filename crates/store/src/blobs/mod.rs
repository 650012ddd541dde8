//! Evidence bytes on disk: sealed, each content once, never half a file.

mod disk;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use sha2::{Digest as _, Sha256};

use crate::error::StoreError;
use crate::row::RowName;
use crate::seal::{Chance, Keyring, Seal};

/// Bytes by the digest of their content.
#[derive(Clone, Debug)]
pub struct Blobs {
    root: Arc<Path>,
    seal: Arc<Seal>,
}

/// Why bytes cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// There are none with this digest.
    #[error("no bytes with this digest")]
    Missing,
    /// The file is damaged, or its key is gone.
    #[error("damaged bytes")]
    Bad(#[source] Box<StoreError>),
    /// The disk refused.
    #[error("disk: {0}")]
    Disk(#[from] io::Error),
}

impl Blobs {
    /// Opens a directory, made when absent.
    pub async fn open(root: impl Into<PathBuf>, keyring: Keyring, chance: Chance) -> Result<Self, BlobError> {
        let root: PathBuf = root.into();
        let blobs = Self { root: root.into(), seal: Arc::new(Seal::new(keyring, chance)) };
        let fresh = blobs.fresh();
        blobs.blocking(move |_| Ok(std::fs::create_dir_all(fresh)?)).await?;
        Ok(blobs)
    }

    /// The SHA-256 in hex by which bytes are kept.
    pub fn digest_of(bytes: &[u8]) -> String {
        hex(&Sha256::digest(bytes))
    }

    /// Keeps bytes and gives their SHA-256 in hex. Equal bytes are kept once; a crash leaves all or nothing.
    pub async fn put(&self, bytes: Vec<u8>) -> Result<String, BlobError> {
        let digest = Self::digest_of(&bytes);
        let name = self.name(&digest);
        let mut chance = [0; 8];
        chance.copy_from_slice(&self.seal.draw_number().to_be_bytes());
        let fresh = self.fresh().join(hex(&chance));
        self.blocking(move |blobs| {
            let place = blobs.path(&name);
            if !place.try_exists()? {
                let sealed = blobs.seal.bytes(&row(&name), "bytes", &bytes);
                disk::write_whole(&fresh, &place, &sealed)?;
            }
            Ok(())
        })
        .await?;
        Ok(digest)
    }

    /// The bytes with this SHA-256 in hex.
    pub async fn get(&self, digest: &str) -> Result<Vec<u8>, BlobError> {
        let name = self.name(digest);
        let digest = digest.to_owned();
        self.blocking(move |blobs| {
            let sealed = std::fs::read(blobs.path(&name)).map_err(|error| {
                if error.kind() == io::ErrorKind::NotFound { BlobError::Missing } else { error.into() }
            })?;
            let row = row(&name);
            let bytes = blobs.seal.open_bytes(&row, "bytes", &sealed).map_err(damaged)?;
            if Self::digest_of(&bytes) == digest {
                Ok(bytes)
            } else {
                Err(damaged(row.bad("bytes", crate::error::Damage::Disagrees)))
            }
        })
        .await
    }

    /// Removes bytes that nothing points at any more; nothing happens when they are gone.
    pub async fn remove(&self, digest: &str) -> Result<(), BlobError> {
        let name = self.name(digest);
        self.blocking(move |blobs| disk::remove(&blobs.path(&name)).map_err(Into::into)).await
    }

    /// Removes what writers that died left behind more than `age` before `now`; tells how much.
    pub async fn sweep(&self, now: SystemTime, age: Duration) -> Result<u64, BlobError> {
        self.blocking(move |blobs| Ok(disk::sweep(&blobs.fresh(), now, age)?)).await
    }

    /// Seals up to `batch` files again that are under another key than the current; tells how many.
    /// Repeat until none is left.
    pub async fn reseal(&self, batch: usize) -> Result<usize, BlobError> {
        let mut names = Vec::new();
        for _ in 0..batch.max(1) {
            names.push(self.fresh().join(hex(&self.seal.draw_number().to_be_bytes())));
        }
        self.blocking(move |blobs| blobs.reseal_some(names)).await
    }

    fn reseal_some(&self, fresh: Vec<PathBuf>) -> Result<usize, BlobError> {
        let mut left = fresh.into_iter();
        let mut done = 0;
        for (name, place) in disk::files(&self.root)? {
            if self.seal.is_current(&disk::head(&place)?) {
                continue;
            }
            let Some(fresh) = left.next() else { break };
            let sealed = std::fs::read(&place)?;
            let bytes = self.seal.open_bytes(&row(&name), "bytes", &sealed).map_err(damaged)?;
            disk::write_whole(&fresh, &place, &self.seal.bytes(&row(&name), "bytes", &bytes))?;
            done += 1;
        }
        Ok(done)
    }

    /// The name tells nothing of the content to who lacks the keys.
    fn name(&self, digest: &str) -> String {
        hex(&self.seal.digest("blob", digest.as_bytes()))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.join(&name[..2]).join(&name[2..])
    }

    /// Where files are written before they are whole.
    fn fresh(&self) -> PathBuf {
        self.root.join("fresh")
    }

    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, BlobError> + Send + 'static,
    ) -> Result<T, BlobError> {
        let blobs = self.clone();
        match tokio::task::spawn_blocking(move || work(&blobs)).await {
            Ok(done) => done,
            Err(failed) => Err(BlobError::Disk(io::Error::other(failed))),
        }
    }
}

fn row(name: &str) -> RowName {
    RowName::keyed("blobs", name.to_owned())
}

fn damaged(error: StoreError) -> BlobError {
    BlobError::Bad(Box::new(error))
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a string cannot fail");
        text
    })
}
