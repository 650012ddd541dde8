//! Verdicts (审核结果) of the authority, each with its codes and what our check had found in what was sent.

use sea_orm_migration::schema::{
    big_integer, big_integer_null, blob_null, boolean, integer, text, text_null,
    timestamp_with_time_zone as instant, timestamp_with_time_zone_null as instant_null,
};
use sea_orm_migration::sea_query::{IndexCreateStatement, TableCreateStatement};

use super::{id, index, key, reference, step, table, unique};

step!("m0013_verdicts", (tables(), indexes()));

fn tables() -> Vec<TableCreateStatement> {
    let verdicts = vec![
        id(),
        big_integer("account_id"),
        big_integer("order_id"),
        big_integer("version"),
        big_integer("snapshot_id"),
        text("order_kind"),
        text("province"),
        text("nature"),
        text_null("domain"),
        instant("at"),
        text("kind"),
        blob_null("opinion"),
        text_null("standing"),
        text_null("rule"),
        instant_null("judged_at"),
        big_integer_null("judged_by"),
        blob_null("note"),
    ];
    let codes = vec![
        big_integer("verdict_id"),
        integer("position"),
        big_integer("account_id"),
        big_integer("code"),
        text_null("about"),
    ];
    let findings = vec![
        big_integer("verdict_id"),
        integer("position"),
        big_integer("account_id"),
        text("rule"),
        text("severity"),
        text("field"),
        boolean("foresaw"),
    ];
    vec![
        table("verdicts", verdicts)
            .foreign_key(&mut reference("verdicts", "order_id", "orders"))
            .foreign_key(&mut reference("verdicts", "snapshot_id", "snapshots"))
            .take(),
        table("verdict_codes", codes)
            .primary_key(&mut key(&["verdict_id", "position"]))
            .foreign_key(&mut reference("verdict_codes", "verdict_id", "verdicts"))
            .take(),
        table("verdict_findings", findings)
            .primary_key(&mut key(&["verdict_id", "position"]))
            .foreign_key(&mut reference("verdict_findings", "verdict_id", "verdicts"))
            .take(),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("verdicts_order", "verdicts", &["order_id", "version"]),
        index("verdicts_at", "verdicts", &["at", "id"]),
        index("verdicts_standing", "verdicts", &["standing", "at", "id"]),
        index("verdict_codes_code", "verdict_codes", &["code", "verdict_id"]),
        index("verdict_findings_rule", "verdict_findings", &["rule", "verdict_id"]),
    ]
}
