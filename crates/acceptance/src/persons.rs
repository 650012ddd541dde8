//! The persons in charge (负责人) with their phones, on the ministry's page of the phone check (短信核验).

use beian_domain::id::OrderId;
use serde::Deserialize;

use crate::world::World;

/// The persons in charge.
pub struct PersonsInCharge<'w> {
    world: &'w World,
}

/// An SMS as it stands on somebody's phone.
#[derive(Debug, Clone, Deserialize)]
struct Sms {
    filing: i64,
    mobile: String,
    certificate_ends: Vec<String>,
    code: String,
    passed: bool,
}

impl<'w> PersonsInCharge<'w> {
    pub(crate) fn new(world: &'w World) -> Self {
        Self { world }
    }

    /// Each of them enters the code from the phone.
    pub async fn answer(&self, order: OrderId) {
        for sms in self.open(order).await {
            let page = self.enter(&sms.mobile, &sms.certificate_ends[0], &sms.code).await;
            assert!(page.contains("核验成功"), "{page}");
        }
    }

    /// One of them enters a wrong code, so many times; gives what the page said last.
    pub async fn mistype(&self, order: OrderId, times: usize) -> String {
        let sms = self.open(order).await.into_iter().next().expect("a phone check is open");
        let wrong = if sms.code == "000000" { "000001" } else { "000000" };
        let mut page = String::new();
        for _ in 0..times {
            page = self.enter(&sms.mobile, &sms.certificate_ends[0], wrong).await;
        }
        page
    }

    /// What the phones of an order's persons show and was not answered yet.
    async fn open(&self, order: OrderId) -> Vec<Sms> {
        let filing = self.world.authority().filing(order).await;
        let all: Vec<Sms> = self.world.authority().ask("/control/codes").await;
        all.into_iter().filter(|sms| sms.filing == filing.id && !sms.passed).collect()
    }

    async fn enter(&self, mobile: &str, certificate_end: &str, code: &str) -> String {
        let form = [("mobile", mobile), ("certificate", certificate_end), ("code", code)];
        let sent = self.world.http.post(format!("{}/check", self.world.authority)).form(&form).send().await;
        sent.expect("the page of the phone check answers").text().await.expect("in words")
    }
}
