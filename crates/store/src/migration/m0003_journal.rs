//! The journal (操作日志) and the head of each of its chains.

use sea_orm_migration::schema::{
    big_integer, big_integer_null, blob, text, timestamp_with_time_zone as instant,
};
use sea_orm_migration::sea_query::{IndexCreateStatement, TableCreateStatement};

use super::{index, key, step, table};

step!("m0003_journal", (tables(), indexes()));

fn tables() -> Vec<TableCreateStatement> {
    let journal = vec![
        big_integer("account_id"),
        big_integer("number"),
        big_integer_null("order_id"),
        instant("at"),
        text("actor"),
        text("name"),
        blob("payload"),
        blob("digest"),
    ];
    let heads = vec![
        big_integer("account_id").primary_key().take(),
        big_integer("number"),
        blob("digest"),
        blob("proof"),
    ];
    vec![
        table("journal", journal).primary_key(&mut key(&["account_id", "number"])).take(),
        table("journal_heads", heads),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("journal_order", "journal", &["order_id", "number"]),
        index("journal_at", "journal", &["at", "account_id", "number"]),
    ]
}
