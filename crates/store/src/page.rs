//! Pages of long lists by key, so that a page stays right while rows come and go.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};

/// The most rows of one page.
pub const MAX_LIMIT: u32 = 500;

/// Where a page ended: the instant and the number of its last row, and what tells rows apart that have both
/// in common. Opaque text outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    at: i64,
    id: i64,
    tie: i64,
}

impl Cursor {
    pub(crate) fn of_id(id: i64) -> Self {
        Self { at: 0, id, tie: 0 }
    }

    pub(crate) fn of(at: DateTime<Utc>, id: i64) -> Self {
        Self { at: at.timestamp_micros(), id, tie: 0 }
    }

    pub(crate) fn with_tie(self, tie: i64) -> Self {
        Self { tie, ..self }
    }

    pub(crate) fn tie(self) -> i64 {
        self.tie
    }

    pub(crate) fn id(self) -> i64 {
        self.id
    }

    pub(crate) fn at(self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.at).unwrap_or(DateTime::UNIX_EPOCH)
    }

    /// Reads the text of a URL; `None` when it is none of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (parts, []) = bytes.as_chunks::<8>() else { return None };
        let [at, id, tie] = parts else { return None };
        let number = |part: &[u8; 8]| i64::from_be_bytes(*part);
        Some(Self { at: number(at), id: number(id), tie: number(tie) })
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let bytes = [self.at, self.id, self.tie].map(i64::to_be_bytes).concat();
        f.write_str(&URL_SAFE_NO_PAD.encode(bytes))
    }
}

/// Which page is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// The end of the page before; `None` for the first.
    pub after: Option<Cursor>,
    /// The most rows wanted, at most 500.
    pub limit: u32,
}

impl Page {
    /// The first page.
    pub fn first(limit: u32) -> Self {
        Self { after: None, limit }
    }

    /// The page after `cursor`.
    pub fn after(cursor: Cursor, limit: u32) -> Self {
        Self { after: Some(cursor), limit }
    }

    fn rows(self) -> usize {
        usize::try_from(self.limit.clamp(1, MAX_LIMIT)).unwrap_or(1)
    }

    /// One row more than wanted tells whether there is a next page.
    pub(crate) fn fetch(self) -> u64 {
        u64::from(self.limit.clamp(1, MAX_LIMIT)) + 1
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paged<T> {
    /// The rows, in the order of the list.
    pub rows: Vec<T>,
    /// The next page begins after this; `None` on the last page.
    pub next: Option<Cursor>,
}

impl<T> Paged<T> {
    /// Cuts what was fetched to the page; `cursor` tells where a row stands.
    pub(crate) fn cut(mut rows: Vec<T>, page: Page, cursor: impl Fn(&T) -> Cursor) -> Self {
        let more = rows.len() > page.rows();
        rows.truncate(page.rows());
        let next = rows.last().filter(|_| more).map(cursor);
        Self { rows, next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_a_url_and_nothing_else_is_one() {
        let cursor = Cursor { at: 1_795_000_000_123_456, id: i64::MAX, tie: -1 };
        assert_eq!(Cursor::parse(&cursor.to_string()), Some(cursor));
        for text in ["", "x", "AAAA", "////", "AAAAAAAAAAAAAAAAAAAAAAAA"] {
            assert_eq!(Cursor::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_last_page_has_no_next() {
        let page = Page::first(2);
        assert_eq!(page.fetch(), 3);
        let cut = Paged::cut(vec![1, 2, 3], page, |id| Cursor::of_id(*id));
        assert_eq!((cut.rows, cut.next.map(Cursor::id)), (vec![1, 2], Some(2)));
        assert_eq!(Paged::cut(vec![1, 2], page, |id| Cursor::of_id(*id)).next, None);
    }
}
