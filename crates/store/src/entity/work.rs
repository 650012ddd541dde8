//! Rows of orders, snapshots and evidence.

pub(crate) mod orders {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "orders")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub account_id: i64,
        pub kind: String,
        pub stage: String,
        pub stage_facts: Vec<u8>,
        pub since: DateTimeUtc,
        pub opened_at: DateTimeUtc,
        pub submitted_at: Option<DateTimeUtc>,
        pub version: i64,
        pub running: bool,
        pub answers: Vec<u8>,
        pub subject_digest: Option<Vec<u8>>,
        pub subject_name: Option<Vec<u8>>,
        pub domain: Option<String>,
        pub province: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod snapshots {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "snapshots")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub account_id: i64,
        pub order_id: i64,
        pub subject_id: i64,
        pub at: DateTimeUtc,
        pub content: Vec<u8>,
        pub findings: Vec<u8>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod evidence {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "evidence")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub account_id: i64,
        pub order_id: i64,
        pub at: DateTimeUtc,
        pub content: Vec<u8>,
        pub bytes_digest: Vec<u8>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
