//! Rows of the journal and its heads.

pub(crate) mod journal {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "journal")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub account_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        pub order_id: Option<i64>,
        pub at: DateTimeUtc,
        pub actor: String,
        pub name: String,
        pub payload: Vec<u8>,
        pub digest: Vec<u8>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod journal_heads {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "journal_heads")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub account_id: i64,
        pub number: i64,
        pub digest: Vec<u8>,
        pub proof: Vec<u8>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
