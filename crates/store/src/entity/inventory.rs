//! Rows of resources and the places taken on them.

pub(crate) mod resources {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "resources")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub account_id: i64,
        pub instance: String,
        pub name: String,
        pub addresses: String,
        pub place: Option<String>,
        pub mode: String,
        pub billing: String,
        pub starts_on: Date,
        pub ends_on: Date,
        pub places: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod places {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "places")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub order_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub service: i16,
        pub account_id: i64,
        pub resource_id: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
