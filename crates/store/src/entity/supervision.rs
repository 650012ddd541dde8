//! Rows of what the authority sends by itself.

pub(crate) mod matters {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "matters")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub authority: String,
        pub kind: String,
        pub identity: Vec<u8>,
        pub file_name: String,
        pub position: i32,
        pub bureau_id: Option<i64>,
        pub number: Option<String>,
        pub domain: Option<String>,
        pub certificate_digest: Option<Vec<u8>>,
        pub ours: bool,
        pub asks: bool,
        pub first_at: DateTimeUtc,
        pub at: DateTimeUtc,
        pub ended_at: Option<DateTimeUtc>,
        pub times: i32,
        pub digest: Vec<u8>,
        pub content: Vec<u8>,
        pub handled_at: Option<DateTimeUtc>,
        pub handled_by: Option<i64>,
        pub comment: Option<Vec<u8>>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod matter_deliveries {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "matter_deliveries")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub matter_id: i64,
        pub authority: String,
        pub kind: String,
        pub file_name: String,
        pub position: i32,
        pub at: DateTimeUtc,
        pub change: String,
        pub content: Vec<u8>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod authority_codes {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "authority_codes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub authority: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub entries: String,
        pub rows: i32,
        pub digest: Vec<u8>,
        pub file_name: String,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
