//! Resources and their places.

use beian_domain::id::{AccountId, OrderId, ResourceId};
use beian_domain::network::IpRange;
use beian_domain::region::Province;
use beian_domain::resource::{Billing, Resource};
use beian_domain::tables::AccessMode;
use beian_store::Taken;
use beian_store::testing::TestDb;
use chrono::NaiveDate;

use crate::fixtures::{id, kept_account};

fn server(number: i64, account: AccountId, places: u32) -> Resource {
    Resource {
        id: ResourceId::new(id(number)),
        account,
        instance: "ecs-0001".into(),
        name: "web".into(),
        addresses: vec![IpRange::parse("121.36.0.10").unwrap(), IpRange::parse("121.36.0.16/30").unwrap()],
        place: Some(Province::Zhejiang),
        mode: AccessMode::Cloud,
        billing: Billing::Subscription,
        starts_on: NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
        ends_on: NaiveDate::from_ymd_opt(2027, 8, 31).unwrap(),
        places,
    }
}

#[tokio::test]
async fn importing_again_changes_the_resource_and_keeps_its_id() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let mut known = server(10, owner, 5);
        let tx = db.store.begin().await.unwrap();
        assert_eq!(tx.upsert_resource(&known).await.unwrap(), known.id);
        let again = Resource { places: 7, place: None, ..server(11, owner, 5) };
        assert_eq!(tx.upsert_resource(&again).await.unwrap(), known.id);
        tx.commit().await.unwrap();
        (known.places, known.place) = (7, None);
        assert_eq!(db.store.resource(known.id).await.unwrap().as_ref(), Some(&known));
        assert_eq!(db.store.resources_of(owner).await.unwrap(), [(known, 0)]);
    }
}

#[tokio::test]
async fn a_place_is_taken_once_per_service_and_moves_with_it() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let (one, mut two) = (server(10, owner, 2), server(11, owner, 1));
        two.instance = "ecs-0002".into();
        let order = |number| OrderId::new(id(number));
        let tx = db.store.begin().await.unwrap();
        tx.upsert_resource(&one).await.unwrap();
        tx.upsert_resource(&two).await.unwrap();
        assert_eq!(tx.take_place(one.id, order(20), 0).await.unwrap(), Taken::Yes);
        assert_eq!(tx.take_place(one.id, order(20), 0).await.unwrap(), Taken::Yes);
        assert_eq!(tx.take_place(one.id, order(20), 1).await.unwrap(), Taken::Yes);
        assert_eq!(tx.take_place(one.id, order(21), 0).await.unwrap(), Taken::Full);
        assert_eq!(tx.used_places(one.id, Some(order(20))).await.unwrap(), 0);
        assert_eq!(tx.take_place(two.id, order(20), 1).await.unwrap(), Taken::Yes);
        assert_eq!(tx.take_place(one.id, order(21), 0).await.unwrap(), Taken::Yes);
        assert_eq!(tx.take_place(ResourceId::new(id(99)), order(21), 0).await.unwrap(), Taken::NoResource);
        tx.commit().await.unwrap();
        assert_eq!(db.store.resources_of(owner).await.unwrap(), [(one.clone(), 2), (two, 1)]);
        let tx = db.store.begin().await.unwrap();
        tx.release_places(order(20)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(db.store.used_places(one.id, None).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn never_more_places_than_there_are() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let resource = server(10, owner, 5);
        let tx = db.store.begin().await.unwrap();
        tx.upsert_resource(&resource).await.unwrap();
        tx.commit().await.unwrap();
        let takers = (0..16).map(|number| {
            let (store, resource) = (db.store.clone(), resource.id);
            tokio::spawn(async move {
                let tx = store.begin().await.unwrap();
                let taken = tx.take_place(resource, OrderId::new(id(100 + number)), 0).await.unwrap();
                tx.commit().await.unwrap();
                taken == Taken::Yes
            })
        });
        let mut took = 0;
        for taker in takers.collect::<Vec<_>>() {
            took += u32::from(taker.await.unwrap());
        }
        assert_eq!(took, 5, "{}", db.backend);
        assert_eq!(db.store.used_places(resource.id, None).await.unwrap(), 5);
    }
}
