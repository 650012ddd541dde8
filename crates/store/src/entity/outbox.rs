//! Rows of jobs and notices.

pub(crate) mod jobs {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "jobs")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub kind: String,
        pub state: String,
        pub unique_key: Option<String>,
        pub account_id: Option<i64>,
        pub order_id: Option<i64>,
        pub payload: Vec<u8>,
        pub run_at: DateTimeUtc,
        pub attempts: i32,
        pub max_attempts: i32,
        pub lease_owner: Option<String>,
        pub lease_until: Option<DateTimeUtc>,
        pub last_error: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod notices {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "notices")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub account_id: Option<i64>,
        pub order_id: Option<i64>,
        pub channel: String,
        pub recipient: Vec<u8>,
        pub template: String,
        pub facts: Vec<u8>,
        pub at: DateTimeUtc,
        pub delivered_at: Option<DateTimeUtc>,
        pub receipt: Option<Vec<u8>>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
