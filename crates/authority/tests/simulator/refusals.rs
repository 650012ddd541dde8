//! Content checks: each code of the table is reached by one thing wrong in an otherwise good filing.

use std::net::Ipv4Addr;

use beian_authority::message::Approval;
use beian_authority::message::download::bajg::{About, OutcomeKind};
use beian_authority::message::upload::xzba::{Filing, IpRange, Owner};
use beian_authority::message::upload::{IcpUpload, UploadDocument};
use beian_authority::packing;
use beian_authority::sample;
use beian_authority::value::Blob;

use super::stage::Stage;

type Spoil = fn(&mut Filing);

const SPOILT: &[(i64, Spoil)] = &[
    (1004, |filing| {
        filing.services[0].domains[0].name = "-shop1.example".into();
        filing.services[0].home_url = None;
    }),
    (1006, |filing| filing.services[0].accesses[0].addresses[0].first = Ipv4Addr::new(203, 0, 113, 200)),
    (1006, |filing| filing.services[0].accesses[0].addresses[0].first = Ipv4Addr::new(10, 0, 0, 1)),
    (1008, |filing| filing.subject.certificate.number = "914403000000000000".into()),
    (1009, |filing| filing.subject.person.email = "nobody.example".into()),
    (1010, |filing| filing.services[0].person.office_phone = Some("0755 8888 0000".to_owned())),
    (1011, |filing| filing.services[0].person.mobile = "12800000001".into()),
    (1012, |filing| filing.subject.person.msn = Some("nobody".to_owned())),
    (1013, |filing| filing.subject.person.qq = Some("no number".to_owned())),
    (1014, |filing| filing.subject.nature = Some(7)),
    (1015, |filing| filing.subject.person.certificate_number = Some("440300199001010001".to_owned())),
    (1019, |filing| filing.subject.address.city = 110_100),
    (1022, |filing| filing.services[0].home_url = Some("http://www.shop1.example/a b".to_owned())),
    (1024, |filing| {
        let ranges = &mut filing.services[0].accesses[0].addresses;
        let twin = IpRange { record: 999, ..ranges[0].clone() };
        ranges.push(twin);
    }),
    (1029, |filing| {
        let twin = filing.services[0].accesses[0].clone();
        filing.services[0].accesses.push(twin);
    }),
    (1031, |filing| filing.services[0].person.office_phone = None),
    (1033, |filing| {
        let scans = vec![Blob(sample::PICTURE.to_vec())];
        filing.services[0].approvals = vec![Approval { kind: 8, number: "示例字1号".to_owned(), scans }];
    }),
    (1034, |filing| filing.services[0].contents = vec![25]),
    (1035, |filing| filing.services[0].accesses[0].modes = vec![9]),
    (1036, |filing| filing.services[0].accesses[0].locations = vec![13]),
    (1039, |filing| {
        let twin = filing.services[0].domains[0].clone();
        filing.services[0].domains.push(twin);
    }),
    (1041, |filing| filing.services[0].home_url = Some("www.elsewhere.example".to_owned())),
    (1044, |filing| filing.subject.person.name = None),
    (1056, |filing| filing.attachments[0].format = 3),
    (1057, |filing| filing.attachments[2].purpose = 6),
    (1061, |filing| filing.attachments[0].owner = Owner { kind: Owner::SERVICE, record: 102 }),
    (1066, |filing| filing.services[0].languages = vec![30]),
];

#[tokio::test]
async fn each_code_has_its_cause() {
    let stage = Stage::with(|config| config.settings.phone_check = false).await;
    for (sequence, (code, spoil)) in (1..).zip(SPOILT) {
        let mut filing = sample::new_filing(1);
        spoil(&mut filing.filings[0]);
        stage.send(sequence, filing).await;
        let expected = OutcomeKind::Refused { codes: vec![*code], opinion: None };
        assert_eq!(stage.kinds().await, [expected], "code {code}");
    }
}

#[tokio::test]
async fn what_is_filed_or_under_way_clashes() {
    let stage = Stage::with(|config| config.settings.phone_check = false).await;
    let refused = |codes: &[i64]| OutcomeKind::Refused { codes: codes.to_vec(), opinion: None };
    stage.send(1, sample::new_filing(1)).await;
    stage.kinds().await;
    stage.send(2, sample::new_filing(1)).await;
    assert_eq!(stage.kinds().await, [refused(&[1003, 1005])], "under way");
    stage.approve(1).await;
    stage.kinds().await;
    stage.send(3, sample::new_filing(1)).await;
    assert_eq!(stage.kinds().await, [refused(&[1005])], "filed; the subject itself may add a site");
    let mut renamed = sample::new_filing(2);
    renamed.filings[0].subject.certificate = sample::filing(1).subject.certificate;
    stage.send(4, renamed).await;
    assert_eq!(stage.kinds().await, [refused(&[1003])], "certificate under another name");
}

#[tokio::test]
async fn a_file_as_a_whole_can_be_wrong() {
    let stage = Stage::with(|config| config.settings.phone_check = false).await;
    let good = UploadDocument::new_filing(1001, sample::new_filing(1)).to_xml();
    let spoilt = [
        (5001, good.replace("<Dwmc>深圳示例1号科技有限公司</Dwmc>", "")),
        (5001, good.replace("<Bbfs>1</Bbfs>", "<Bbfs>7</Bbfs>")),
        (5001, "<!DOCTYPE x [<!ENTITY a 'b'>]><UploadData version=\"V.3.0\"/>".to_owned()),
        (5003, good.replace("<Qqdwid>1001</Qqdwid>", "<Qqdwid>1002</Qqdwid>")),
        (5004, good.replace("V.3.0", "V.2.1")),
    ];
    for (sequence, (code, text)) in (1..).zip(spoilt) {
        assert_ne!(text, good);
        let packed = packing::pack_text(&text, "a.xml").unwrap();
        stage.client.upload(sequence, &packed, stage.nonce()).await.unwrap();
        let (outcomes, _) = stage.fetch_all().await;
        assert!(matches!(outcomes[0].about, About::File(_)), "{:?}", outcomes[0].about);
        let expected = OutcomeKind::Refused { codes: vec![code], opinion: None };
        assert_eq!(outcomes[0].kind, expected);
    }
}

#[tokio::test]
async fn documents_that_are_not_served_are_said_so() {
    let stage = Stage::with(|config| config.settings.phone_check = false).await;
    let mut icp = IcpUpload::of(1001);
    icp.new_filing = Some(sample::new_filing(1));
    icp.cancellation = Some(sample::cancellation(2));
    let packed = packing::pack(&UploadDocument::Icp(icp), "a.xml").unwrap();
    stage.client.upload(1, &packed, stage.nonce()).await.unwrap();
    let expected = [
        OutcomeKind::Refused { codes: vec![5011], opinion: None },
        OutcomeKind::Received { phone_check: false },
    ];
    assert_eq!(stage.kinds().await, expected);
}
