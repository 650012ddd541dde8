//! The answers that open an order, and the version a change leaves behind.

use beian_app::orders::Start;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What opens an order: who files, and which domain. The kind of order is derived.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = Start, example = json!({
    "nature": "enterprise", "name": "杭州示例科技有限公司", "certificate_type": "business-licence",
    "certificate_number": "91330108MA27EX4M3P", "province": "330000", "domain": "example.cn"
}))]
pub(in crate::api) struct StartDocument {
    /// 单位性质, a slug.
    pub nature: String,
    /// 单位名称.
    pub name: String,
    /// 证件类型, a slug.
    pub certificate_type: String,
    /// 证件号码.
    pub certificate_number: String,
    /// 备案省份, a region code.
    pub province: String,
    /// 域名.
    pub domain: String,
}

/// The version an order has now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Version, example = json!({"id": "01JC3K2M7Q4XA", "version": 4}))]
pub(in crate::api) struct VersionDocument {
    /// The order.
    pub id: String,
    /// Its version, also the `ETag`.
    pub version: i64,
}

impl From<StartDocument> for Start {
    fn from(typed: StartDocument) -> Self {
        Self {
            nature: typed.nature,
            name: typed.name,
            certificate_type: typed.certificate_type,
            certificate_number: typed.certificate_number,
            province: typed.province,
            domain: typed.domain,
        }
    }
}
