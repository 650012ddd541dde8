//! Playing the journeys: each happening by the use case people would use, at the time it happened.

use std::collections::BTreeMap;

use anyhow::Context as _;
use beian_app::{App, HeldClock, desk, jobs, orders};
use beian_domain::evidence::EvidenceKind;
use beian_domain::finding::FieldOpinion;
use beian_domain::id::OrderId;
use beian_domain::order::answers::Answers;
use beian_domain::order::field::{Field, FieldPath, Step};
use chrono::{DateTime, TimeDelta, Utc};

use super::bureau::Bureau;
use super::journeys::{Happening, Journey};
use super::people::{People, told};
use crate::invented::{Company, company, pictures};

/// How often the authority is asked for news after each happening.
const ROUNDS: usize = 3;

/// Where the journeys are played.
pub struct Stage {
    app: App,
    clock: HeldClock,
    today: DateTime<Utc>,
    people: People,
    bureau: Bureau,
    orders: Vec<Option<OrderId>>,
    drawn: BTreeMap<(EvidenceKind, u64), Vec<u8>>,
}

impl Stage {
    /// An application whose clock is in our hand, the people who act, and the authority's address.
    pub fn new(app: App, clock: HeldClock, today: DateTime<Utc>, people: People, bureau: &str) -> Self {
        Self {
            app,
            clock,
            today,
            people,
            bureau: Bureau::at(bureau),
            orders: Vec::new(),
            drawn: BTreeMap::new(),
        }
    }

    /// Plays all journeys, the oldest happening first.
    pub async fn play(mut self, journeys: &[Journey]) -> anyhow::Result<()> {
        self.orders = vec![None; journeys.len()];
        let mut happenings: Vec<(i64, usize, Happening)> = Vec::new();
        for (number, journey) in journeys.iter().enumerate() {
            happenings.extend(journey.iter().map(|(hours, what)| (*hours, number, *what)));
        }
        happenings.sort_by_key(|(hours, number, _)| (-hours, *number));
        for (hours, number, what) in happenings {
            self.clock.set(self.today - TimeDelta::hours(hours));
            self.happen(number, what).await.with_context(|| format!("{what:?} of {number}"))?;
            self.settle().await?;
        }
        self.clock.set(self.today);
        self.settle().await
    }

    async fn happen(&mut self, number: usize, what: Happening) -> anyhow::Result<()> {
        let company = company(number);
        match what {
            Happening::Begun => self.begin(number, &company).await,
            Happening::Submitted => self.submit(number, &company, |_| ()).await,
            Happening::SubmittedWrong => self.submit(number, &company, one_mailbox_for_two).await,
            Happening::Approved => self.approve(number).await,
            Happening::Returned => self.return_order(number).await,
            Happening::PhonesAnswered => self.bureau.pass_phone_check(&company.domain).await,
            Happening::Granted => self.bureau.approve(&company.domain).await,
            Happening::Refused => {
                let opinion = "网站名称与主办单位经营范围不符，请修改后重新提交。";
                self.bureau.refuse(&company.domain, opinion).await
            }
            Happening::Abandoned => self.abandon(number).await,
        }
    }

    async fn begin(&mut self, number: usize, company: &Company) -> anyhow::Result<()> {
        let order = orders::open(&self.app, self.people.customer, company.start()).await.map_err(told)?;
        self.orders[number] = Some(order);
        let answers = self.answers(number, company);
        self.save(order, &answers, &[Step::Subject]).await
    }

    async fn submit(
        &mut self,
        number: usize,
        company: &Company,
        spoil: fn(&mut Answers),
    ) -> anyhow::Result<()> {
        let order = self.order(number)?;
        let mut answers = self.answers(number, company);
        spoil(&mut answers);
        self.save(order, &answers, &[Step::Service, Step::Access]).await?;
        let customer = self.people.customer;
        let view = orders::view(&self.app, customer, order).await.map_err(told)?;
        for needed in view.needed.iter().filter(|needed| needed.required) {
            let kind = needed.kind;
            let bytes = self.picture(kind, number).await?;
            orders::add_evidence(&self.app, customer, order, kind, None, bytes).await.map_err(told)?;
        }
        let version = orders::view(&self.app, customer, order).await.map_err(told)?.version;
        orders::submit(&self.app, customer, order, version).await.map_err(told)?;
        Ok(())
    }

    /// Three sets of drawings are enough for all companies.
    async fn picture(&mut self, kind: EvidenceKind, number: usize) -> anyhow::Result<Vec<u8>> {
        let seed = u64::try_from(number % 3)?;
        if let Some(bytes) = self.drawn.get(&(kind, seed)) {
            return Ok(bytes.clone());
        }
        let bytes = tokio::task::spawn_blocking(move || pictures::of(kind, seed)).await?;
        self.drawn.insert((kind, seed), bytes.clone());
        Ok(bytes)
    }

    async fn save(&self, order: OrderId, answers: &Answers, steps: &[Step]) -> anyhow::Result<()> {
        let customer = self.people.customer;
        let mut version = orders::view(&self.app, customer, order).await.map_err(told)?.version;
        for step in steps {
            let saved = orders::save_step(&self.app, customer, order, version, *step, answers.clone()).await;
            version = saved.map_err(told)?.version;
        }
        Ok(())
    }

    async fn approve(&self, number: usize) -> anyhow::Result<()> {
        let (order, version) = self.current(number).await?;
        let comment = "材料清晰，信息一致。".to_owned();
        desk::approve(&self.app, self.people.reviewer, order, version, comment).await.map_err(told)?;
        Ok(())
    }

    async fn return_order(&self, number: usize) -> anyhow::Result<()> {
        let (order, version) = self.current(number).await?;
        let opinions = vec![FieldOpinion {
            field: FieldPath::of(Field::EvidenceVerificationPhoto),
            reason: "picture-unclear".to_owned(),
            words: "核验照光线太暗，请在白墙前重新拍摄，露出完整面部和双肩。".to_owned(),
        }];
        let comment = "只需重拍这一张，其他材料都没有问题。".to_owned();
        let reviewer = self.people.reviewer;
        desk::return_order(&self.app, reviewer, order, version, opinions, comment).await.map_err(told)?;
        Ok(())
    }

    async fn abandon(&self, number: usize) -> anyhow::Result<()> {
        let (order, version) = self.current(number).await?;
        orders::abandon(&self.app, self.people.customer, order, version).await.map_err(told)?;
        Ok(())
    }

    /// Lets everything that follows happen: checks, upload, the authority's answers.
    async fn settle(&self) -> anyhow::Result<()> {
        for _ in 0..ROUNDS {
            jobs::run_due_jobs(&self.app).await.map_err(told)?;
            let poll = self.app.settings().work.poll_every;
            self.clock.advance(TimeDelta::from_std(poll)? + TimeDelta::seconds(1));
        }
        Ok(())
    }

    fn answers(&self, number: usize, company: &Company) -> Answers {
        let server = &self.people.servers[number % self.people.servers.len()];
        company.answers(server.id, &server.address, server.place)
    }

    fn order(&self, number: usize) -> anyhow::Result<OrderId> {
        self.orders[number].context("begun before anything else happens to it")
    }

    async fn current(&self, number: usize) -> anyhow::Result<(OrderId, i64)> {
        let order = self.order(number)?;
        let view = orders::view(&self.app, self.people.customer, order).await.map_err(told)?;
        Ok((order, view.version))
    }
}

/// A mistake the automatic check finds: two persons, one mailbox.
fn one_mailbox_for_two(answers: &mut Answers) {
    let email = answers.subject.person.email.clone();
    answers.service_mut(0).person.email = email;
}
