//! Rows of the register.

pub(crate) mod filed_subjects {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "filed_subjects")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub account_id: i64,
        pub order_id: i64,
        pub number: String,
        pub name_digest: Vec<u8>,
        pub certificate_digest: Vec<u8>,
        pub granted_at: DateTimeUtc,
        pub content: Vec<u8>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod filed_services {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "filed_services")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub account_id: i64,
        pub order_id: i64,
        pub subject_id: i64,
        pub number: String,
        pub domain: String,
        pub granted_at: DateTimeUtc,
        pub content: Vec<u8>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
