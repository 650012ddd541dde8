//! Where bytes come from: anything that can be read at a place.

use std::cell::{Cell, RefCell};
use std::io::{self, Read, Seek, SeekFrom};

/// A file of known length that is read piece by piece.
pub trait Source {
    /// Bytes in all.
    fn len(&self) -> u64;

    /// Fills `into` from `offset` on.
    ///
    /// # Errors
    /// [`io::ErrorKind::UnexpectedEof`] when the file ends before, else what the reader says.
    fn read_at(&self, offset: u64, into: &mut [u8]) -> io::Result<()>;

    /// Whether there is nothing in it.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Source for [u8] {
    fn len(&self) -> u64 {
        self.len() as u64
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> io::Result<()> {
        let start = usize::try_from(offset).map_err(|_| io::ErrorKind::UnexpectedEof)?;
        let end = start.checked_add(into.len()).ok_or(io::ErrorKind::UnexpectedEof)?;
        into.copy_from_slice(self.get(start..end).ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }
}

impl Source for Vec<u8> {
    fn len(&self) -> u64 {
        Source::len(self.as_slice())
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> io::Result<()> {
        self.as_slice().read_at(offset, into)
    }
}

/// A reader that can seek: an open file.
#[derive(Debug)]
pub struct Seeking<R> {
    reader: RefCell<R>,
    len: u64,
}

impl<R: Read + Seek> Seeking<R> {
    /// Finds out how long it is.
    ///
    /// # Errors
    /// What the reader says.
    pub fn new(mut reader: R) -> io::Result<Self> {
        let len = reader.seek(SeekFrom::End(0))?;
        Ok(Self { reader: RefCell::new(reader), len })
    }
}

impl<R: Read + Seek> Source for Seeking<R> {
    fn len(&self) -> u64 {
        self.len
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> io::Result<()> {
        let mut reader = self.reader.borrow_mut();
        reader.seek(SeekFrom::Start(offset))?;
        reader.read_exact(into)
    }
}

/// Another source, with a count of what has been read from it.
pub struct Counted<'a> {
    inner: &'a dyn Source,
    read: Cell<u64>,
}

impl<'a> Counted<'a> {
    /// Nothing read so far.
    pub fn new(inner: &'a dyn Source) -> Self {
        Self { inner, read: Cell::new(0) }
    }

    /// Bytes read so far.
    pub fn read(&self) -> u64 {
        self.read.get()
    }
}

impl Source for Counted<'_> {
    fn len(&self) -> u64 {
        self.inner.len()
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> io::Result<()> {
        self.read.set(self.read.get() + into.len() as u64);
        self.inner.read_at(offset, into)
    }
}
