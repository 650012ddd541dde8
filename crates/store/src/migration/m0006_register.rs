//! The register (备案库): filed subjects (主体) and services (互联网信息服务).

use sea_orm_migration::schema::{big_integer, blob, text, timestamp_with_time_zone as instant};
use sea_orm_migration::sea_query::{IndexCreateStatement, TableCreateStatement};

use super::{id, index, reference, step, table, unique};

step!("m0006_register", (tables(), indexes()));

fn tables() -> Vec<TableCreateStatement> {
    let subjects = vec![
        id(),
        big_integer("account_id"),
        big_integer("order_id"),
        text("number"),
        blob("name_digest"),
        blob("certificate_digest"),
        instant("granted_at"),
        blob("content"),
    ];
    let services = vec![
        id(),
        big_integer("account_id"),
        big_integer("order_id"),
        big_integer("subject_id"),
        text("number"),
        text("domain"),
        instant("granted_at"),
        blob("content"),
    ];
    vec![
        table("filed_subjects", subjects),
        table("filed_services", services)
            .foreign_key(&mut reference("filed_services", "subject_id", "filed_subjects"))
            .take(),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("filed_subjects_number", "filed_subjects", &["number"]),
        index("filed_subjects_name", "filed_subjects", &["name_digest"]),
        index("filed_subjects_certificate", "filed_subjects", &["certificate_digest"]),
        index("filed_subjects_account", "filed_subjects", &["account_id", "id"]),
        unique("filed_services_number", "filed_services", &["number"]),
        unique("filed_services_domain", "filed_services", &["domain"]),
        index("filed_services_subject", "filed_services", &["subject_id", "id"]),
        index("filed_services_account", "filed_services", &["account_id", "id"]),
    ]
}
