//! Returned and refused: what is wrong is said, mended, and filed.

use beian_acceptance::{World, stories};
use beian_domain::finding::Finding;
use beian_domain::id::OrderId;
use beian_domain::order::answers::Answers;
use beian_domain::order::field::{Field, FieldPath};
use beian_domain::order::stage::{Reason, Round, Stage, StageName};

stories!(
    returned_by_the_reviewer_mended_and_filed,
    refused_by_the_authority_mended_and_filed,
    stopped_by_the_check_mended_and_filed,
);

/// From the first review to the number, with nothing in the way.
async fn goes_through(world: &World, order: OrderId) {
    world.jobs_run().await;
    world.reviewer().await.approves(order).await;
    world.jobs_run().await;
    world.persons_in_charge().answer(order).await;
    world.minutes_pass(1).await;
    world.authority().approves(order).await;
    world.minutes_pass(1).await;
}

async fn returned_by_the_reviewer_mended_and_filed(world: World) {
    let customer = world.customer().await;
    let order = customer.files_website().await;
    world.jobs_run().await;
    let words = "营业执照上是“示例路”，请核对通信地址。";
    world.reviewer().await.returns(order, Field::SubjectAddress, words).await;
    world.jobs_run().await;

    // The customer sees the field and the reviewer's own words.
    let view = customer.sees(order).await;
    let Stage::Returned { reason: Reason::Provider { opinions, .. }, .. } = view.stage else {
        panic!("{:?}", view.stage)
    };
    assert_eq!(
        (opinions[0].field, opinions[0].words.as_str()),
        (FieldPath::of(Field::SubjectAddress), words)
    );

    // Mended and submitted again, it comes back to the desk with what changed.
    customer.corrects(order, |answers| answers.subject.address = "示例路1号6幢".into()).await;
    customer.submits(order).await;
    world.jobs_run().await;
    let review = world.reviewer().await.sees(order).await;
    assert!(matches!(review.stage, Stage::InReview { round: Round::Resubmitted, .. }), "{:?}", review.stage);
    let fields = review.steps.iter().flat_map(|step| &step.fields);
    let changed: Vec<_> = fields.filter(|field| field.before.is_some()).collect();
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0].path, FieldPath::of(Field::SubjectAddress));
    assert_eq!(changed[0].value, "示例路1号6幢");

    goes_through(&world, order).await;
    assert_eq!(customer.stage(order).await, StageName::Filed);
    // The authority has never seen the first version.
    assert_eq!(world.authority().uploads().await.len(), 1);
    assert!(world.journal_is_unbroken().await);
}

async fn refused_by_the_authority_mended_and_filed(world: World) {
    let customer = world.customer().await;
    let order = customer.files_website().await;
    world.jobs_run().await;
    world.reviewer().await.approves(order).await;
    world.jobs_run().await;
    world.persons_in_charge().answer(order).await;
    world.minutes_pass(1).await;

    let opinion = "网站名称与主办单位经营范围不符，请修改。";
    world.authority().refuses(order, opinion).await;
    world.minutes_pass(1).await;
    let view = customer.sees(order).await;
    let Stage::Returned { reason: Reason::Authority { opinion: told, .. }, .. } = &view.stage else {
        panic!("{:?}", view.stage)
    };
    assert_eq!(told, opinion);
    assert!(view.can.edit && view.can.submit);

    customer.corrects(order, |answers| answers.service_mut(0).name = "示例茶具官网".into()).await;
    customer.submits(order).await;
    goes_through(&world, order).await;
    assert_eq!(customer.stage(order).await, StageName::Filed);
    assert_eq!(customer.service_numbers().await.len(), 1);
    // Two versions went out, under two numbers without a gap.
    let sequences: Vec<i64> =
        world.authority().uploads().await.iter().map(|upload| upload.sequence).collect();
    assert_eq!(sequences, [1, 2]);
    assert!(customer.went_through(order, &["refused-by-authority", "submitted", "granted"]).await);
    assert!(world.journal_is_unbroken().await);
}

async fn stopped_by_the_check_mended_and_filed(world: World) {
    let customer = world.customer().await;
    let order = customer.prepares_website().await;
    // An emergency number that is the mobile of the one who cannot be reached: the authority would refuse it, so we say
    // so first.
    customer
        .corrects(order, |answers| {
            let mobile = answers.subject.person.mobile.clone();
            answers.subject.person.emergency_phone = mobile;
        })
        .await;
    customer.submits(order).await;
    world.jobs_run().await;
    let view = customer.sees(order).await;
    let Stage::Returned { reason: Reason::Precheck { findings, .. }, .. } = &view.stage else {
        panic!("{:?}", view.stage)
    };
    assert!(findings.iter().any(Finding::blocks), "{findings:?}");
    assert_eq!(world.reviewer().await.next().await, None, "no reviewer is troubled with it");

    let another = |answers: &mut Answers| answers.subject.person.emergency_phone = "13900000077".into();
    customer.corrects(order, another).await;
    customer.submits(order).await;
    goes_through(&world, order).await;
    assert_eq!(customer.stage(order).await, StageName::Filed);
}
