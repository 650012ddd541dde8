//! Facts that need the world, gathered before a check and kept with it, so that it can be repeated.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::ResourceId;
use crate::resource::Resource;

/// A resource named in the order, as the inventory knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourceFact {
    /// The resource.
    pub resource: Resource,
    /// Places taken by others than this order.
    pub used: u32,
}

/// What is known of the world for one check.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// Another order of the same subject is running on this platform.
    pub subject_has_running_order: bool,
    /// The subject's certificate is already filed, here or elsewhere.
    pub subject_filed: bool,
    /// The domains of this order that are already filed, here or elsewhere, in ASCII form.
    pub filed_domains: Vec<String>,
    /// The resources of the account that the order names; one that is absent is not the account's.
    pub resources: BTreeMap<ResourceId, ResourceFact>,
    /// Fields whose text holds a character that the authority's encoding lacks, with the character.
    pub unencodable: BTreeMap<String, String>,
}
