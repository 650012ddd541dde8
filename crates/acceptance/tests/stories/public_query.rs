//! The public query (公共查询), and the authority's own answer to `isp_querybeianstatus`: they agree.

use beian_acceptance::{World, stories};
use beian_app::filings::public_query;
use beian_domain::order::stage::StageName;

stories!(the_public_and_the_authority_are_told_the_same);

async fn the_public_and_the_authority_are_told_the_same(world: World) {
    let customer = world.customer().await;
    let order = customer.files_website().await;
    let answers = customer.sees(order).await.answers;
    let (domain, certificate) = (answers.service(0).domain, answers.subject.certificate_number.clone());
    let agree = async |filed: bool| {
        let public = public_query(&world.app, &domain).await.unwrap();
        let status = world.authority().status_of_domain(&domain).await;
        let subject = world.authority().status_of_certificate(1, &certificate).await;
        assert_eq!((public.len(), status.filed, subject.filed), (usize::from(filed), filed, filed));
        public.into_iter().next().inspect(|record| {
            assert_eq!(status.service_number.as_deref(), Some(record.service_number.as_str()));
            assert_eq!(subject.subject_number.as_deref(), Some(record.subject_number.as_str()));
            assert_eq!(status.service_name.as_deref(), Some(record.service_name.as_str()));
        })
    };

    // Nothing is public before it is granted, wherever the order stands.
    world.jobs_run().await;
    agree(false).await;
    world.reviewer().await.approves(order).await;
    world.jobs_run().await;
    agree(false).await;
    world.persons_in_charge().answer(order).await;
    world.minutes_pass(1).await;
    agree(false).await;
    world.authority().approves(order).await;
    world.minutes_pass(1).await;
    assert_eq!(customer.stage(order).await, StageName::Filed);
    let record = agree(true).await.unwrap();

    // The same record by domain, by a page below it, by either number, by the company's name.
    let ways = [
        format!("shop.{domain}"),
        domain.to_uppercase(),
        record.service_number.to_string(),
        record.subject_number.to_string(),
        record.subject_name.clone(),
    ];
    for asked in ways {
        let found = public_query(&world.app, &asked).await.unwrap();
        assert_eq!(found.as_slice(), std::slice::from_ref(&record), "{asked}");
    }
    assert!(public_query(&world.app, "nobody-example.cn").await.unwrap().is_empty());
}
