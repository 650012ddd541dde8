//! Filling a database with customers and orders through the store's own interface, many at a time.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use beian_acceptance::{Cast, Ids, Life};
use beian_app::Clock;
use beian_domain::access::Actor;
use beian_domain::account::{Account, AccountKind, Role, StaffRole, User};
use beian_domain::contact::Email;
use beian_domain::id::{AccountId, OrderId, StaffId, UserId};
use beian_domain::identity::CertificateNumber;
use beian_domain::network::DomainName;
use beian_domain::order::answers::{Answers, PersonAnswers};
use beian_domain::order::stage::StageName;
use beian_domain::region::Province;
use beian_domain::resource::Resource;
use beian_domain::sample;
use beian_domain::tables::CertificateType;
use beian_store::testing::TestDb;
use beian_store::{Entry, OrderKeys, Store, Tx, certificate_key};
use chrono::{DateTime, TimeDelta, Utc};
use tokio::task::JoinSet;

/// Orders of one customer.
pub const PER_CUSTOMER: usize = 20;
/// Customers written at the same time.
const WRITERS: usize = 4;
/// Filed domains that are asked for.
const ASKED: usize = 200;

/// Where the `n`-th order stands: in the shares of a provider that has taken some 130 orders a working day for
/// three years. Reviews take two days and authorities twenty, so most have ended. The first customer, whose
/// pages are looked at, has some of each.
fn stage_of(n: usize) -> StageName {
    if n < PER_CUSTOMER {
        return StageName::ALL[n % StageName::ALL.len()];
    }
    // Spread, so that no customer has all of a kind.
    match n * 377 % 1_000 {
        0..840 => StageName::Filed,
        840..930 => StageName::Abandoned,
        930..965 => StageName::Draft,
        965..971 => StageName::Returned,
        971..975 => StageName::InReview,
        975..976 => StageName::Sending,
        976..978 => StageName::PhoneCheck,
        _ => StageName::WithAuthority,
    }
}

/// What has been filled in so far.
pub struct Filling {
    shared: Arc<Shared>,
    /// Seeds whose companies have certificate numbers of their own.
    seeds: Vec<u64>,
    certificates: BTreeSet<String>,
    customers: usize,
    own: Vec<OrderId>,
    domains: Vec<String>,
}

struct Shared {
    ids: Ids,
    now: DateTime<Utc>,
    /// The customer whose pages are looked at, and the password everybody has.
    measured: (AccountId, UserId),
    hash: String,
    reviewer: Actor,
}

/// What one customer brought.
struct Written {
    customer: usize,
    orders: Vec<OrderId>,
    domains: Vec<String>,
}

impl Filling {
    /// Begins after the customer with this address has signed up.
    pub async fn begin(db: &TestDb, email: &str) -> Result<Self> {
        let found = db.store.user_by_email(&Email::parse(email)?).await?;
        let (user, hash, account) = found.context("the customer has signed up")?;
        let reviewer = Actor::Staff { staff: StaffId::from_i64(1)?, role: StaffRole::Reviewer };
        let now = Clock::system().now();
        let measured = (account.id, user.id);
        let shared = Arc::new(Shared { ids: Ids::default(), now, measured, hash, reviewer });
        let (seeds, certificates) = (Vec::new(), BTreeSet::new());
        let (own, domains) = (Vec::new(), Vec::new());
        Ok(Self { shared, seeds, certificates, customers: 0, own, domains })
    }

    /// The orders of the customer whose pages are looked at.
    pub fn own_orders(&self) -> &[OrderId] {
        &self.own
    }

    /// Domains that are filed.
    pub fn filed_domains(&self) -> &[String] {
        &self.domains
    }

    /// Fills in customers until there are so many orders; tells how long that took.
    pub async fn up_to(&mut self, db: &TestDb, orders: usize) -> Result<Duration> {
        let started = Instant::now();
        self.draw_seeds(orders);
        let customers = orders.div_ceil(PER_CUSTOMER);
        let next = Arc::new(AtomicUsize::new(self.customers));
        let seeds: Arc<[u64]> = self.seeds.clone().into();
        let mut writers = JoinSet::new();
        for _ in 0..WRITERS {
            let (store, shared, next, seeds) =
                (db.store.clone(), self.shared.clone(), next.clone(), seeds.clone());
            writers.spawn(async move {
                let mut written = Vec::new();
                loop {
                    let customer = next.fetch_add(1, Ordering::Relaxed);
                    if customer >= customers {
                        return Ok::<_, anyhow::Error>(written);
                    }
                    let first = customer * PER_CUSTOMER;
                    let seeds = &seeds[first..(first + PER_CUSTOMER).min(orders)];
                    written.push(fill_customer(&store, &shared, customer, seeds).await?);
                }
            });
        }
        while let Some(written) = writers.join_next().await {
            for Written { customer, orders, domains } in written?? {
                if customer == 0 {
                    self.own = orders;
                }
                let room = ASKED.saturating_sub(self.domains.len());
                self.domains.extend(domains.into_iter().take(room));
            }
        }
        self.customers = customers;
        // In a database that grew over years the statistics are there; SQLite goes without.
        if db.backend == "postgres" {
            db.tamper("ANALYZE").await;
        }
        Ok(started.elapsed())
    }

    /// Finds so many companies with different certificate numbers: invented numbers may meet.
    fn draw_seeds(&mut self, orders: usize) {
        let mut seed = self.seeds.last().copied().unwrap_or_default();
        while self.seeds.len() < orders {
            seed += 1;
            if self.certificates.insert(certificate_of(seed)) {
                self.seeds.push(seed);
            }
        }
    }
}

fn certificate_of(seed: u64) -> String {
    let server = sample::resource(AccountId::from_i64(1).expect("above zero"), 1);
    sample::answers(&server, seed).subject.certificate_number
}

/// One customer with a server and orders, in one transaction.
async fn fill_customer(store: &Store, shared: &Shared, customer: usize, seeds: &[u64]) -> Result<Written> {
    let tx = store.begin().await?;
    let (account, user) =
        if customer == 0 { shared.measured } else { sign_up(&tx, shared, customer).await? };
    let server = Resource {
        id: shared.ids.next(shared.now),
        places: u32::try_from(PER_CUSTOMER)?,
        ..sample::resource(account, u64::try_from(customer)?)
    };
    tx.upsert_resource(&server).await?;
    let cast =
        Cast { customer: Actor::Customer { account, user, role: Role::Owner }, reviewer: shared.reviewer };
    let mut written = Written { customer, orders: Vec::new(), domains: Vec::new() };
    for (n, seed) in (customer * PER_CUSTOMER..).zip(seeds) {
        let life = live(shared, cast, &server, *seed, n)?;
        write(&tx, &life, &server).await?;
        written.orders.push(life.order.id);
        if life.entered.is_some() {
            written.domains.push(life.order.answers.service(0).domain);
        }
    }
    tx.commit().await?;
    Ok(written)
}

async fn sign_up(tx: &Tx, shared: &Shared, customer: usize) -> Result<(AccountId, UserId)> {
    let account = Account {
        id: shared.ids.next(shared.now),
        name: format!("示例客户{customer}"),
        kind: AccountKind::Organisation,
        real_name_verified: true,
    };
    let user = User {
        id: shared.ids.next(shared.now),
        account: account.id,
        email: Email::parse(&format!("customer{customer}@example.cn"))?,
        name: "示例经办人".to_owned(),
        role: Role::Owner,
    };
    tx.insert_account(&account, shared.now).await?;
    tx.insert_user(&user, &shared.hash, shared.now).await?;
    Ok((account.id, user.id))
}

/// The `n`-th order, complete unless it is a draft.
fn live(shared: &Shared, cast: Cast, server: &Resource, seed: u64, n: usize) -> Result<Life> {
    let stage = stage_of(n);
    let mut answers = sample::answers(server, seed);
    if stage == StageName::Draft {
        answers.service_mut(0).person = PersonAnswers::default();
    } else {
        bring_evidence(shared, &mut answers, server);
    }
    // What has ended is up to two years old, what is running two weeks.
    let days = if matches!(stage, StageName::Filed | StageName::Abandoned) { 730 } else { 14 };
    let minutes = i64::try_from(n)? * 7_919 % (days * 1_440);
    let opened = shared.now - TimeDelta::days(4) - TimeDelta::minutes(minutes);
    Life::live(cast, answers, stage, opened, n, &shared.ids)
}

fn bring_evidence(shared: &Shared, answers: &mut Answers, server: &Resource) {
    sample::facts(answers, server.clone());
    for piece in &mut answers.evidence {
        piece.id = shared.ids.next(shared.now);
    }
}

async fn write(tx: &Tx, life: &Life, server: &Resource) -> Result<()> {
    let Life { order, history, snapshot, entered } = life;
    tx.insert_order(order, &keys(&order.answers)?).await?;
    if let Some(snapshot) = snapshot {
        tx.insert_snapshot(snapshot, order.account, order.id, order.since, &[]).await?;
        tx.take_place(server.id, order.id, 0).await?;
    }
    for recorded in history {
        tx.append(&Entry::of_event(order, recorded)).await?;
    }
    if let Some((subject, services)) = entered {
        tx.enter(subject, services).await?;
    }
    Ok(())
}

fn keys(answers: &Answers) -> Result<OrderKeys> {
    let number = &answers.subject.certificate_number;
    let certificate = CertificateNumber::parse(CertificateType::BusinessLicence, number)?;
    Ok(OrderKeys {
        subject_certificate: Some(certificate_key(&certificate)),
        domain: Some(DomainName::parse(&answers.service(0).domain)?.to_string()),
        subject_name: Some(answers.subject.name.clone()),
        province: Some(Province::Zhejiang),
    })
}
