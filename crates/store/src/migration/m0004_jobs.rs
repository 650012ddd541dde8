//! Jobs of the outbox, and notices (通知) to people.

use sea_orm_migration::schema::{
    big_integer_null, blob, blob_null, integer, text, text_null, timestamp_with_time_zone as instant,
    timestamp_with_time_zone_null as instant_null,
};
use sea_orm_migration::sea_query::{
    ConditionalStatement as _, Expr, ExprTrait as _, IndexCreateStatement, TableCreateStatement,
};

use super::{id, index, step, table, unique};

step!("m0004_jobs", (tables(), indexes()));

fn tables() -> Vec<TableCreateStatement> {
    let jobs = vec![
        id(),
        text("kind"),
        text("state"),
        text_null("unique_key"),
        big_integer_null("account_id"),
        big_integer_null("order_id"),
        blob("payload"),
        instant("run_at"),
        integer("attempts"),
        integer("max_attempts"),
        text_null("lease_owner"),
        instant_null("lease_until"),
        text_null("last_error"),
    ];
    let notices = vec![
        id(),
        big_integer_null("account_id"),
        big_integer_null("order_id"),
        text("channel"),
        blob("recipient"),
        text("template"),
        blob("facts"),
        instant("at"),
        instant_null("delivered_at"),
        blob_null("receipt"),
    ];
    vec![table("jobs", jobs), table("notices", notices)]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("jobs_live_key", "jobs", &["unique_key"]).and_where(Expr::col("state").ne("given-up")).take(),
        index("jobs_due", "jobs", &["state", "run_at", "id"]),
        index("jobs_order", "jobs", &["order_id"]),
        index("notices_account", "notices", &["account_id", "id"]),
        index("notices_order", "notices", &["order_id", "id"]),
    ]
}
