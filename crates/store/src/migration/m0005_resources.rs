//! Resources (备案资源) and the places taken on them.

use sea_orm_migration::schema::{big_integer, date, integer, small_integer, text, text_null};
use sea_orm_migration::sea_query::{IndexCreateStatement, TableCreateStatement};

use super::{id, index, key, reference, step, table, unique};

step!("m0005_resources", (tables(), indexes()));

fn tables() -> Vec<TableCreateStatement> {
    let resources = vec![
        id(),
        big_integer("account_id"),
        text("instance"),
        text("name"),
        text("addresses"),
        text_null("place"),
        text("mode"),
        text("billing"),
        date("starts_on"),
        date("ends_on"),
        integer("places"),
    ];
    let places = vec![
        big_integer("order_id"),
        small_integer("service"),
        big_integer("account_id"),
        big_integer("resource_id"),
    ];
    vec![
        table("resources", resources)
            .foreign_key(&mut reference("resources", "account_id", "accounts"))
            .take(),
        table("places", places)
            .primary_key(&mut key(&["order_id", "service"]))
            .foreign_key(&mut reference("places", "resource_id", "resources"))
            .take(),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("resources_instance", "resources", &["account_id", "instance"]),
        index("places_resource", "places", &["resource_id"]),
    ]
}
