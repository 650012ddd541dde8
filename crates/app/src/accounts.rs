//! Accounts, the people in them, and the provider's own people: signing up, in and out, passwords.

mod change_password;
mod customers;
mod lock_out;
mod password;
mod session;
mod sign_in;
mod sign_up;
mod staff;

pub use change_password::change_password;
pub(crate) use customers::account_named;
pub use customers::{CustomerAccount, account, find_account, list_accounts, verify_account};
pub use session::{Signed, SignedIn, session, sign_out, sweep};
pub use sign_in::{Door, sign_in};
pub use sign_up::{SignUp, sign_up};
pub use staff::{NewStaff, add_staff, add_staff_as_operator, first_admin, list_staff};
