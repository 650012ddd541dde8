//! Jobs: what gives up is seen and can be started again; the worker works and stops.

use std::time::Duration;

use beian_app::jobs::{self, Worker};
use beian_app::{desk, orders};
use beian_domain::order::event::JobKind;
use beian_domain::order::stage::StageName;
use beian_store::Page;
use tokio_util::sync::CancellationToken;

use crate::house::House;

#[tokio::test]
async fn a_job_that_needs_a_person_waits_for_one() {
    for house in House::all().await {
        let (owner, desk_actor) = (house.company(1).await, house.reviewer().await);
        let server = house.server(owner, 1).await;
        let (order, version) = house.filled(owner, &server, 1).await;
        orders::submit(&house.app, owner, order, version).await.unwrap();
        house.work().await;
        let version = house.version(owner, order).await;
        desk::approve(&house.app, desk_actor, order, version, String::new()).await.unwrap();
        house.work().await;
        // There is no authority account for the province.
        let stuck = jobs::stuck(&house.app, desk_actor, Page::first(10)).await.unwrap();
        assert_eq!(stuck.rows.len(), 1);
        assert_eq!((stuck.rows[0].kind, stuck.rows[0].order), (JobKind::Upload, Some(order)));
        jobs::restart(&house.app, desk_actor, stuck.rows[0].id).await.unwrap();
        assert!(jobs::stuck(&house.app, desk_actor, Page::first(10)).await.unwrap().rows.is_empty());
        assert_eq!(house.work().await, 1);
        assert_eq!(jobs::stuck(&house.app, desk_actor, Page::first(10)).await.unwrap().rows.len(), 1);
    }
}

#[tokio::test]
async fn the_worker_works_until_it_is_told_to_stop() {
    for house in House::all().await {
        let owner = house.company(1).await;
        let server = house.server(owner, 1).await;
        let (order, version) = house.filled(owner, &server, 1).await;
        let shutdown = CancellationToken::new();
        let worker = tokio::spawn(Worker::run(house.app.clone(), shutdown.clone()));
        orders::submit(&house.app, owner, order, version).await.unwrap();
        let reviewed = async {
            while orders::view(&house.app, owner, order).await.unwrap().stage.name() != StageName::InReview {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), reviewed).await.expect("the check was run");
        shutdown.cancel();
        tokio::time::timeout(Duration::from_secs(20), worker).await.expect("the worker stops").unwrap();
    }
}
