//! Domains as they were sent, brought into the form in which they are kept.

use crate::message::download::sync::domains::SyncedDomain;
use crate::message::upload::domain::{addition, change};

/// The fields have the same names in additions and changes; only the id differs.
macro_rules! domain {
    ($one:expr, $bureau_id:expr, $record:expr) => {
        SyncedDomain {
            bureau_id: $bureau_id,
            record: $record,
            name: $one.name.clone(),
            kind: $one.kind,
            registered: $one.registered,
            registrant_name: $one.registrant_name.clone(),
            registrant_organisation: $one.registrant_organisation.clone(),
            registrant_address: $one.registrant_address.clone(),
            registrant_province: $one.registrant_province,
            registrant_city: $one.registrant_city,
            registrant_email: $one.registrant_email.clone(),
            registrant_phone: $one.registrant_phone.clone(),
            administrator_name: $one.administrator_name.clone(),
            administrator_organisation: $one.administrator_organisation.clone(),
            administrator_address: $one.administrator_address.clone(),
            administrator_province: $one.administrator_province,
            administrator_city: $one.administrator_city,
            administrator_email: $one.administrator_email.clone(),
            administrator_phone: $one.administrator_phone.clone(),
            payer_name: $one.payer_name.clone(),
            payer_organisation: $one.payer_organisation.clone(),
            payer_address: $one.payer_address.clone(),
            payer_province: $one.payer_province,
            payer_city: $one.payer_city,
            payer_email: $one.payer_email.clone(),
            payer_phone: $one.payer_phone.clone(),
            registrar: $one.registrar.clone(),
            name_servers: $one.name_servers.clone(),
            valid_until: $one.expires,
        }
    };
}

/// A new domain; it has no id of the bureau yet.
pub(super) fn added(one: &addition::Domain) -> SyncedDomain {
    domain!(one, 0, one.record)
}

/// A changed domain; it is named by the bureau's id only.
pub(super) fn changed(one: &change::Domain) -> SyncedDomain {
    domain!(one, one.bureau_id, 0)
}
