//! Evidence bytes on disk.

use std::path::Path;
use std::time::{Duration, SystemTime};

use beian_store::testing::{chance, keyring};
use beian_store::{BlobError, Blobs, Cipher, Keyring};

async fn open(directory: &Path) -> Blobs {
    Blobs::open(directory, keyring(1), chance()).await.unwrap()
}

/// Every file below a directory.
fn files(directory: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

#[tokio::test]
async fn equal_bytes_are_kept_once_and_sealed() {
    let directory = tempfile::tempdir().unwrap();
    let blobs = open(directory.path()).await;
    let digest = blobs.put(b"a picture of a licence".to_vec()).await.unwrap();
    assert_eq!(digest, blobs.put(b"a picture of a licence".to_vec()).await.unwrap());
    assert_eq!(blobs.get(&digest).await.unwrap(), b"a picture of a licence");
    let files = files(directory.path());
    assert_eq!(files.len(), 1);
    let kept = std::fs::read(&files[0]).unwrap();
    assert!(!kept.windows(7).any(|window| window == b"licence"));
    assert!(!files[0].to_string_lossy().contains(&digest[..8]), "the name tells the content");
    blobs.remove(&digest).await.unwrap();
    blobs.remove(&digest).await.unwrap();
    assert!(matches!(blobs.get(&digest).await, Err(BlobError::Missing)));
}

#[tokio::test]
async fn many_writers_of_the_same_bytes_agree() {
    let directory = tempfile::tempdir().unwrap();
    let blobs = open(directory.path()).await;
    let writers = (0..16).map(|_| {
        let blobs = blobs.clone();
        tokio::spawn(async move { blobs.put(vec![7; 100_000]).await.unwrap() })
    });
    for writer in writers.collect::<Vec<_>>() {
        let digest = writer.await.unwrap();
        assert_eq!(blobs.get(&digest).await.unwrap().len(), 100_000);
    }
    assert_eq!(files(directory.path()).len(), 1);
}

#[tokio::test]
async fn what_a_crash_leaves_is_no_evidence_and_is_swept() {
    let directory = tempfile::tempdir().unwrap();
    let blobs = open(directory.path()).await;
    let digest = blobs.put(b"whole".to_vec()).await.unwrap();
    let left = directory.path().join("fresh").join("half");
    std::fs::write(&left, b"ha").unwrap();
    let written = std::fs::metadata(&left).unwrap().modified().unwrap();
    let hour = Duration::from_hours(1);
    assert_eq!(blobs.sweep(written + hour, hour).await.unwrap(), 0);
    assert_eq!(blobs.sweep(written + hour * 2, hour).await.unwrap(), 1);
    assert!(!left.exists());
    assert_eq!(open(directory.path()).await.get(&digest).await.unwrap(), b"whole");
    assert_eq!(blobs.sweep(SystemTime::UNIX_EPOCH, hour).await.unwrap(), 0);
}

#[tokio::test]
async fn damage_shows() {
    let directory = tempfile::tempdir().unwrap();
    let blobs = open(directory.path()).await;
    let digest = blobs.put(b"a picture".to_vec()).await.unwrap();
    let file = files(directory.path()).remove(0);
    let mut bytes = std::fs::read(&file).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    std::fs::write(&file, &bytes).unwrap();
    assert!(matches!(blobs.get(&digest).await, Err(BlobError::Bad(_))));
    std::fs::write(&file, &bytes[..3]).unwrap();
    assert!(matches!(blobs.get(&digest).await, Err(BlobError::Bad(_))));
}

#[tokio::test]
async fn keys_rotate() {
    let directory = tempfile::tempdir().unwrap();
    let blobs = open(directory.path()).await;
    let mut digests = Vec::new();
    for number in 0..5_u8 {
        digests.push(blobs.put(vec![number; 10]).await.unwrap());
    }
    let rotated = Blobs::open(directory.path(), keyring(2), chance()).await.unwrap();
    assert_eq!(rotated.reseal(3).await.unwrap(), 3);
    assert_eq!(rotated.reseal(3).await.unwrap(), 2);
    assert_eq!(rotated.reseal(3).await.unwrap(), 0);
    let only_new = Keyring::new(2, [(2, [2; 32])], [9; 32], Cipher::Aes256Gcm).unwrap();
    let later = Blobs::open(directory.path(), only_new, chance()).await.unwrap();
    for (number, digest) in (0..5_u8).zip(digests) {
        assert_eq!(later.get(&digest).await.unwrap(), [number; 10]);
    }
}
