//! The list of tables: a new one is one line here, and is indexed, undone, logged and read back with the rest.

use super::table::{Read, Table};
use super::{AcceptedUpload, AccountState, Counter, FilingState, OutgoingFile, RandomState, SettingsOf};
use crate::codes::{CodeEntry, CodeTables, Table as CodeTable};
use crate::simulator::asked::{OpenTask, UnfiledSite};
use crate::simulator::blacklist::{Ban, Banned};
use crate::simulator::examine::forced::ForcedAnswer;
use crate::simulator::faults::Fault;
use crate::simulator::password::{Issued, Tries};
use crate::simulator::push::Pushed;
use crate::simulator::register::addresses::ReportedAddresses;
use crate::simulator::register::domains::ReportedDomain;
use crate::simulator::register::{Cancelled, FiledSubject};
use crate::simulator::settings::Settings;

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident: $key:ty => $row:ty,)*) => {
        /// Everything the simulator remembers.
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct State { $($(#[$doc])* pub $name: Table<$key, $row>,)* }

        impl State {
            /// Puts back everything as it was when the change began.
            pub fn roll_back(&mut self) { $(self.$name.roll_back();)* }

            /// What was changed is now how it is.
            pub fn settle(&mut self) { $(self.$name.settle();)* }

            /// Writes down what the change has touched, one line for every row.
            pub fn write_changes(&self, out: &mut Vec<u8>) -> serde_json::Result<()> {
                $(self.$name.write_changes(stringify!($name), out)?;)*
                Ok(())
            }

            /// Writes down everything, one line for every row.
            pub fn write_all(&self, out: &mut Vec<u8>) -> serde_json::Result<()> {
                $(self.$name.write_all(stringify!($name), out)?;)*
                Ok(())
            }

            /// Takes one row that was written down.
            pub fn take(&mut self, read: Read) -> serde_json::Result<()> {
                match read.t.as_str() {
                    $(stringify!($name) => self.$name.take(read),)*
                    other => Err(serde::de::Error::custom(format!("there is no table {other}"))),
                }
            }
        }
    };
}

tables! {
    /// Providers, by unit id.
    accounts: i64 => AccountState,
    /// Accepted uploads, by unit id and upload number.
    uploads: (i64, i64) => AcceptedUpload,
    /// Files for providers, by unit id and running number.
    outbox: (i64, i64) => OutgoingFile,
    /// What came in uploads and asks for a decision, by running number.
    filings: i64 => FilingState,
    /// The register, by bureau id.
    subjects: i64 => FiledSubject,
    /// What left the register, by bureau id.
    cancelled: i64 => Cancelled,
    /// Reported addresses, by bureau id.
    addresses: i64 => ReportedAddresses,
    /// Reported domain names, by bureau id.
    domains: i64 => ReportedDomain,
    /// What must not be filed.
    blacklist: Banned => Ban,
    /// Filings to verify, by unit id and bureau id of the subject.
    tasks: (i64, i64) => OpenTask,
    /// Unfiled sites to look after, by unit id and domain in lower case.
    unfiled_sites: (i64, String) => UnfiledSite,
    /// Base code tables that were delivered, by unit id.
    code_tables: i64 => CodeTables,
    /// Answers that were ordered and wait for their request, by running number.
    forced: i64 => ForcedAnswer,
    /// Filing passwords, by subject number.
    passwords: String => Issued,
    /// How often a password was asked about, by filing number.
    tries: String => Tries,
    /// Rows of the bureau's base code tables that differ from the built-in ones, by table and id.
    codes: (CodeTable, i64) => CodeEntry,
    /// What was sent unasked, by running number.
    pushes: i64 => Pushed,
    /// Last running number issued, by province and year (`粤2025`).
    issued: String => u32,
    /// Other running numbers.
    counters: Counter => i64,
    /// How the bureau behaves.
    settings: SettingsOf => Settings,
    /// Ordered faults that wait, by running number.
    faults: i64 => Fault,
    /// Faults at random; one row, key 0.
    random: i64 => RandomState,
    /// How often each kind of fault was done.
    done: String => u64,
    /// Digest of the script that was played; one row, key 0.
    script: i64 => String,
}
