//! The world of one story: a database, the platform on it, an authority at the other end of the wire, a clock
//! in the story's hand.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use beian_app::notices::{Mail, MailSettings, Sms, SmsSettings};
use beian_app::resources::{RawResource, import_as_operator};
use beian_app::settings::{AuthorityLink, Batch, Exchange, Limits, Provider, Sessions, Settings, Work};
use beian_app::{App, Chance, Clock, HeldClock, Parts, Rules, jobs, journal};
use beian_authority::client::{Client, Endpoint};
use beian_authority::simulator::{SimulatedAccount, Simulator, SimulatorConfig};
use beian_domain::access::Actor;
use beian_domain::account::StaffRole;
use beian_domain::calendar::Calendar;
use beian_domain::contact::Email;
use beian_domain::id::StaffId;
use beian_domain::region::Province;
use beian_domain::resource::Resource;
use beian_domain::sample;
use beian_store::Blobs;
use beian_store::testing::{Backend, TestDb, chance, keyring};
use beian_web::{Packages, RequestLimits, Web, WebSettings};
use chrono::{DateTime, TimeDelta, TimeZone as _, Utc};
use tokio::net::TcpListener;
use tokio::sync::OnceCell;
use tokio::task::JoinHandle;

use crate::authority::Authority;
use crate::customer::Customer;
use crate::pages::Browser;
use crate::persons::PersonsInCharge;
use crate::reviewer::{self, Reviewer};
use crate::website::Website;

/// Everybody's password.
pub const PASSWORD: &str = "correct horse battery";
/// The name of the link to the authority.
pub const LINK: &str = "ministry";
/// The unit id of the second account at the authority.
pub const SECOND_UNIT: i64 = 1002;
/// How long a call to the authority may take, by the real clock. Far more than a busy machine needs.
const PATIENCE: Duration = Duration::from_secs(30);

/// The world of one story. It ends with the story.
pub struct World {
    /// The platform.
    pub app: App,
    /// The database under it.
    pub db: TestDb,
    /// The hand of the clock that the platform and the authority share.
    pub clock: HeldClock,
    pub(crate) http: reqwest::Client,
    pub(crate) authority: String,
    pub(crate) staff: OnceCell<StaffId>,
    chance: Chance,
    counter: AtomicU64,
    bureau: JoinHandle<()>,
    pages: OnceCell<(String, JoinHandle<()>)>,
}

impl Drop for World {
    fn drop(&mut self) {
        self.bureau.abort();
        if let Some((_, pages)) = self.pages.get() {
            pages.abort();
        }
    }
}

impl World {
    /// A fresh world on one kind of database; `None` where there is none of that kind. It is Monday,
    /// 23 November 2026, 9:00 in China.
    ///
    /// # Panics
    /// When the world cannot be made: a story on half of it would prove half.
    pub async fn on(backend: Backend) -> Option<Self> {
        let db = TestDb::on(backend).await?;
        let clock = HeldClock::at(monday_morning());
        let (authority, bureau) = open_bureau(&db.directory().join("bureau"), clock.clone()).await;
        let http = reqwest::Client::builder().no_proxy().timeout(PATIENCE).build().expect("a plain client");
        let chance = Chance::seeded(1);
        let app = platform(&db, &clock, &chance, "first", vec![only_link(&authority, PATIENCE)]).await;
        let (staff, counter, pages) = (OnceCell::new(), AtomicU64::new(0), OnceCell::new());
        Some(Self { app, db, clock, http, authority, staff, chance, counter, bureau, pages })
    }

    /// A new customer: a company that has signed up and has a server of five places.
    pub async fn customer(&self) -> Customer<'_> {
        Customer::signs_up(self, self.next()).await
    }

    /// Gives the account of a user a server of five places.
    ///
    /// # Panics
    /// When there is no such user.
    pub async fn gives_server(&self, email: &str) -> Resource {
        let user = Email::parse(email).expect("an address");
        let found = self.db.store.user_by_email(&user).await.expect("the database answers");
        let (_, _, account) = found.expect("the user has signed up");
        let server = sample::resource(account.id, self.next());
        let raw = RawResource {
            account: email.to_owned(),
            instance: server.instance.clone(),
            name: server.name.clone(),
            addresses: server.addresses[0].to_string(),
            place: server.place.map(|place| place.slug().to_owned()).unwrap_or_default(),
            mode: server.mode.slug().to_owned(),
            billing: server.billing.slug().to_owned(),
            starts_on: server.starts_on.to_string(),
            ends_on: server.ends_on.to_string(),
            places: server.places.to_string(),
        };
        let ids = import_as_operator(&self.app, &[raw]).await.expect("the inventory takes a server");
        Resource { id: ids[0], ..server }
    }

    /// An invented company with a website nobody has filed yet.
    pub fn website(&self) -> Website {
        Website::number(self.next())
    }

    /// The provider's reviewer.
    pub async fn reviewer(&self) -> Reviewer<'_> {
        Reviewer::new(self, reviewer::on_duty(self).await)
    }

    /// The 管局 at the other end of the wire, with everything it holds and everything that can go wrong there.
    pub fn authority(&self) -> Authority<'_> {
        Authority::new(self)
    }

    /// The persons in charge, with their phones.
    pub fn persons_in_charge(&self) -> PersonsInCharge<'_> {
        PersonsInCharge::new(self)
    }

    /// Somebody's browser on the platform's pages.
    pub async fn browser(&self) -> Browser {
        let (base, _) = self.pages.get_or_init(|| serve_pages(&self.app, self.db.directory())).await;
        Browser::new(base)
    }

    /// Does all work that is due now; tells how many jobs ran.
    pub async fn jobs_run(&self) -> usize {
        jobs::run_due_jobs(&self.app).await.expect("the worker can reach its database")
    }

    /// Lets hours pass in which nobody works, then does what has become due.
    pub async fn time_passes(&self, hours: i64) {
        self.clock.advance(TimeDelta::hours(hours));
        self.jobs_run().await;
    }

    /// Lets minutes pass, one by one, with the worker at work: every minute the authority is asked for news.
    pub async fn minutes_pass(&self, minutes: u32) {
        for _ in 0..minutes {
            self.clock.advance(TimeDelta::seconds(61));
            self.jobs_run().await;
        }
    }

    /// The same platform as another process would run it: the same database, other memory, another name.
    pub async fn another_process(&self, name: &str) -> App {
        self.another_process_with(name, vec![self.link()]).await
    }

    /// Another process that reaches the authority at another address, or has less patience with it.
    pub async fn another_process_calling(&self, name: &str, authority: &str, patience: Duration) -> App {
        self.another_process_with(name, vec![only_link(authority, patience)]).await
    }

    /// Another process that speaks to authorities in its own way.
    pub async fn another_process_with(&self, name: &str, links: Vec<AuthorityLink>) -> App {
        platform(&self.db, &self.clock, &self.chance, name, links).await
    }

    /// The account all provinces file with, as the first process speaks for it.
    pub fn link(&self) -> AuthorityLink {
        only_link(&self.authority, PATIENCE)
    }

    /// Another account at the same authority, for some provinces.
    pub fn second_link(&self, name: &str, provinces: &[Province]) -> AuthorityLink {
        let client = client_of(&second_account(), &self.authority, PATIENCE);
        AuthorityLink {
            name: name.to_owned(),
            provinces: provinces.to_vec(),
            client,
            batch: Batch::default(),
        }
    }

    /// From now on the first process packs its files in this way.
    pub async fn batches(&mut self, batch: Batch) {
        self.app = self.another_process_with("first", vec![AuthorityLink { batch, ..self.link() }]).await;
    }

    /// The authority loses everything it had: its system is set up anew, at another address.
    pub async fn authority_forgets_everything(&mut self) {
        let place = self.db.directory().join(format!("bureau-{}", self.next()));
        let (authority, bureau) = open_bureau(&place, self.clock.clone()).await;
        std::mem::replace(&mut self.bureau, bureau).abort();
        self.authority = authority;
        self.app = self.another_process("first").await;
    }

    /// Whether every chain of the journal holds together, from the first entry to the last.
    pub async fn journal_is_unbroken(&self) -> bool {
        let auditor = Actor::Staff { staff: reviewer::on_duty(self).await, role: StaffRole::Admin };
        let reports = journal::verify_all(&self.app, auditor).await.expect("the journal can be read");
        assert!(!reports.is_empty(), "something was written down");
        reports.iter().all(|report| report.broken_at.is_none())
    }

    /// What lies in the mail or SMS directory, one text each.
    pub fn letters(&self, outbox: Outbox) -> Vec<String> {
        let directory = self.db.directory().join(outbox.directory());
        let files = std::fs::read_dir(directory).into_iter().flatten().flatten();
        files.filter_map(|file| std::fs::read_to_string(file.path()).ok()).collect()
    }

    /// A number no customer or website of this world has had.
    pub(crate) fn next(&self) -> u64 {
        self.counter.fetch_add(1, Ordering::Relaxed) + 1
    }
}

/// Where what is sent to people ends up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outbox {
    /// Mail.
    Mail,
    /// SMS.
    Sms,
}

impl Outbox {
    fn directory(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Sms => "sms",
        }
    }
}

fn monday_morning() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 1, 0, 0).single().expect("an instant")
}

/// Opens the stand-in for the authority on a free port; gives its address.
async fn open_bureau(place: &Path, clock: HeldClock) -> (String, JoinHandle<()>) {
    let mut config = SimulatorConfig::demo(Arc::new(move || clock.now()), 7);
    config.accounts.push(second_account());
    let simulator = Simulator::open(place, config).expect("an empty directory");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("a bound listener has an address");
    let serving = tokio::spawn(async move {
        simulator.serve(listener, std::future::pending()).await.expect("the listener stays open");
    });
    (format!("http://{address}"), serving)
}

/// Serves the pages on a free port, without brakes on those who knock often; gives the address.
async fn serve_pages(app: &App, directory: &Path) -> (String, JoinHandle<()>) {
    let limits = RequestLimits { sign_in: 0, sign_up: 0, query: 0, check: 0, phone: 0, inspect: 0 };
    let packages = Packages { directory: directory.join("packages"), ..Packages::default() };
    let settings = WebSettings { limits, packages, link_key: [5; 32], ..WebSettings::default() };
    let web = Web::new(app.clone(), settings);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("a bound listener has an address");
    let serving = tokio::spawn(async move {
        beian_web::serve(listener, web, std::future::pending()).await.expect("the listener stays open");
    });
    (format!("http://{address}"), serving)
}

/// The client of the demo account at an authority.
pub(crate) fn client(authority: &str, patience: Duration) -> Client {
    client_of(&SimulatedAccount::demo(), authority, patience)
}

fn client_of(account: &SimulatedAccount, authority: &str, patience: Duration) -> Client {
    let endpoint = Endpoint { timeout: patience, ..Endpoint::at(authority) };
    Client::new(endpoint, account.for_client().expect("a key of the right length")).expect("an address")
}

/// A second account of ours at the authority; its files travel unencrypted.
fn second_account() -> SimulatedAccount {
    SimulatedAccount {
        isp_id: SECOND_UNIT,
        user_name: "second".to_owned(),
        key: None,
        ..SimulatedAccount::demo()
    }
}

fn only_link(authority: &str, patience: Duration) -> AuthorityLink {
    AuthorityLink {
        name: LINK.to_owned(),
        provinces: Province::ALL.to_vec(),
        client: client(authority, patience),
        batch: Batch::default(),
    }
}

async fn platform(
    db: &TestDb,
    clock: &HeldClock,
    seeded: &Chance,
    name: &str,
    links: Vec<AuthorityLink>,
) -> App {
    let directory = db.directory();
    let mail = MailSettings::Outbox { dir: directory.join("mail"), from: "备案 <beian@example.cn>".into() };
    App::new(Parts {
        store: db.store.clone(),
        blobs: Blobs::open(directory.join("evidence"), keyring(1), chance()).await.expect("a directory"),
        clock: Clock::held(clock),
        chance: seeded.clone(),
        calendar: Calendar::builtin(),
        rulebook: Rules::built_in(),
        links,
        wording: beian_web::wording(),
        mail: Mail::new(mail).expect("a sender"),
        sms: Sms::new(SmsSettings::Outbox { dir: directory.join("sms") }).expect("a directory"),
        settings: Settings {
            provider: Provider { name: "示例云".into(), contact: "400-000-0000".into() },
            base_url: "https://beian.example.cn".into(),
            notice_language: "zh-CN".into(),
            limits: Limits::default(),
            work: Work { name: name.to_owned(), ..Work::default() },
            sessions: Sessions::default(),
            exchange: Exchange::default(),
        },
    })
}
