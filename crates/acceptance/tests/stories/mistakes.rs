//! Mistakes in what is typed or brought: each is kept, named with its field, and told how to mend.

use beian_acceptance::{World, invalid_fields, jpeg, refused, stories};
use beian_app::orders;
use beian_domain::evidence::EvidenceKind;
use beian_domain::order::answers::Answers;
use beian_domain::order::stage::StageName;

stories!(
    numbers_that_cannot_be_right,
    papers_that_have_expired,
    a_character_the_authority_cannot_write,
    files_that_are_no_pictures,
    nothing_typed_is_lost,
);

/// One letter of an answer and what is said about it.
type Mistake = (fn(&mut Answers), &'static str);

async fn numbers_that_cannot_be_right(world: World) {
    let customer = world.customer().await;
    let order = customer.prepares_website().await;
    let right = customer.sees(order).await.answers;
    let mistakes: [Mistake; 7] = [
        (|a| turn_last(&mut a.subject.certificate_number), "subject.certificate-number: uscc-check-digit"),
        (
            |a| turn_last(&mut a.subject.person.certificate_number),
            "subject.person.certificate-number: resident-id-check-digit",
        ),
        (|a| a.subject.region = "330199".into(), "subject.region: answer-choice"),
        (|a| a.subject.person.mobile = "12800000001".into(), "subject.person.mobile: mobile-format"),
        (|a| a.subject.person.email = "nobody".into(), "subject.person.email: email-at-sign"),
        (|a| a.service_mut(0).domain = "http://example.cn/".into(), "services.0.domain: domain-scheme"),
        (
            |a| a.service_mut(0).access.addresses = "1.2.3".into(),
            "services.0.access.addresses: ip-range-form",
        ),
    ];
    for (spoil, said) in mistakes {
        let mut wrong = right.clone();
        spoil(&mut wrong);
        customer.types(order, &wrong).await;
        let fields = invalid_fields(customer.tries_to_submit(order).await);
        assert_eq!(fields.into_iter().collect::<Vec<_>>(), [said]);
        assert_eq!(customer.stage(order).await, StageName::Draft);
        customer.types(order, &right).await;
    }
    customer.submits(order).await;
}

fn turn_last(number: &mut String) {
    let last = number.pop().expect("a number has a last character");
    number.push(if last == '1' { '2' } else { '1' });
}

async fn papers_that_have_expired(world: World) {
    let customer = world.customer().await;
    let order = customer.prepares_website().await;
    customer.corrects(order, |answers| answers.subject.certificate_expiry = "2026-11-22".into()).await;
    customer.submits(order).await;
    world.jobs_run().await;
    assert_eq!(customer.stage(order).await, StageName::Returned);
    let findings = customer.findings(order).await;
    assert!(findings.iter().any(|said| said.starts_with("subject.certificate-expiry: ")), "{findings:?}");
    // It must hold three months more: on the ninetieth day it does.
    customer.corrects(order, |answers| answers.subject.certificate_expiry = "2027-02-20".into()).await;
    customer.submits(order).await;
    world.jobs_run().await;
    assert_eq!(customer.stage(order).await, StageName::Returned);
    customer.corrects(order, |answers| answers.subject.certificate_expiry = "2027-02-21".into()).await;
    customer.submits(order).await;
    world.jobs_run().await;
    let findings = customer.findings(order).await;
    assert_eq!(customer.stage(order).await, StageName::InReview, "{findings:?}");
}

async fn a_character_the_authority_cannot_write(world: World) {
    let customer = world.customer().await;
    let order = customer.prepares_website().await;
    // 𬭎 is a name people bear, and no character of GBK.
    customer.corrects(order, |answers| answers.subject.person.name = "王𬭎".into()).await;
    customer.submits(order).await;
    world.jobs_run().await;
    let view = customer.sees(order).await;
    assert_eq!(view.stage.name(), StageName::Returned);
    let said: Vec<_> = view.findings.iter().filter(|finding| finding.blocks()).collect();
    assert_eq!(said.len(), 1, "{said:?}");
    assert_eq!(said[0].field.to_string(), "subject.person.name");
    assert!(said[0].facts.values().any(|fact| fact == "𬭎"), "{said:?}");
    assert_eq!(world.authority().uploads().await, [], "nothing was sent that would be refused");
}

async fn files_that_are_no_pictures(world: World) {
    let customer = world.customer().await;
    let order = customer.opens(world.website()).await.unwrap();
    let brings = async |bytes: Vec<u8>| {
        orders::add_evidence(&world.app, customer.actor, order, EvidenceKind::SubjectCertificate, None, bytes)
            .await
    };
    assert_eq!(refused(brings(b"%PDF-1.7 invented".to_vec()).await).code, "picture-not-a-picture");
    assert_eq!(refused(brings(vec![0xff; 4 * 1024 * 1024 + 1]).await).code, "picture-too-large");
    assert_eq!(refused(brings(jpeg(120, 80, 10)).await).code, "picture-too-small");
    assert!(customer.sees(order).await.answers.evidence.is_empty());
    brings(jpeg(640, 400, 10)).await.unwrap();
    assert_eq!(customer.sees(order).await.answers.evidence.len(), 1);
}

async fn nothing_typed_is_lost(world: World) {
    let customer = world.customer().await;
    let website = world.website();
    let order = customer.opens(website).await.unwrap();
    let mut typed = website.answers(&customer.server);
    typed.subject.person.mobile = "138 0000".into();
    typed.subject.person.name = "  王".into();
    typed.service_mut(0).home_url = "不知道".into();
    customer.types(order, &typed).await;
    // Tomorrow everything is there, to the letter.
    world.time_passes(24).await;
    assert_eq!(customer.sees(order).await.answers, typed);
    let fields = invalid_fields(customer.tries_to_submit(order).await);
    assert!(fields.iter().any(|field| field.starts_with("subject.person.mobile: ")), "{fields:?}");
    assert_eq!(customer.sees(order).await.answers, typed);
}
