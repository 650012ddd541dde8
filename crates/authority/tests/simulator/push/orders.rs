//! Filings to verify, notices, cancellations.

use beian_authority::sample;
use serde_json::json;

use super::super::stage::Stage;
use super::icp;

const SUBJECT: &str = "粤ICP备2025000001号";
const SERVICE: &str = "粤ICP备2025000001号-1";

#[tokio::test]
async fn a_filing_is_to_be_verified_as_it_is_in_the_register() {
    let stage = Stage::open().await;
    stage.grant(1).await;
    stage
        .push("verification-task", json!({ "number": SERVICE, "filed_by": "organiser", "remark": "请核实" }))
        .await;
    let task = icp(&stage).await.verification_tasks.unwrap().filings.remove(0);
    let sent = sample::filing(1);
    assert_eq!(task.subject.name, sent.subject.name);
    assert_eq!(task.subject.certificate.number, sent.subject.certificate.number);
    assert_eq!((task.subject.mode, task.remark.as_deref()), (0, Some("请核实")));
    let [service] = &task.services[..] else { panic!("{task:?}") };
    assert_eq!(service.domains[0].name, "shop1.example");
    assert_eq!(service.accesses[0].addresses.len(), sent.services[0].accesses[0].addresses.len());
    assert_eq!(service.accesses[0].filed_by, task.subject.bureau_id);

    stage.push("verification-task", json!({ "number": SUBJECT, "filed_by": "provider" })).await;
    let task = icp(&stage).await.verification_tasks.unwrap().filings.remove(0);
    let access = &task.services[0].accesses[0];
    assert_eq!((access.mode, access.filed_by), (1, 1001));
}

#[tokio::test]
async fn a_notice_says_what_is_to_be_put_right() {
    let stage = Stage::open().await;
    let notice =
        json!({ "about": "service", "number": SERVICE, "text": "请补充前置审批", "remark": "限期 5 日" });
    stage.push("notice", notice).await;
    let one = icp(&stage).await.notices.unwrap().notices.remove(0);
    assert_eq!((one.kind, one.number.as_deref(), one.bureau_id), (1, Some(SERVICE), None));
    assert_eq!((one.text.as_str(), one.remark.as_deref()), ("请补充前置审批", Some("限期 5 日")));
}

#[tokio::test]
async fn cancellations_name_subject_service_or_access() {
    let stage = Stage::open().await;
    stage.grant(1).await;
    stage.push("verification-task", json!({ "number": SUBJECT, "filed_by": "provider" })).await;
    let filed = icp(&stage).await.verification_tasks.unwrap().filings.remove(0);
    for (what, number, kind, id) in [
        ("service", SERVICE, 1, filed.services[0].bureau_id),
        ("subject", SUBJECT, 0, filed.subject.bureau_id),
    ] {
        stage.push("cancellation", json!({ "what": what, "number": number })).await;
        let one = icp(&stage).await.cancellations.unwrap().cancellations.remove(0);
        assert_eq!((one.kind, one.bureau_id), (kind, id));
    }
    assert_eq!(stage.json("/control/register").await, json!([]), "it is gone");
    // The official schema ends at 1, so this one is not judged by it.
    stage.push("cancellation", json!({ "what": "access", "bureau_id": 440_000_000_009_i64 })).await;
    let Some(beian_authority::message::download::DownloadDocument::Icp(icp)) = stage.fetch().await else {
        panic!("no file")
    };
    let one = icp.cancellations.unwrap().cancellations.remove(0);
    assert_eq!((one.kind, one.bureau_id), (2, 440_000_000_009));
}
