//! Supervision (监管下发): matters as they stand, each delivery of them, and the delivered code tables.

use sea_orm_migration::schema::{
    big_integer, big_integer_null, blob, blob_null, boolean, integer, text, text_null,
    timestamp_with_time_zone as instant, timestamp_with_time_zone_null as instant_null,
};
use sea_orm_migration::sea_query::{IndexCreateStatement, TableCreateStatement};

use super::{id, index, key, reference, step, table, unique};

step!("m0010_supervision", (tables(), indexes()));

fn tables() -> Vec<TableCreateStatement> {
    let matters = vec![
        id(),
        text("authority"),
        text("kind"),
        blob("identity"),
        text("file_name"),
        integer("position"),
        big_integer_null("bureau_id"),
        text_null("number"),
        text_null("domain"),
        blob_null("certificate_digest"),
        boolean("ours"),
        boolean("asks"),
        instant("first_at"),
        instant("at"),
        instant_null("ended_at"),
        integer("times"),
        blob("digest"),
        blob("content"),
        instant_null("handled_at"),
        big_integer_null("handled_by"),
        blob_null("comment"),
    ];
    let deliveries = vec![
        id(),
        big_integer("matter_id"),
        text("authority"),
        text("kind"),
        text("file_name"),
        integer("position"),
        instant("at"),
        text("change"),
        blob("content"),
    ];
    let codes = vec![
        text("authority"),
        text("name"),
        text("entries"),
        integer("rows"),
        blob("digest"),
        text("file_name"),
        instant("at"),
    ];
    vec![
        table("matters", matters),
        table("matter_deliveries", deliveries)
            .foreign_key(&mut reference("matter_deliveries", "matter_id", "matters"))
            .take(),
        table("authority_codes", codes).primary_key(&mut key(&["authority", "name"])).take(),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("matters_identity", "matters", &["authority", "kind", "identity"]),
        index("matters_list", "matters", &["kind", "at", "id"]),
        index("matters_bureau_id", "matters", &["authority", "kind", "bureau_id"]),
        index("matters_number", "matters", &["number"]),
        index("matters_domain", "matters", &["domain"]),
        index("matters_certificate", "matters", &["certificate_digest"]),
        index("matters_open", "matters", &["asks", "handled_at", "ended_at", "kind"]),
        unique(
            "matter_deliveries_place",
            "matter_deliveries",
            &["authority", "file_name", "kind", "position"],
        ),
        index("matter_deliveries_matter", "matter_deliveries", &["matter_id", "at", "id"]),
    ]
}
