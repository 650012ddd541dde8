//! A platform for one test: a held clock, no authority, mail and SMS into directories.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use beian_app::accounts::{self, Door, NewStaff, SignUp};
use beian_app::notices::{Letter, Mail, MailSettings, Sms, SmsSettings, Text};
use beian_app::settings::{Exchange, Limits, Provider, Sessions, Settings, Work};
use beian_app::{App, Chance, Clock, HeldClock, Parts, Rules, jobs, orders, resources};
use beian_domain::access::Actor;
use beian_domain::account::StaffRole;
use beian_domain::calendar::Calendar;
use beian_domain::id::{AccountId, OrderId, ResourceId};
use beian_domain::order::answers::Answers;
use beian_domain::order::field::Step;
use beian_domain::resource::Resource;
use beian_domain::sample;
use beian_store::Blobs;
use beian_store::testing::{TestDb, chance, keyring};
use chrono::{TimeZone as _, Utc};
use image::{ImageFormat, Rgb, RgbImage};

/// A platform for one test.
pub struct House {
    pub app: App,
    pub clock: HeldClock,
    pub db: TestDb,
}

impl House {
    /// One per database backend. It is Monday, 23 November 2026, 9:00 in China.
    pub async fn all() -> Vec<Self> {
        let mut houses = Vec::new();
        for db in TestDb::all().await {
            houses.push(Self::on(db).await);
        }
        houses
    }

    async fn on(db: TestDb) -> Self {
        let clock = HeldClock::at(Utc.with_ymd_and_hms(2026, 11, 23, 1, 0, 0).unwrap());
        let dir = db.directory().to_owned();
        let app = App::new(Parts {
            store: db.store.clone(),
            blobs: Blobs::open(dir.join("evidence"), keyring(1), chance()).await.unwrap(),
            clock: Clock::held(&clock),
            chance: Chance::seeded(1),
            calendar: Calendar::builtin(),
            rulebook: Rules::built_in(),
            links: Vec::new(),
            wording: Arc::new(word),
            mail: Mail::new(MailSettings::Outbox {
                dir: dir.join("mail"),
                from: "Beian <beian@example.cn>".into(),
            })
            .unwrap(),
            sms: Sms::new(SmsSettings::Outbox { dir: dir.join("sms") }).unwrap(),
            settings: Settings {
                provider: Provider { name: "示例云".into(), contact: "400-000-0000".into() },
                base_url: "https://beian.example.cn".into(),
                notice_language: "zh-CN".into(),
                limits: Limits::default(),
                work: Work::default(),
                sessions: Sessions::default(),
                exchange: Exchange::default(),
            },
        });
        Self { app, clock, db }
    }

    /// Signs a company up; gives its owner.
    pub async fn company(&self, seed: u64) -> Actor {
        let sign_up = SignUp {
            email: format!("owner{seed}@example.cn"),
            password: "correct horse".into(),
            name: "王示例".into(),
            account_name: format!("杭州示例{seed}科技有限公司"),
            kind: "organisation".into(),
        };
        let signed_in = accounts::sign_up(&self.app, sign_up).await.unwrap();
        accounts::session(&self.app, &signed_in.token).await.unwrap().unwrap().actor
    }

    /// The desk: the first call adds the person.
    pub async fn reviewer(&self) -> Actor {
        let admin = NewStaff {
            email: "desk@example.cn".into(),
            name: "周复核".into(),
            role: StaffRole::Admin,
            password: "correct horse".into(),
        };
        let _ = accounts::first_admin(&self.app, admin).await;
        let password = "correct horse".to_owned();
        let signed_in = accounts::sign_in(&self.app, Door::Staff, "desk@example.cn", password, "10.0.0.1");
        let token = signed_in.await.unwrap().token;
        accounts::session(&self.app, &token).await.unwrap().unwrap().actor
    }

    /// Gives the company a server.
    pub async fn server(&self, owner: Actor, seed: u64) -> Resource {
        let server = sample::resource(account(owner), seed);
        let raw = resources::RawResource {
            account: server.account.to_string(),
            instance: server.instance.clone(),
            name: server.name.clone(),
            addresses: server.addresses[0].to_string(),
            place: "zhejiang".into(),
            mode: server.mode.slug().into(),
            billing: "subscription".into(),
            starts_on: server.starts_on.to_string(),
            ends_on: server.ends_on.to_string(),
            places: "1".into(),
        };
        let ids: Vec<ResourceId> = resources::import_as_operator(&self.app, &[raw]).await.unwrap();
        Resource { id: ids[0], places: 1, ..server }
    }

    /// Opens an order and fills in everything; gives it with its version.
    pub async fn filled(&self, owner: Actor, server: &Resource, seed: u64) -> (OrderId, i64) {
        let answers = sample::answers(server, seed);
        let order = orders::open(&self.app, owner, start(&answers)).await.unwrap();
        let version = self.fill(owner, order, &answers).await;
        (order, version)
    }

    /// Types the answers and brings the evidence.
    pub async fn fill(&self, owner: Actor, order: OrderId, answers: &Answers) -> i64 {
        for step in Step::ALL {
            let version = self.version(owner, order).await;
            orders::save_step(&self.app, owner, order, version, step, answers.clone()).await.unwrap();
        }
        let view = orders::view(&self.app, owner, order).await.unwrap();
        for piece in view.needed.into_iter().filter(|piece| piece.required) {
            let added =
                orders::add_evidence(&self.app, owner, order, piece.kind, piece.document, picture(640, 400));
            added.await.unwrap();
        }
        self.version(owner, order).await
    }

    /// The order's version now.
    pub async fn version(&self, owner: Actor, order: OrderId) -> i64 {
        orders::view(&self.app, owner, order).await.unwrap().version
    }

    /// Does all work that is due.
    pub async fn work(&self) -> usize {
        jobs::run_due_jobs(&self.app).await.unwrap()
    }

    /// How many files lie in `mail` or `sms`.
    pub fn outbox(&self, which: &str) -> usize {
        std::fs::read_dir(self.db.directory().join(which)).map_or(0, Iterator::count)
    }
}

/// The account a customer acts in.
pub fn account(actor: Actor) -> AccountId {
    match actor {
        Actor::Customer { account, .. } => account,
        Actor::Staff { .. } | Actor::System | Actor::Authority => panic!("no customer"),
    }
}

/// The answers to the first page.
pub fn start(answers: &Answers) -> orders::Start {
    let subject = &answers.subject;
    orders::Start {
        nature: subject.nature.clone(),
        name: subject.name.clone(),
        certificate_type: subject.certificate_type.clone(),
        certificate_number: subject.certificate_number.clone(),
        province: subject.province.clone(),
        domain: answers.service(0).domain,
    }
}

/// A small JPEG.
pub fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_pixel(width, height, Rgb([240, 240, 230]))
        .write_to(&mut bytes, ImageFormat::Jpeg)
        .unwrap();
    bytes.into_inner()
}

fn word(letter: Letter<'_>) -> Text {
    let facts: &BTreeMap<String, String> = letter.facts;
    Text { subject: letter.template.to_owned(), body: format!("{} {}", letter.template, facts["url"]) }
}
