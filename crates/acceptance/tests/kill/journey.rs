//! The journey: each step is tried until it is seen to be done, and what was acknowledged is remembered.

use std::time::Duration;

use beian_acceptance::jpeg;
use beian_app::Chance;
use beian_domain::id::{AccountId, ResourceId};
use beian_domain::order::answers::Answers;
use beian_domain::order::field::{Field, FieldPath, Step};
use beian_domain::sample;
use reqwest::Method;
use serde_json::{Map, Value, json};

use crate::line::{Answer, Line};
use crate::machines::Server;
use crate::place::{PASSWORD, Place, REVIEWER};

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(60);

/// What the server has acknowledged: none of it may ever be missing.
#[derive(Debug, Default)]
pub struct Acknowledged {
    /// The order.
    pub order: Option<String>,
    /// The answers, by field.
    pub answers: Map<String, Value>,
    /// The kinds of evidence.
    pub evidence: Vec<String>,
    /// The events the customer and the reviewer caused.
    pub events: Vec<&'static str>,
}

/// One filing from sign-up to number.
pub struct Journey<'p> {
    place: &'p Place,
    server: &'p Server,
    customer: Line<'p>,
    reviewer: Line<'p>,
    bureau: String,
    http: reqwest::Client,
    email: String,
    seed: u64,
    /// What the server has acknowledged.
    pub acknowledged: Acknowledged,
}

impl<'p> Journey<'p> {
    /// A customer, a reviewer, and the authority they file with.
    pub fn new(place: &'p Place, server: &'p Server, bureau: &str, seed: u64) -> Self {
        Self {
            place,
            server,
            customer: Line::new(server),
            reviewer: Line::new(server),
            bureau: bureau.to_owned(),
            http: reqwest::Client::new(),
            email: format!("owner{seed}@example.cn"),
            seed,
            acknowledged: Acknowledged::default(),
        }
    }

    /// In half of the journeys the authority answers slowly or not at all, so that more kills fall between a
    /// call and its answer.
    pub async fn slow_authority(&self, chance: &Chance) {
        if chance.number().is_multiple_of(2) {
            return;
        }
        let slow = |on: &str| json!({ "on": on, "kind": "delay-ms", "ms": 300 + chance.number() % 600 });
        let lost = |on: &str| json!({ "on": on, "kind": "drop-reply" });
        let faults = json!([slow("upload"), lost("upload"), slow("download"), slow("ack"), lost("ack")]);
        self.tell_bureau("/control/faults", &faults).await;
    }

    /// Goes all the way; gives the numbers the customer ends up with.
    pub async fn travel(&mut self) -> Value {
        self.server.during("signing up");
        self.sign_up().await;
        let mut server = sample::resource(AccountId::from_i64(1).unwrap(), self.seed);
        server.id = ResourceId::parse(&self.place.import(&server, &self.email).await).unwrap();
        self.server.during("typing");
        let answers = sample::answers(&server, self.seed);
        let order = self.open(&answers).await;
        self.type_answers(&order, &answers).await;
        self.server.during("evidence");
        self.bring_evidence(&order).await;
        self.server.during("submitting");
        self.submit(&order).await;
        self.reach(&order, "in-review").await;
        self.server.during("approving");
        self.approve(&order).await;
        self.server.during("upload");
        self.answer_phones().await;
        self.server.during("phone check");
        self.reach(&order, "with-authority").await;
        self.server.during("verdict");
        self.grant().await;
        let numbers = self.reach(&order, "filed").await["numbers"].clone();
        self.server.during("afterwards");
        numbers
    }

    /// The order as its customer sees it.
    pub async fn sees(&self, order: &str) -> Value {
        loop {
            if let Some(answer) = self.customer.get(&format!("/api/v1/orders/{order}")).await {
                assert!(answer.is_acknowledged(), "an acknowledged order is there: {answer:?}");
                return answer.json();
            }
        }
    }

    /// What anybody finds about a domain.
    pub async fn public_query(&self, domain: &str) -> Value {
        loop {
            if let Some(answer) = self.customer.get(&format!("/api/v1/query?q={domain}")).await {
                return answer.json();
            }
        }
    }

    async fn sign_up(&mut self) {
        let kind = ("kind", "organisation");
        let names = [("account-name", "杭州示例科技有限公司"), ("name", "王示例")];
        let login = [("email", self.email.as_str()), ("password", PASSWORD)];
        let fields = [&[kind][..], &names, &login].concat();
        loop {
            let signed_up = self.customer.form("/sign-up", "/sign-up", &fields).await;
            if signed_up.is_some_and(|answer| answer.status.is_redirection()) {
                break;
            }
            // The answer was lost, or an earlier one was and the account is there.
            let signed_in = self.customer.form("/sign-in", "/sign-in", &login).await;
            if signed_in.is_some_and(|answer| answer.status.is_redirection()) {
                break;
            }
        }
        while !self.customer.take_token().await {}
    }

    async fn open(&mut self, answers: &Answers) -> String {
        let subject = &answers.subject;
        let start = json!({
            "nature": subject.nature, "name": subject.name, "certificate_type": subject.certificate_type,
            "certificate_number": subject.certificate_number, "province": subject.province,
            "domain": answers.service(0).domain,
        });
        loop {
            if let Some(opened) = self.customer.call(Method::POST, "/api/v1/orders", 0, &start).await
                && opened.status == 201
            {
                let order = opened.json()["id"].as_str().unwrap().to_owned();
                self.acknowledged.order = Some(order.clone());
                return order;
            }
            // Refused because the lost answer was a yes: the order is in the list.
            if let Some(list) = self.customer.get("/api/v1/orders").await
                && let Some(order) = list.json()["orders"][0]["id"].as_str()
            {
                self.acknowledged.order = Some(order.to_owned());
                return order.to_owned();
            }
        }
    }

    async fn type_answers(&mut self, order: &str, answers: &Answers) {
        for step in [Step::Subject, Step::Service, Step::Access] {
            let typed = typed(answers, step);
            let path = format!("/api/v1/orders/{order}/answers");
            loop {
                let version = self.sees(order).await["version"].as_i64().unwrap();
                let body = Value::Object(typed.clone());
                let saved = self.customer.call(Method::PATCH, &path, version, &body).await;
                match saved {
                    Some(answer) if answer.is_acknowledged() => break,
                    Some(answer) => assert_eq!(answer.status, 409, "{answer:?}"),
                    None => {}
                }
            }
            self.acknowledged.answers.extend(typed);
        }
    }

    async fn bring_evidence(&mut self, order: &str) {
        let needed = self.sees(order).await["needed"].as_array().unwrap().clone();
        let shades = 40_u8..;
        for (piece, shade) in needed.iter().filter(|piece| piece["required"] == true).zip(shades) {
            let kind = piece["kind"].as_str().unwrap();
            let path = format!("/api/v1/orders/{order}/evidence?kind={kind}");
            while !acknowledged(self.customer.picture(&path, jpeg(640, 400, shade)).await) {}
            self.acknowledged.evidence.push(kind.to_owned());
        }
    }

    async fn submit(&mut self, order: &str) {
        let path = format!("/api/v1/orders/{order}/submit");
        loop {
            let seen = self.sees(order).await;
            if seen["stage"] != "draft" {
                break;
            }
            let version = seen["version"].as_i64().unwrap();
            let submitted = self.customer.call(Method::POST, &path, version, &json!({})).await;
            if let Some(answer) = submitted {
                assert!(answer.is_acknowledged(), "{answer:?}");
                break;
            }
        }
        self.acknowledged.events.push("submitted");
    }

    async fn approve(&mut self, order: &str) {
        let login = [("email", REVIEWER), ("password", PASSWORD)];
        while !acknowledged(self.reviewer.form("/desk/sign-in", "/desk/sign-in", &login).await) {}
        let page = format!("/desk/orders/{order}");
        while self.sees(order).await["stage"] == "in-review" {
            let approved = self.reviewer.form(&page, &format!("{page}/approve"), &[("comment", "")]).await;
            if acknowledged(approved) {
                break;
            }
        }
        self.acknowledged.events.push("approved-by-reviewer");
    }

    /// Waits until the order stands at a stage, and never at one off the straight path.
    async fn reach(&self, order: &str, stage: &str) -> Value {
        loop {
            let seen = self.sees(order).await;
            assert_ne!(seen["stage"], "returned", "{seen:#}");
            if seen["stage"] == stage {
                return seen;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn answer_phones(&self) {
        let filing = self.at_bureau("phone-check").await;
        for mobile in filing["mobiles"].as_array().unwrap() {
            let path = format!("/control/phone/{}/complete", mobile.as_str().unwrap());
            self.tell_bureau(&path, &json!({})).await;
        }
    }

    async fn grant(&self) {
        let filing = self.at_bureau("waiting").await;
        self.tell_bureau(&format!("/control/filings/{}/approve", filing["id"]), &json!({})).await;
    }

    /// The one filing the authority has, once it stands at a stage there.
    async fn at_bureau(&self, stage: &str) -> Value {
        loop {
            let url = format!("{}/control/filings", self.bureau);
            let filings: Value = self.http.get(url).send().await.unwrap().json().await.unwrap();
            assert!(filings.as_array().unwrap().len() <= 1, "{filings:#}");
            if filings[0]["stage"] == stage {
                return filings[0].clone();
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn tell_bureau(&self, path: &str, body: &Value) {
        let told = self.http.post(format!("{}{path}", self.bureau)).json(body).send().await.unwrap();
        told.error_for_status().unwrap();
    }
}

fn acknowledged(answer: Option<Answer>) -> bool {
    answer.is_some_and(|answer| answer.is_acknowledged())
}

/// The answers of one step as the API takes them.
fn typed(answers: &Answers, step: Step) -> Map<String, Value> {
    let fields = Field::ALL.iter().filter(|field| field.step() == step).map(|field| FieldPath::of(*field));
    fields
        .map(|path| {
            let text = answers.text(path);
            let several = matches!(
                path.field(),
                Field::ServiceContents | Field::ServiceLanguages | Field::AccessAddresses
            );
            let value = if several { json!(text.lines().collect::<Vec<_>>()) } else { json!(text) };
            (path.to_string(), value)
        })
        .collect()
}
