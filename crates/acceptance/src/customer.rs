//! The customer (主办者): signs up, types, brings evidence, submits, mends, takes back, gives up.

use beian_app::accounts::{self, SignUp};
use beian_app::orders::{self, OrderView};
use beian_app::{Failure, filings};
use beian_domain::access::Actor;
use beian_domain::id::{AccountId, OrderId};
use beian_domain::order::answers::Answers;
use beian_domain::order::field::Step;
use beian_domain::order::stage::StageName;
use beian_domain::resource::Resource;

use crate::picture::jpeg;
use crate::website::{Website, start};
use crate::world::{PASSWORD, World};

/// A company that has signed up, acting through its owner.
pub struct Customer<'w> {
    world: &'w World,
    /// Who acts.
    pub actor: Actor,
    /// The account.
    pub account: AccountId,
    /// The sign-in name.
    pub email: String,
    /// Its server.
    pub server: Resource,
}

impl<'w> Customer<'w> {
    pub(crate) async fn signs_up(world: &'w World, number: u64) -> Self {
        let email = format!("owner{number}@example.cn");
        let form = SignUp {
            email: email.clone(),
            password: PASSWORD.to_owned(),
            name: "王示例".to_owned(),
            account_name: format!("杭州示例{number}科技有限公司"),
            kind: "organisation".to_owned(),
        };
        let signed_in = accounts::sign_up(&world.app, form).await.expect("a new customer can sign up");
        let signed = accounts::session(&world.app, &signed_in.token).await.expect("sessions can be read");
        let signed = signed.expect("just signed in");
        let account = signed.account.expect("a customer has an account").id;
        let server = world.gives_server(&email).await;
        Self { world, actor: signed.actor, account, email, server }
    }

    /// Opens an order with the first page, types everything, brings the evidence and submits.
    pub async fn files_website(&self) -> OrderId {
        let order = self.prepares_website().await;
        self.submits(order).await;
        order
    }

    /// The same without submitting.
    pub async fn prepares_website(&self) -> OrderId {
        let website = self.world.website();
        let order = self.opens(website).await.expect("a first filing is offered");
        self.fills(order, &website.answers(&self.server)).await;
        order
    }

    /// Opens an order with the answers to the first page.
    pub async fn opens(&self, website: Website) -> Result<OrderId, Failure> {
        orders::open(&self.world.app, self.actor, start(&website.answers(&self.server))).await
    }

    /// Types all answers and brings every piece of evidence the order cannot go without.
    pub async fn fills(&self, order: OrderId, answers: &Answers) {
        self.types(order, answers).await;
        for piece in self.sees(order).await.needed.into_iter().filter(|piece| piece.required) {
            let (app, picture) = (&self.world.app, jpeg(640, 400, 200));
            let added = orders::add_evidence(app, self.actor, order, piece.kind, piece.document, picture);
            added.await.expect("evidence can be brought");
        }
    }

    /// Types all answers, one step after the other.
    pub async fn types(&self, order: OrderId, answers: &Answers) {
        for step in Step::ALL {
            let version = self.sees(order).await.version;
            let saved = orders::save_step(&self.world.app, self.actor, order, version, step, answers.clone());
            saved.await.expect("answers can be saved");
        }
    }

    /// Changes answers, leaving the rest as it is.
    pub async fn corrects(&self, order: OrderId, correct: impl FnOnce(&mut Answers)) {
        let mut answers = self.sees(order).await.answers;
        correct(&mut answers);
        self.types(order, &answers).await;
    }

    /// Submits the order.
    pub async fn submits(&self, order: OrderId) {
        self.tries_to_submit(order).await.expect("a complete order can be submitted");
    }

    /// Submits the order, if it can be.
    pub async fn tries_to_submit(&self, order: OrderId) -> Result<i64, Failure> {
        let version = self.sees(order).await.version;
        orders::submit(&self.world.app, self.actor, order, version).await
    }

    /// Takes the order back, if it can be.
    pub async fn withdraws(&self, order: OrderId) -> Result<i64, Failure> {
        let version = self.sees(order).await.version;
        orders::withdraw(&self.world.app, self.actor, order, version).await
    }

    /// Gives the order up, if it can be.
    pub async fn abandons(&self, order: OrderId) -> Result<i64, Failure> {
        let version = self.sees(order).await.version;
        orders::abandon(&self.world.app, self.actor, order, version).await
    }

    /// The order's page.
    pub async fn sees(&self, order: OrderId) -> OrderView {
        orders::view(&self.world.app, self.actor, order).await.expect("the customer's own order can be seen")
    }

    /// Where the order stands.
    pub async fn stage(&self, order: OrderId) -> StageName {
        self.sees(order).await.stage.name()
    }

    /// What happened to the order, by the stable names of the events, oldest first.
    pub async fn history(&self, order: OrderId) -> Vec<&'static str> {
        self.sees(order).await.history.iter().map(|line| line.event.slug()).collect()
    }

    /// The rules and fields of what the last check found.
    pub async fn findings(&self, order: OrderId) -> Vec<String> {
        let findings = self.sees(order).await.findings;
        findings.iter().map(|finding| format!("{}: {}", finding.field, finding.rule)).collect()
    }

    /// Whether the order's history goes through these events in this order, whatever else happened between.
    pub async fn went_through(&self, order: OrderId, events: &[&str]) -> bool {
        let history = self.history(order).await;
        let mut happened = history.iter();
        events.iter().all(|event| happened.any(|slug| slug == event))
    }

    /// The numbers of the account's filed websites.
    pub async fn service_numbers(&self) -> Vec<String> {
        let filings = filings::mine(&self.world.app, self.actor).await.expect("own filings can be seen");
        filings
            .iter()
            .flat_map(|filing| filing.services.iter().map(|service| service.number.to_string()))
            .collect()
    }
}
