//! Rows of the authority's verdicts.

pub(crate) mod verdicts {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "verdicts")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub account_id: i64,
        pub order_id: i64,
        pub version: i64,
        pub snapshot_id: i64,
        pub order_kind: String,
        pub province: String,
        pub nature: String,
        pub domain: Option<String>,
        pub at: DateTimeUtc,
        pub kind: String,
        pub opinion: Option<Vec<u8>>,
        pub standing: Option<String>,
        pub rule: Option<String>,
        pub judged_at: Option<DateTimeUtc>,
        pub judged_by: Option<i64>,
        pub note: Option<Vec<u8>>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod verdict_codes {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "verdict_codes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub verdict_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub position: i32,
        pub account_id: i64,
        pub code: i64,
        pub about: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod verdict_findings {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "verdict_findings")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub verdict_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub position: i32,
        pub account_id: i64,
        pub rule: String,
        pub severity: String,
        pub field: String,
        pub foresaw: bool,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
