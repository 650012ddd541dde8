//! A filing as the state keeps it: subject and services one by one, since a subject may have no service left,
//! which no document can say.

use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Serialize};

use crate::message::download::basj;
use crate::simulator::stored::Stored;

/// A filing in the state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Parts", into = "Parts")]
pub(in crate::simulator) struct KeptFiling(pub basj::Filing);

#[derive(Serialize, Deserialize)]
struct Parts {
    subject: Stored<basj::Subject>,
    services: Vec<Stored<basj::Service>>,
}

impl From<Parts> for KeptFiling {
    fn from(parts: Parts) -> Self {
        let services = parts.services.into_iter().map(|service| service.0).collect();
        Self(basj::Filing { subject: parts.subject.0, services, remark: None })
    }
}

impl From<KeptFiling> for Parts {
    fn from(KeptFiling(filing): KeptFiling) -> Self {
        let services = filing.services.into_iter().map(Stored).collect();
        Self { subject: Stored(filing.subject), services }
    }
}

impl Deref for KeptFiling {
    type Target = basj::Filing;

    fn deref(&self) -> &basj::Filing {
        &self.0
    }
}

impl DerefMut for KeptFiling {
    fn deref_mut(&mut self) -> &mut basj::Filing {
        &mut self.0
    }
}
