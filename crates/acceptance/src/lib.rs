//! Stories over the whole system, on both databases. Not shipped.
//!
//! A story is an `async fn` that takes a [`World`] and reads like the manual: who does what, and where the
//! order then stands. Nothing is mocked but the authority, whose stand-in speaks the real protocol over HTTP.
//! Nobody sleeps: time moves when the story says so, jobs run when the story says so.

mod authority;
mod customer;
mod keys;
mod life;
mod outcome;
pub mod pages;
mod persons;
mod picture;
mod reviewer;
mod website;
mod world;

pub use authority::{Authority, Fault, FaultKind, HeldFiling, On, Upload};
pub use beian_store::testing::Backend;
pub use customer::Customer;
pub use keys::key_file;
pub use life::{Cast, Ids, Life};
pub use outcome::{invalid_fields, refused};
pub use persons::PersonsInCharge;
pub use picture::{jpeg, png};
pub use reviewer::Reviewer;
pub use website::Website;
pub use world::{LINK, Outbox, PASSWORD, SECOND_UNIT, World};

/// Makes two tests of each story, `story::sqlite` and `story::postgres`; the second only says so when no
/// PostgreSQL server is named.
///
/// ```ignore
/// stories!(from_sign_up_to_the_number);
///
/// async fn from_sign_up_to_the_number(world: World) { … }
/// ```
#[macro_export]
macro_rules! stories {
    ($($story:ident),+ $(,)?) => {$(
        mod $story {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                $crate::tell($crate::Backend::Sqlite, super::$story).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                $crate::tell($crate::Backend::Postgres, super::$story).await;
            }
        }
    )+};
}

/// Tells a story on one kind of database, where there is one.
#[expect(clippy::print_stderr, reason = "whoever runs the tests must see that half of them did not run")]
pub async fn tell<F: Future<Output = ()>>(backend: Backend, story: impl FnOnce(World) -> F) {
    match World::on(backend).await {
        Some(world) => story(world).await,
        None => eprintln!("no BEIAN_TEST_POSTGRES: skipped"),
    }
}
