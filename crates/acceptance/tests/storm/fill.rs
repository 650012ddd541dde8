//! A database in which many invented companies' orders wait to be sent.

use std::collections::BTreeSet;

use beian_acceptance::{Cast, Ids, Life, jpeg};
use beian_domain::access::Actor;
use beian_domain::account::{Account, AccountKind, Role, StaffRole, User};
use beian_domain::contact::Email;
use beian_domain::id::{AccountId, OrderId, StaffId, UserId};
use beian_domain::identity::CertificateNumber;
use beian_domain::network::DomainName;
use beian_domain::order::answers::Answers;
use beian_domain::order::event::JobKind;
use beian_domain::order::stage::StageName;
use beian_domain::region::Province;
use beian_domain::resource::Resource;
use beian_domain::sample;
use beian_domain::tables::CertificateType;
use beian_store::testing::{TestDb, chance, keyring};
use beian_store::{Blobs, Entry, NewJob, OrderKeys, Tx, certificate_key};
use chrono::{DateTime, TimeDelta, Utc};

/// Orders of one customer.
const PER_CUSTOMER: usize = 20;

/// An order that waits.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The order.
    pub order: OrderId,
    /// Its certificate as the register keys it.
    pub certificate: String,
    /// Its domain.
    pub domain: DomainName,
}

/// Everything that waits.
pub type Filled = Vec<Waiting>;

struct Filler {
    ids: Ids,
    now: DateTime<Utc>,
    /// Digests and sizes of the pictures that serve everybody.
    pictures: Vec<(String, u64)>,
}

/// Fills in so many approved orders, each with the job that sends it.
pub async fn fill(database: &TestDb, orders: usize) -> Filled {
    let evidence = database.directory().join("data").join("evidence");
    let blobs = Blobs::open(evidence, keyring(1), chance()).await.unwrap();
    let mut pictures = Vec::new();
    for shade in 0..16 {
        let picture = jpeg(64, 48, shade * 10);
        let size = u64::try_from(picture.len()).unwrap();
        pictures.push((blobs.put(picture).await.unwrap(), size));
    }
    let filler = Filler { ids: Ids::default(), now: beian_app::Clock::system().now(), pictures };
    let mut made = Vec::with_capacity(orders);
    for (customer, seeds) in seeds(orders).chunks(PER_CUSTOMER).enumerate() {
        let tx = database.store.begin().await.unwrap();
        filler.customer(&tx, u64::try_from(customer).unwrap(), seeds, &mut made).await;
        tx.commit().await.unwrap();
    }
    made
}

/// Companies with certificate numbers of their own: invented numbers may meet.
fn seeds(orders: usize) -> Vec<u64> {
    let server = sample::resource(AccountId::from_i64(1).unwrap(), 1);
    let mut known = BTreeSet::new();
    let is_new = |seed: &u64| known.insert(sample::answers(&server, *seed).subject.certificate_number);
    (1..).filter(is_new).take(orders).collect()
}

impl Filler {
    async fn customer(&self, tx: &Tx, customer: u64, seeds: &[u64], made: &mut Filled) {
        let (account, user) = self.sign_up(tx, customer).await;
        let places = u32::try_from(PER_CUSTOMER).unwrap();
        let id = self.ids.next(self.now);
        let server = Resource { id, places, ..sample::resource(account, customer) };
        tx.upsert_resource(&server).await.unwrap();
        let reviewer = Actor::Staff { staff: StaffId::from_i64(1).unwrap(), role: StaffRole::Reviewer };
        let cast = Cast { customer: Actor::Customer { account, user, role: Role::Owner }, reviewer };
        for seed in seeds {
            let mut answers = sample::answers(&server, *seed);
            sample::facts(&mut answers, server.clone());
            for (piece, (digest, bytes)) in answers.evidence.iter_mut().zip(&self.pictures) {
                (piece.id, piece.digest, piece.bytes) = (self.ids.next(self.now), digest.clone(), *bytes);
            }
            let opened = self.now - TimeDelta::days(4);
            let life = Life::live(cast, answers, StageName::Sending, opened, 0, &self.ids).unwrap();
            made.push(self.write(tx, &life, &server).await);
        }
    }

    async fn sign_up(&self, tx: &Tx, customer: u64) -> (AccountId, UserId) {
        let account = Account {
            id: self.ids.next(self.now),
            name: format!("示例客户{customer}"),
            kind: AccountKind::Organisation,
            real_name_verified: true,
        };
        let user = User {
            id: self.ids.next(self.now),
            account: account.id,
            email: Email::parse(&format!("customer{customer}@example.cn")).unwrap(),
            name: "示例经办人".to_owned(),
            role: Role::Owner,
        };
        tx.insert_account(&account, self.now).await.unwrap();
        tx.insert_user(&user, "nobody signs in", self.now).await.unwrap();
        (account.id, user.id)
    }

    async fn write(&self, tx: &Tx, life: &Life, server: &Resource) -> Waiting {
        let Life { order, history, snapshot, .. } = life;
        let (keys, waiting) = keys(order.id, &order.answers);
        tx.insert_order(order, &keys).await.unwrap();
        let snapshot = snapshot.as_ref().unwrap();
        tx.insert_snapshot(snapshot, order.account, order.id, order.since, &[]).await.unwrap();
        tx.take_place(server.id, order.id, 0).await.unwrap();
        for recorded in history {
            tx.append(&Entry::of_event(order, recorded)).await.unwrap();
        }
        let (kind, approved) = (JobKind::Upload, history.last().unwrap());
        tx.enqueue(&NewJob {
            id: self.ids.next(self.now),
            kind,
            key: Some(format!("{}:{}:{}", kind.slug(), order.id, order.version)),
            account: Some(order.account),
            order: Some(order.id),
            payload: serde_json::json!({ "event": approved.event.slug(), "at": approved.at }),
            run_at: self.now,
            max_attempts: 1_000,
        })
        .await
        .unwrap();
        waiting
    }
}

fn keys(order: OrderId, answers: &Answers) -> (OrderKeys, Waiting) {
    let number = &answers.subject.certificate_number;
    let certificate = CertificateNumber::parse(CertificateType::BusinessLicence, number).unwrap();
    let certificate = certificate_key(&certificate);
    let domain = DomainName::parse(&answers.service(0).domain).unwrap();
    let keys = OrderKeys {
        subject_certificate: Some(certificate.clone()),
        domain: Some(domain.to_string()),
        subject_name: Some(answers.subject.name.clone()),
        province: Some(Province::Zhejiang),
    };
    (keys, Waiting { order, certificate, domain })
}
