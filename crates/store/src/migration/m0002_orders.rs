//! Orders (备案订单), their snapshots and evidence (材料).

use sea_orm_migration::schema::{
    big_integer, blob, blob_null, boolean, text, text_null, timestamp_with_time_zone as instant,
    timestamp_with_time_zone_null as instant_null,
};
use sea_orm_migration::sea_query::{
    ConditionalStatement as _, Expr, ExprTrait as _, IndexCreateStatement, TableCreateStatement,
};

use super::{id, index, reference, step, table, unique};

step!("m0002_orders", (tables(), indexes()));

fn tables() -> Vec<TableCreateStatement> {
    let orders = vec![
        id(),
        big_integer("account_id"),
        text("kind"),
        text("stage"),
        blob("stage_facts"),
        instant("since"),
        instant("opened_at"),
        instant_null("submitted_at"),
        big_integer("version"),
        boolean("running"),
        blob("answers"),
        blob_null("subject_digest"),
        blob_null("subject_name"),
        text_null("domain"),
        text_null("province"),
    ];
    let snapshots = vec![
        id(),
        big_integer("account_id"),
        big_integer("order_id"),
        big_integer("subject_id"),
        instant("at"),
        blob("content"),
        blob("findings"),
    ];
    let evidence = vec![
        id(),
        big_integer("account_id"),
        big_integer("order_id"),
        instant("at"),
        blob("content"),
        blob("bytes_digest"),
    ];
    vec![
        table("orders", orders).foreign_key(&mut reference("orders", "account_id", "accounts")).take(),
        table("snapshots", snapshots).foreign_key(&mut reference("snapshots", "order_id", "orders")).take(),
        table("evidence", evidence).foreign_key(&mut reference("evidence", "order_id", "orders")).take(),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        // One running order per subject, also when two are opened at the same moment.
        unique("orders_running_subject", "orders", &["subject_digest"])
            .and_where(Expr::col("running").eq(true))
            .take(),
        // What queues are narrowed by stands behind what they are ordered by: rows are fetched only once they
        // are known to fit.
        index("orders_queue", "orders", &["stage", "since", "id", "domain", "province", "kind"]),
        index("orders_since", "orders", &["since", "id", "domain", "province", "kind"]),
        index("orders_account", "orders", &["account_id", "id"]),
        index("orders_domain", "orders", &["domain"]),
        index("snapshots_order", "snapshots", &["order_id", "id"]),
        index("snapshots_subject", "snapshots", &["subject_id", "id"]),
        index("evidence_order", "evidence", &["order_id", "id"]),
        index("evidence_bytes", "evidence", &["bytes_digest"]),
    ]
}
