//! JCDM 基础代码: the bureau's tables, changed by the operator, delivered at the first download of a provider and
//! after each change.

mod document;
mod edit;

use crate::codes::{CodeEntry, CodeTables, Table};
use crate::message::download::{BaseCodes, DownloadDocument};
use crate::simulator::SimulatorError;
use crate::simulator::bureau::Bureau;
use crate::simulator::state::{Row, State};

/// How a delivery of codes is listed among the pushes.
pub(in crate::simulator) const BASE_CODES: &str = "base-codes";

impl Row for CodeEntry {}

impl State {
    /// The bureau's own tables: the built-in ones with what the operator changed.
    pub fn tables(&self) -> CodeTables {
        let mut tables = CodeTables::built_in();
        for table in Table::ALL {
            // A table without a change stays as it is built in.
            let _unchanged = tables.replace(*table, self.changed(*table).into_iter().flatten());
        }
        tables
    }

    /// The rows of a table the operator has changed, with those that stayed; `None` if nothing was changed.
    fn changed(&self, table: Table) -> Option<Vec<CodeEntry>> {
        let own = self.codes.between((table, i64::MIN)..=(table, i64::MAX));
        let own: Vec<CodeEntry> = own.map(|(_, entry)| entry.clone()).collect();
        let seeds = table.seed().iter().map(CodeEntry::from);
        (!own.is_empty()).then(|| seeds.chain(own).collect())
    }

    /// Whether a table may be delivered: that of the regions only when the operator has given the whole list,
    /// since a provider takes what is missing in a delivered table as forbidden.
    pub fn delivers(&self, table: Table) -> bool {
        table != Table::Regions || self.codes.between((table, i64::MIN)..=(table, i64::MAX)).next().is_some()
    }
}

impl Bureau<'_> {
    /// Takes over the accounts as filing units and the list of regions, where these are new.
    pub fn begin_codes(&mut self) {
        let tables = self.state.tables();
        for account in &self.config.accounts {
            if tables.find(Table::FilingUnits, account.isp_id).is_none() {
                let entry = CodeEntry::new(account.isp_id, format!("示例接入商{}", account.isp_id));
                self.state.codes.insert((Table::FilingUnits, account.isp_id), entry);
            }
        }
        for region in &self.config.regions {
            let key = (Table::Regions, region.id);
            if self.state.codes.get(&key).is_none() {
                self.state.codes.insert(key, region.clone());
            }
        }
    }

    /// Queues every table for a provider that downloads for the first time, if that is set.
    pub fn deliver_first_codes(&mut self, account: i64) -> Result<(), SimulatorError> {
        let wanted = self.state.settings().deliver_codes.unwrap_or(self.config.deliver_codes);
        let had = self.state.accounts.get(&account).is_none_or(|known| known.has_codes);
        if !wanted || had {
            return Ok(());
        }
        let codes = self.all_codes(account)?;
        self.send(BASE_CODES, String::new(), &[(account, DownloadDocument::BaseCodes(codes))])?;
        Ok(())
    }

    /// Every table that may be delivered; from now on they hold for the provider.
    pub(super) fn all_codes(&mut self, account: i64) -> Result<BaseCodes, SimulatorError> {
        let delivered: Vec<Table> =
            Table::ALL.iter().copied().filter(|table| self.state.delivers(*table)).collect();
        self.state.accounts.update(&account, |known| known.has_codes = true);
        self.hold_for(account, &delivered)
    }

    /// Changes a row of a table, and sends the table to every provider.
    pub fn change_code(
        &mut self,
        table: Table,
        change: &serde_json::Map<String, serde_json::Value>,
    ) -> Result<CodeEntry, SimulatorError> {
        let tables = self.state.tables();
        let entry = edit::changed(table, &tables, change)?;
        if !self.state.delivers(table) {
            let what = "the table of regions is delivered only when the simulator was started with a list";
            return Err(super::FieldError::new("table", what).into());
        }
        self.state.codes.insert((table, entry.id), entry.clone());
        let accounts: Vec<i64> = self.config.accounts.iter().map(|account| account.isp_id).collect();
        let waits = self.state.settings().deliver_codes.unwrap_or(self.config.deliver_codes);
        let mut documents = Vec::new();
        for account in accounts {
            // Who has downloaded nothing yet gets every table at the first download.
            let had = self.state.accounts.get(&account).is_some_and(|known| known.has_codes);
            if had || !waits {
                let codes = self.hold_for(account, &[table])?;
                documents.push((account, DownloadDocument::BaseCodes(codes)));
            }
        }
        self.send(BASE_CODES, table.zh().to_owned(), &documents)?;
        Ok(entry)
    }

    /// The document of some tables, which hold for the provider from now on.
    fn hold_for(&mut self, account: i64, delivered: &[Table]) -> Result<BaseCodes, SimulatorError> {
        let tables = self.state.tables();
        let mut held = self.state.code_tables.get(&account).cloned().unwrap_or_default();
        for table in delivered {
            let entries = tables.entries(*table).iter().cloned();
            held.replace(*table, entries).map_err(|error| SimulatorError::Document(error.to_string()))?;
        }
        self.state.code_tables.insert(account, held);
        Ok(document::of(&tables, delivered))
    }
}
