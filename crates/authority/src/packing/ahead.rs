//! The text of an archive, unpacked on one thread while it is read on another.

use std::io::{self, BufRead, Read};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Builder, scope};

use super::{UnpackError, entry};
use crate::gbk::gbk_reader;

/// Archives below this many bytes are not worth a thread.
const SMALL: usize = 256 * 1024;
/// Unpacked portions that may wait to be read, of [`entry`]'s size each.
const WAITING: usize = 8;

/// Lets `read` read the text of the single entry: UTF-8, whatever it was. It stands for the whole document
/// only if `read` came to its end without an error; [`UnpackError::from`] tells what an error was.
pub(crate) fn with_text<T>(zip: &[u8], read: impl FnOnce(&mut dyn BufRead) -> T) -> Result<T, UnpackError> {
    let content = entry(zip)?;
    if zip.len() < SMALL {
        return Ok(read(&mut gbk_reader(content)));
    }
    scope(|scope| {
        let (sender, receiver) = sync_channel(WAITING);
        let worker =
            Builder::new().name("inflate".to_owned()).spawn_scoped(scope, move || run(content, &sender));
        match worker {
            Ok(_) => Ok(read(&mut gbk_reader(Portions { receiver, ready: Vec::new(), used: 0 }))),
            Err(_) => Ok(read(&mut gbk_reader(entry(zip)?))),
        }
    })
}

/// Sends what there is until its end, an error, or until nobody wants it any more. The end is an empty portion.
fn run(mut content: impl BufRead, sender: &SyncSender<io::Result<Vec<u8>>>) {
    loop {
        let portion = content.fill_buf().map(<[u8]>::to_vec);
        let length = portion.as_ref().map_or(0, Vec::len);
        content.consume(length);
        if sender.send(portion).is_err() || length == 0 {
            return;
        }
    }
}

struct Portions {
    receiver: Receiver<io::Result<Vec<u8>>>,
    ready: Vec<u8>,
    used: usize,
}

impl BufRead for Portions {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.used == self.ready.len() {
            self.used = 0;
            // Nothing more comes after the end or an error.
            self.ready = self.receiver.recv().unwrap_or_else(|_| Ok(Vec::new()))?;
        }
        Ok(&self.ready[self.used..])
    }

    fn consume(&mut self, amount: usize) {
        self.used = self.ready.len().min(self.used + amount);
    }
}

impl Read for Portions {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let mut ready = self.fill_buf()?;
        let amount = ready.read(out)?;
        self.consume(amount);
        Ok(amount)
    }
}
