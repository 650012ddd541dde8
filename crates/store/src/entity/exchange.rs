//! Rows of the exchange with the authority.

pub(crate) mod sequences {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sequences")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub authority: String,
        pub last: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod uploads {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "uploads")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub account_id: Option<i64>,
        pub authority: String,
        pub sequence: i64,
        pub order_id: Option<i64>,
        pub snapshot_id: Option<i64>,
        pub bytes: Vec<u8>,
        pub md5: String,
        pub state: String,
        pub code: Option<i64>,
        pub at: DateTimeUtc,
        pub settled_at: Option<DateTimeUtc>,
        pub entry_name: Option<String>,
        pub answered_at: Option<DateTimeUtc>,
        pub swept_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod upload_items {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "upload_items")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub upload_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub position: i32,
        pub order_id: i64,
        pub account_id: i64,
        pub snapshot_id: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod downloads {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "downloads")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub authority: String,
        pub file_name: String,
        pub bytes: Vec<u8>,
        pub at: DateTimeUtc,
        pub applied_at: Option<DateTimeUtc>,
        pub acknowledged_at: Option<DateTimeUtc>,
        pub swept_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod leaders {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "leaders")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub authority: String,
        pub worker: String,
        pub until: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
