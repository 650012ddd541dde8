//! The code tables in force at an authority account: what it delivered over what is built in.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use beian_authority::codes::{CodeEntry, CodeTables, Table};
use beian_authority::message::download::BaseCodes;
use beian_store::CodesVersion;

use super::apply::base_codes::delivered;
use crate::app::App;
use crate::failure::Failure;

/// The tables read last, by authority account, with what tells whether they have changed since.
pub(crate) type CodesCache = Mutex<BTreeMap<String, (CodesVersion, Arc<CodeTables>)>>;

/// The tables in force at an authority account. Read anew when another delivery has changed them, by whatever
/// process.
///
/// # Errors
/// When the database does not answer, or holds a table that cannot be read.
pub async fn tables_for(app: &App, authority: &str) -> Result<Arc<CodeTables>, Failure> {
    let version = app.store().codes_version(authority).await?;
    let cached = app.codes().lock().unwrap_or_else(PoisonError::into_inner).get(authority).cloned();
    if let Some((known, tables)) = cached
        && known == version
    {
        return Ok(tables);
    }
    let mut tables = CodeTables::built_in();
    for delivered in app.store().delivered_codes(authority).await? {
        // A table of a newer program is left out; the built-in rows stand in for it.
        let Some(table) = table(&delivered.name) else { continue };
        let entries: Vec<CodeEntry> = serde_json::from_str(&delivered.entries).map_err(Failure::fault)?;
        tables.replace(table, entries).map_err(Failure::fault)?;
    }
    let tables = Arc::new(tables);
    let mut cache = app.codes().lock().unwrap_or_else(PoisonError::into_inner);
    cache.insert(authority.to_owned(), (version, Arc::clone(&tables)));
    Ok(tables)
}

/// The built-in tables with those of a document (基础代码) in their place.
#[must_use]
pub fn code_tables(codes: &BaseCodes) -> CodeTables {
    let mut tables = CodeTables::built_in();
    for (table, entries) in delivered(codes) {
        // A table without rows was not delivered.
        let _ = tables.replace(table, entries);
    }
    tables
}

/// The stable name of a table in the store: the name of its element.
pub(super) fn name(table: Table) -> String {
    table.wrapper().to_owned()
}

/// The table of this stable name.
pub(super) fn table(name: &str) -> Option<Table> {
    Table::of_wrapper(name)
}
