//! XGTZ 相关通知: what the authority wants put right.

use beian_authority::message::download::icp::notices::Notices;
use beian_domain::supervision::{AuthorityNotice, Rectify};

use super::Came;

/// Keeps the notices.
pub(super) fn keep(notices: &Notices, came: &mut Came) {
    for notice in &notices.notices {
        came.told(AuthorityNotice {
            about: Rectify::of(notice.kind),
            number: notice.number.clone(),
            bureau_id: notice.bureau_id,
            text: notice.text.clone(),
            remark: notice.remark.clone(),
        });
    }
}
