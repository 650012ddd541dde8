//! A table of the simulator's state: rows by key, indexed by tags, every change of it undone or written down.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Tag;

/// What can stand in a table.
pub trait Row: Clone + PartialEq + Serialize + DeserializeOwned {
    /// What it can be found by, besides its key.
    fn tags(&self) -> Vec<Tag> {
        Vec::new()
    }
}

/// What a table is looked up by.
pub trait Key: Clone + Ord + Serialize + DeserializeOwned {}

impl<K: Clone + Ord + Serialize + DeserializeOwned> Key for K {}

/// Rows by key. Rows change through the functions here only, so that the index is always right and a change
/// that fails leaves nothing behind.
#[derive(Debug, Clone)]
pub struct Table<K, V> {
    rows: BTreeMap<K, V>,
    index: BTreeMap<Tag, BTreeSet<K>>,
    /// The rows touched since the last [`Table::settle`], as they were before.
    before: BTreeMap<K, Option<V>>,
}

/// One row of a table on disk; without a value it is gone.
#[derive(Serialize)]
struct Written<'a, K, V> {
    t: &'a str,
    k: &'a K,
    v: Option<&'a V>,
}

/// The same, not yet known which table's.
#[derive(Debug, Deserialize)]
pub struct Read {
    /// Name of the table.
    pub t: String,
    /// Key.
    pub k: Value,
    /// Row.
    pub v: Value,
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self { rows: BTreeMap::new(), index: BTreeMap::new(), before: BTreeMap::new() }
    }
}

/// Tables are the same when their rows are.
impl<K: PartialEq, V: PartialEq> PartialEq for Table<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl<K: Key, V: Row> Table<K, V> {
    pub fn get(&self, key: &K) -> Option<&V> {
        self.rows.get(key)
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.rows.iter()
    }

    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.rows.values()
    }

    /// Rows from a key on, ascending.
    pub fn between(&self, keys: RangeInclusive<K>) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.rows.range(keys)
    }

    pub fn last_key(&self) -> Option<&K> {
        self.rows.keys().next_back()
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Keys of the rows that carry a tag, ascending.
    pub fn tagged<'t>(&'t self, tag: &Tag) -> impl DoubleEndedIterator<Item = &'t K> + use<'t, K, V> {
        self.index.get(tag).into_iter().flatten()
    }

    /// How many rows carry a tag.
    pub fn count(&self, tag: &Tag) -> usize {
        self.index.get(tag).map_or(0, BTreeSet::len)
    }

    /// Keys of the rows that carry one of the tags in between, in the order of the tags.
    pub fn tagged_between(&self, tags: RangeInclusive<Tag>) -> impl Iterator<Item = &K> {
        self.index.range(tags).flat_map(|(_, keys)| keys)
    }

    pub fn insert(&mut self, key: K, row: V) {
        self.remember(&key);
        self.unlist(&key);
        list(&mut self.index, &key, row.tags());
        self.rows.insert(key, row);
    }

    pub fn remove(&mut self, key: &K) -> Option<V> {
        self.remember(key);
        self.unlist(key);
        self.rows.remove(key)
    }

    /// Changes a row in place; `None` if there is none.
    pub fn update<T>(&mut self, key: &K, act: impl FnOnce(&mut V) -> T) -> Option<T> {
        self.remember(key);
        self.unlist(key);
        let row = self.rows.get_mut(key)?;
        let result = act(row);
        list(&mut self.index, key, row.tags());
        Some(result)
    }

    /// Puts back everything as it was when the change began.
    pub fn roll_back(&mut self) {
        for (key, row) in std::mem::take(&mut self.before) {
            self.unlist(&key);
            match row {
                Some(row) => {
                    list(&mut self.index, &key, row.tags());
                    self.rows.insert(key, row);
                }
                None => {
                    self.rows.remove(&key);
                }
            }
        }
    }

    /// What was changed is now how it is.
    pub fn settle(&mut self) {
        self.before.clear();
    }

    /// Writes down every row that differs from before, one line each.
    pub fn write_changes(&self, name: &str, out: &mut Vec<u8>) -> serde_json::Result<()> {
        for (key, before) in &self.before {
            let row = self.rows.get(key);
            if row != before.as_ref() {
                write_line(out, &Written { t: name, k: key, v: row })?;
            }
        }
        Ok(())
    }

    /// Writes down every row, one line each.
    pub fn write_all(&self, name: &str, out: &mut Vec<u8>) -> serde_json::Result<()> {
        self.rows
            .iter()
            .try_for_each(|(key, row)| write_line(out, &Written { t: name, k: key, v: Some(row) }))
    }

    /// Takes a row that was written down.
    pub fn take(&mut self, read: Read) -> serde_json::Result<()> {
        let key: K = serde_json::from_value(read.k)?;
        if read.v.is_null() {
            self.remove(&key);
        } else {
            self.insert(key, serde_json::from_value(read.v)?);
        }
        self.before.clear();
        Ok(())
    }

    fn remember(&mut self, key: &K) {
        if !self.before.contains_key(key) {
            self.before.insert(key.clone(), self.rows.get(key).cloned());
        }
    }

    /// Takes the row at a key, if there is one, out of the index.
    fn unlist(&mut self, key: &K) {
        for tag in self.rows.get(key).map(Row::tags).unwrap_or_default() {
            if let Some(keys) = self.index.get_mut(&tag) {
                keys.remove(key);
                if keys.is_empty() {
                    self.index.remove(&tag);
                }
            }
        }
    }
}

fn list<K: Key>(index: &mut BTreeMap<Tag, BTreeSet<K>>, key: &K, tags: Vec<Tag>) {
    for tag in tags {
        index.entry(tag).or_default().insert(key.clone());
    }
}

fn write_line(out: &mut Vec<u8>, line: &impl Serialize) -> serde_json::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.push(b'\n');
    Ok(())
}
