//! ZXSJ 注销数据: what was cancelled in the authority's register. It names record ids; the filing number is looked
//! up among what we know of the authority's register. Our own register is not changed by it: a person decides.

use beian_authority::message::download::icp::cancellations::{Cancellations, cancelled};
use beian_domain::supervision::{Cancellation, Cancelled, Matter, MatterKind};
use beian_store::{Download, Tx};

use super::Came;
use crate::exchange::Setback;

/// Keeps what was cancelled.
pub(super) async fn keep(
    tx: &Tx,
    download: &Download,
    list: &Cancellations,
    came: &mut Came,
) -> Result<(), Setback> {
    for one in &list.cancellations {
        came.told(Cancellation {
            what: Cancelled::of(one.kind),
            bureau_id: one.bureau_id,
            number: number(tx, &download.authority, one.kind, one.bureau_id).await?,
            remark: one.remark.clone(),
        });
    }
    Ok(())
}

/// The filing number of a record of the authority, where we know it.
async fn number(tx: &Tx, authority: &str, kind: i64, bureau_id: i64) -> Result<Option<String>, Setback> {
    let kind = match kind {
        cancelled::SUBJECT => MatterKind::KnownSubject,
        cancelled::SERVICE => MatterKind::KnownService,
        _ => return Ok(None),
    };
    let known = tx.matter_by_bureau_id(authority, kind, bureau_id).await?;
    Ok(known.and_then(|known| numbered(&known.matter)))
}

fn numbered(matter: &Matter) -> Option<String> {
    matter.keys().number
}
