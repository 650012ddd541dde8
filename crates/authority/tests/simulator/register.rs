//! What is filed goes on: new services, new accesses, changes and cancellations, decided like filings, told to
//! everyone concerned.

use beian_authority::client::Client;
use beian_authority::message::download::bajg::{About, OutcomeKind, RecordKind, Results};
use beian_authority::message::download::{DownloadDocument, IcpDownload, basj};
use beian_authority::message::upload::icp::cancellation::{Cancellation, Request};
use beian_authority::message::upload::icp::change::Change;
use beian_authority::message::upload::icp::new_access::FiledService;
use beian_authority::message::upload::icp::new_service::FiledSubject;
use beian_authority::message::upload::{IcpUpload, UploadDocument};
use beian_authority::packing;
use beian_authority::sample;
use beian_authority::simulator::{SimulatedAccount, SimulatorConfig};
use serde_json::json;

use super::stage::{Stage, client_of};

/// The provider beside the demo account.
fn other() -> SimulatedAccount {
    SimulatedAccount { isp_id: 1002, user_name: "other".to_owned(), ..SimulatedAccount::demo() }
}

fn without_phone_check(config: &mut SimulatorConfig) {
    config.settings.phone_check = false;
    with_other(config);
}

fn with_other(config: &mut SimulatorConfig) {
    // What the samples carry.
    config.settings.filing_password = Some("sample".to_owned());
    config.accounts.push(other());
}

async fn send(stage: &Stage, client: &Client, sequence: i64, fill: impl FnOnce(&mut IcpUpload)) {
    let mut icp = IcpUpload::of(client.unit());
    fill(&mut icp);
    let document = UploadDocument::Icp(icp);
    assert_eq!(document.schema_violations(), []);
    let packed = packing::pack_text(&document.to_xml(), "a.xml").unwrap();
    client.upload(sequence, &packed, stage.nonce()).await.unwrap();
}

/// Everything waiting for a provider, each against our own schema.
async fn fetch(stage: &Stage, client: &Client) -> Vec<IcpDownload> {
    let mut documents = Vec::new();
    while let Some(file) = client.download(stage.nonce()).await.unwrap().file {
        let (document, warnings) = packing::unpack(&client.open(&file).unwrap()).unwrap();
        assert_eq!((warnings, document.violations()), (Vec::new(), Vec::new()));
        client.acknowledge(&file.name, stage.nonce()).await.unwrap();
        let DownloadDocument::Icp(icp) = document else { panic!("not about filings") };
        documents.push(icp);
    }
    documents
}

fn outcomes(documents: &[IcpDownload]) -> Vec<(About, OutcomeKind)> {
    let all = documents.iter().flat_map(|icp| icp.results.iter().flat_map(Results::outcomes));
    all.map(|outcome| (outcome.about, outcome.kind)).collect()
}

fn filing(documents: &[IcpDownload]) -> basj::Filing {
    let data = documents.iter().flat_map(|icp| &icp.filing_data).flat_map(|data| &data.filings);
    data.last().unwrap().clone()
}

fn cancelled(documents: &[IcpDownload]) -> Vec<(i64, i64)> {
    let all = documents.iter().flat_map(|icp| &icp.cancellations).flat_map(|one| &one.cancellations);
    all.map(|one| (one.kind, one.bureau_id)).collect()
}

fn cancel(kind: i64, bureau_id: i64) -> Cancellation {
    let password = Some(sample::PASSWORD.to_owned());
    let request = Request { kind, bureau_id, reason: 1, remark: None, password };
    Cancellation { requests: vec![request] }
}

/// A filed subject, and the filing data of it.
async fn filed(stage: &Stage) -> basj::Filing {
    stage.send(1, sample::new_filing(1)).await;
    stage.get("/").await;
    stage.approve(1).await;
    filing(&fetch(stage, &stage.client).await)
}

#[tokio::test]
async fn a_new_service_gets_the_next_number_and_no_number_comes_back() {
    let stage = Stage::with(without_phone_check).await;
    let first = filed(&stage).await;
    send(&stage, &stage.client, 2, |icp| icp.new_service = Some(sample::new_service(1))).await;
    let received = fetch(&stage, &stage.client).await;
    let number = About::Number(sample::subject_number(1));
    assert_eq!(outcomes(&received), [(number.clone(), OutcomeKind::Received { phone_check: false })]);
    let waiting = &stage.json("/control/filings?kind=new-service").await[0];
    assert_eq!((&waiting["kind"], &waiting["record"]), (&json!("new-service"), &json!(152)));

    stage.approve(2).await;
    let granted = fetch(&stage, &stage.client).await;
    // The result names the subject's number, the opinion the provider's record of the service.
    let expected = [
        (number, OutcomeKind::Granted { opinion: None }),
        (About::Ours(RecordKind::Service, 152), OutcomeKind::Granted { opinion: None }),
    ];
    assert_eq!(outcomes(&granted), expected);
    let second = filing(&granted);
    assert_eq!(second.services.len(), 2);
    assert_eq!(second.services[0], first.services[0]);
    assert_eq!(second.services[1].number.as_deref(), Some("粤ICP备2025000001号-2"));

    let id = second.services[1].bureau_id;
    send(&stage, &stage.client, 3, |icp| icp.cancellation = Some(cancel(Request::SERVICE, id))).await;
    assert!(fetch(&stage, &stage.client).await.is_empty(), "a cancellation is answered when it is decided");
    stage.approve(3).await;
    assert_eq!(cancelled(&fetch(&stage, &stage.client).await), [(Request::SERVICE, id)]);

    send(&stage, &stage.client, 4, |icp| {
        let mut again = sample::new_service(1);
        again.requests[0].subject = FiledSubject::BureauId(second.subject.bureau_id);
        icp.new_service = Some(again);
    })
    .await;
    stage.get("/").await;
    let (status, _) = stage.post("/control/filings/4/approve", json!({ "services": ["mini-program"] })).await;
    assert_eq!(status, 200);
    let third = filing(&fetch(&stage, &stage.client).await);
    assert_eq!(third.services[1].number.as_deref(), Some("粤ICP备2025000001号-3X"));
    assert_ne!(third.services[1].bureau_id, id);
}

#[tokio::test]
async fn everyone_with_an_access_is_told_and_sees_only_its_own_records() {
    let stage = Stage::with(without_phone_check).await;
    let first = filed(&stage).await;
    let client = client_of(&stage.base, &other());
    let service = first.services[0].bureau_id;
    send(&stage, &client, 1, |icp| {
        let mut access = sample::new_access(1);
        access.requests[0].service = FiledService::BureauId(service);
        access.requests[0].record = 777;
        access.requests[0].addresses[0].record = 778;
        icp.new_access = Some(access);
    })
    .await;
    stage.get("/").await;
    stage.approve(2).await;

    let told = fetch(&stage, &client).await;
    let about = About::Ours(RecordKind::Access, 777);
    let expected = [
        (about.clone(), OutcomeKind::Received { phone_check: false }),
        (about, OutcomeKind::Granted { opinion: None }),
    ];
    assert_eq!(outcomes(&told), expected);
    let theirs = filing(&told);
    let ours = fetch(&stage, &stage.client).await;
    assert_eq!(outcomes(&ours), [], "nobody answers what was not asked");
    let ours = filing(&ours);
    let records = |filing: &basj::Filing| {
        let accesses = filing.services[0].accesses.iter().map(|access| access.record).collect::<Vec<_>>();
        (filing.subject.record, filing.services[0].record, accesses)
    };
    assert_eq!(records(&ours), (Some(101), Some(102), vec![Some(104), None]));
    assert_eq!(records(&theirs), (None, None, vec![None, Some(777)]));

    let access = theirs.services[0].accesses[1].bureau_id;
    send(&stage, &client, 2, |icp| icp.cancellation = Some(cancel(Request::ACCESS, access))).await;
    stage.get("/").await;
    stage.approve(3).await;
    for client in [&client, &stage.client] {
        assert_eq!(cancelled(&fetch(&stage, client).await), [(Request::ACCESS, access)]);
    }
    send(&stage, &stage.client, 2, |icp| {
        icp.cancellation = Some(cancel(Request::SUBJECT, first.subject.bureau_id));
    })
    .await;
    stage.get("/").await;
    stage.approve(4).await;
    let gone = fetch(&stage, &stage.client).await;
    let about = About::Bureaus(Some(RecordKind::Subject), first.subject.bureau_id);
    assert_eq!(outcomes(&gone), [(about, OutcomeKind::Granted { opinion: None })]);
    assert_eq!(cancelled(&gone), [(Request::SUBJECT, first.subject.bureau_id)]);
    assert_eq!(fetch(&stage, &client).await, [], "it had no access any more");
    assert_eq!(stage.json("/control/register").await, json!([]));
}

#[tokio::test]
async fn a_change_replaces_what_it_names_and_keeps_the_numbers() {
    let stage = Stage::with(without_phone_check).await;
    let before = filed(&stage).await;
    let service = &before.services[0];
    let mut request = sample::change(1).requests.remove(0);
    request.attachments.clear();
    request.subject.bureau_id = before.subject.bureau_id;
    request.subject.person.email = "new@shop.example".into();
    let sent = &mut request.services[0];
    sent.bureau_id = service.bureau_id;
    sent.accesses[0].bureau_id = service.accesses[0].bureau_id;
    sent.accesses[0].addresses[0].bureau_id = None;
    sent.domains[0].bureau_id = None;
    sent.domains[0].name = "shop100.example".into();
    sent.home_url = None;
    send(&stage, &stage.client, 2, |icp| icp.change = Some(Change { requests: vec![request] })).await;
    stage.get("/").await;
    stage.approve(2).await;
    let after = filing(&fetch(&stage, &stage.client).await);
    assert_eq!(
        (after.subject.number.clone(), after.subject.bureau_id),
        (before.subject.number, before.subject.bureau_id)
    );
    assert_eq!(after.subject.person.email, "new@shop.example");
    let changed = &after.services[0];
    assert_eq!((&changed.number, changed.bureau_id), (&service.number, service.bureau_id));
    assert_eq!(changed.name, "示例商店1旗舰店");
    assert_eq!(changed.domains[0].name, "shop100.example");
    assert_ne!(changed.domains[0].bureau_id, service.domains[0].bureau_id, "a new domain has a new id");
    assert_eq!(changed.accesses[0].bureau_id, service.accesses[0].bureau_id);

    let stage = stage.restarted_with(without_phone_check).await;
    let register = stage.json("/control/register").await;
    assert_eq!(register[0]["services"][0]["domains"][0]["name"], "shop100.example");
}

#[tokio::test]
async fn the_persons_in_charge_are_asked_about_everything_but_an_access() {
    let stage = Stage::with(with_other).await;
    stage.send(1, sample::new_filing(1)).await;
    stage.get("/").await;
    stage.pass_phone_check(1).await;
    stage.approve(1).await;
    let filing = filing(&fetch(&stage, &stage.client).await);
    send(&stage, &client_of(&stage.base, &other()), 1, |icp| icp.new_access = Some(sample::new_access(1)))
        .await;
    let stages = |list: &serde_json::Value| {
        let each = list.as_array().unwrap().iter();
        each.map(|one| format!("{} {}", one["kind"], one["stage"]).replace('"', "")).collect::<Vec<_>>()
    };
    let list = stage.json("/control/filings?after=1").await;
    assert_eq!(stages(&list), ["new-access phone-check"]);
    assert_eq!(list[0]["mobiles"], json!([sample::subject_mobile(1), sample::service_mobile(1)]));
    stage.pass_phone_check(1).await;
    stage.approve(2).await;
    let access = filing.services[0].accesses[0].bureau_id;
    send(&stage, &stage.client, 2, |icp| icp.cancellation = Some(cancel(Request::ACCESS, access))).await;
    let subject = filing.subject.bureau_id;
    send(&stage, &stage.client, 3, |icp| icp.cancellation = Some(cancel(Request::SUBJECT, subject))).await;
    let list = stage.json("/control/filings?after=2").await;
    assert_eq!(stages(&list), ["cancel-access waiting", "cancel-subject phone-check"]);
    let (_, page) = stage.get("/").await;
    assert!(page.contains("取消接入") && page.contains("注销主体"));
    let (_, page) = stage.get("/filings/3").await;
    assert!(page.contains("通过，从备案库中注销") && page.contains(&access.to_string()));
}

#[tokio::test]
async fn what_the_register_no_longer_allows_is_refused_at_the_end() {
    let stage = Stage::with(without_phone_check).await;
    let filing = filed(&stage).await;
    send(&stage, &stage.client, 2, |icp| icp.new_service = Some(sample::new_service(1))).await;
    send(&stage, &stage.client, 3, |icp| {
        icp.cancellation = Some(cancel(Request::SUBJECT, filing.subject.bureau_id));
    })
    .await;
    stage.get("/").await;
    stage.approve(3).await;
    stage.approve(2).await;
    let late = outcomes(&fetch(&stage, &stage.client).await);
    let (_, kind) = late.last().unwrap();
    assert_eq!(*kind, OutcomeKind::Refused { codes: vec![], opinion: None });
    assert!(
        late.iter()
            .any(|(_, kind)| { *kind == OutcomeKind::Refused { codes: vec![1002, 1049], opinion: None } })
    );
}

#[tokio::test]
async fn a_subject_may_have_no_service_left() {
    let stage = Stage::with(without_phone_check).await;
    let before = filed(&stage).await;
    let service = before.services[0].bureau_id;
    send(&stage, &stage.client, 2, |icp| icp.cancellation = Some(cancel(Request::SERVICE, service))).await;
    stage.get("/").await;
    stage.approve(2).await;
    fetch(&stage, &stage.client).await;
    let stage = stage.restarted_with(without_phone_check).await;
    assert_eq!(stage.json("/control/register").await, json!([]), "no document could tell of it");
    send(&stage, &stage.client, 3, |icp| icp.new_service = Some(sample::new_service(1))).await;
    stage.get("/").await;
    stage.approve(3).await;
    let after = filing(&fetch(&stage, &stage.client).await);
    assert_eq!(after.subject.bureau_id, before.subject.bureau_id);
    assert_eq!(after.services[0].number.as_deref(), Some("粤ICP备2025000001号-2"));
}

#[tokio::test]
async fn an_answer_can_be_ordered() {
    let stage = Stage::with(without_phone_check).await;
    let order = json!({ "account": 1001, "record": 201, "codes": [1052, 5999] });
    assert_eq!(stage.post("/control/answers", order).await, (200, json!(1)));
    let nobody = json!({ "account": 7, "codes": [1052] });
    assert_eq!(stage.post("/control/answers", nobody).await.0, 404);
    assert_eq!(stage.post("/control/answers", json!({ "account": 1001, "codes": [] })).await.0, 422);
    stage.send(1, sample::new_filing(1)).await;
    stage.send(2, sample::new_filing(2)).await;
    let expected = [
        OutcomeKind::Received { phone_check: false },
        OutcomeKind::Refused { codes: vec![1052, 5999], opinion: None },
    ];
    assert_eq!(stage.kinds().await, expected);
    assert_eq!(stage.json("/control/answers").await, json!([]));
}
