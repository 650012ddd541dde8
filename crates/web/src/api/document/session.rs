//! Who is signed in, and the token that writes must carry.

use serde::Serialize;
use utoipa::ToSchema;

/// The signed-in user.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Session, example = json!({
    "account": "示例科技", "name": "陈示例", "role": "owner", "csrf": "p3vXbS0R2c8"
}))]
pub(in crate::api) struct SessionDocument {
    /// The account's name (账号).
    pub account: String,
    /// The user's name.
    pub name: String,
    /// What the user may do: `owner`, `filer` or `viewer`.
    pub role: String,
    /// To be sent as `X-CSRF-Token` with every write.
    pub csrf: String,
}
