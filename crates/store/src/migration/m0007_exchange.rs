//! The exchange with the authority (管局): sequence numbers, files sent and fetched, who leads.

use sea_orm_migration::schema::{
    big_integer, big_integer_null, blob, text, timestamp_with_time_zone as instant,
    timestamp_with_time_zone_null as instant_null,
};
use sea_orm_migration::sea_query::{IndexCreateStatement, TableCreateStatement};

use super::{id, index, reference, step, table, unique};

step!("m0007_exchange", (tables(), indexes()));

fn tables() -> Vec<TableCreateStatement> {
    let sequences = vec![text("authority").primary_key().take(), big_integer("last")];
    let uploads = vec![
        id(),
        big_integer("account_id"),
        text("authority"),
        big_integer("sequence"),
        big_integer("order_id"),
        big_integer("snapshot_id"),
        blob("bytes"),
        text("md5"),
        text("state"),
        big_integer_null("code"),
        instant("at"),
        instant_null("settled_at"),
    ];
    let downloads = vec![
        id(),
        text("authority"),
        text("file_name"),
        blob("bytes"),
        instant("at"),
        instant_null("applied_at"),
        instant_null("acknowledged_at"),
    ];
    let leaders = vec![text("authority").primary_key().take(), text("worker"), instant("until")];
    vec![
        table("sequences", sequences),
        table("uploads", uploads).foreign_key(&mut reference("uploads", "snapshot_id", "snapshots")).take(),
        table("downloads", downloads),
        table("leaders", leaders),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("uploads_sequence", "uploads", &["authority", "sequence"]),
        index("uploads_state", "uploads", &["authority", "state", "sequence"]),
        index("uploads_order", "uploads", &["order_id", "sequence"]),
        unique("downloads_file", "downloads", &["authority", "file_name"]),
        index("downloads_acknowledged", "downloads", &["authority", "acknowledged_at"]),
    ]
}
