//! Where the bytes of an archive are collected and hashed: on a thread of their own once there are many,
//! since MD5 takes a third as long as everything else and nothing waits for it.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Builder, JoinHandle};

use md5::{Digest as _, Md5};

use super::{PackError, Packed};

/// Bytes handed over at a time.
pub(super) const PORTION: usize = 256 * 1024;
/// Portions that may wait.
const WAITING: usize = 4;
/// Room for the largest archive. Asked for at once: the system gives pages as they fill, and nothing is copied
/// as it grows.
const LARGEST: usize = 50_000_000;

/// Takes an archive in portions.
#[derive(Default)]
pub(super) enum Outlet {
    /// Nothing came yet.
    #[default]
    Empty,
    /// There is no thread to be had.
    Here(Hashed),
    /// The thread and the way to it.
    Apart(SyncSender<Vec<u8>>, JoinHandle<Hashed>),
}

/// What came, and its hash so far.
#[derive(Default)]
pub(super) struct Hashed {
    bytes: Vec<u8>,
    md5: Md5,
}

impl Outlet {
    /// Takes the next full portion.
    pub(super) fn push(&mut self, portion: Vec<u8>) {
        if matches!(self, Self::Empty) {
            let (sender, receiver) = sync_channel(WAITING);
            let worker = Builder::new().name("md5".to_owned()).spawn(move || Hashed::of(&receiver));
            *self =
                worker.map_or_else(|_| Self::Here(Hashed::default()), |worker| Self::Apart(sender, worker));
        }
        match self {
            Self::Empty => {}
            Self::Here(hashed) => hashed.push(&portion),
            // A thread that is gone shows when it is joined.
            Self::Apart(sender, _) => drop(sender.send(portion)),
        }
    }

    /// Takes the last portion and gives the whole.
    pub(super) fn finish(self, last: &[u8]) -> Result<Packed, PackError> {
        let mut hashed = match self {
            Self::Empty => Hashed::default(),
            Self::Here(hashed) => hashed,
            Self::Apart(sender, worker) => {
                drop(sender);
                worker.join().map_err(|_| PackError::Archive("the hash was not computed".to_owned()))?
            }
        };
        hashed.push(last);
        hashed.bytes.shrink_to_fit();
        Ok(Packed { zip: hashed.bytes, md5: hashed.md5.finalize().into() })
    }
}

impl Hashed {
    fn of(portions: &Receiver<Vec<u8>>) -> Self {
        let mut hashed = Self { bytes: Vec::with_capacity(LARGEST), md5: Md5::default() };
        for portion in portions {
            hashed.push(&portion);
        }
        hashed
    }

    fn push(&mut self, portion: &[u8]) {
        self.md5.update(portion);
        self.bytes.extend_from_slice(portion);
    }
}
