//! The hands of whoever plays the authority while sample data is made.

use anyhow::Context as _;
use serde::Deserialize;
use serde_json::json;

/// The control interface of the simulated authority.
#[derive(Debug)]
pub struct Bureau {
    http: reqwest::Client,
    base: String,
}

/// A filing as the authority has it.
#[derive(Debug, Deserialize)]
struct Filing {
    id: i64,
    domains: Vec<String>,
    mobiles: Vec<String>,
}

impl Bureau {
    /// The authority at an address.
    pub fn at(base: &str) -> Self {
        Self { http: reqwest::Client::new(), base: base.to_owned() }
    }

    /// Every person in charge of the filing of a domain passes the phone check.
    pub async fn pass_phone_check(&self, domain: &str) -> anyhow::Result<()> {
        for mobile in self.filing(domain).await?.mobiles {
            self.post(&format!("/control/phone/{mobile}/complete"), &json!({})).await?;
        }
        Ok(())
    }

    /// Approves the filing of a domain.
    pub async fn approve(&self, domain: &str) -> anyhow::Result<()> {
        let filing = self.filing(domain).await?;
        self.post(&format!("/control/filings/{}/approve", filing.id), &json!({})).await
    }

    /// Refuses the filing of a domain.
    pub async fn refuse(&self, domain: &str, opinion: &str) -> anyhow::Result<()> {
        let filing = self.filing(domain).await?;
        self.post(&format!("/control/filings/{}/refuse", filing.id), &json!({ "opinion": opinion })).await
    }

    async fn filing(&self, domain: &str) -> anyhow::Result<Filing> {
        let url = format!("{}/control/filings", self.base);
        let filings: Vec<Filing> = self.http.get(url).send().await?.error_for_status()?.json().await?;
        let found = filings.into_iter().rev().find(|filing| filing.domains.iter().any(|own| own == domain));
        found.with_context(|| format!("the authority has nothing about {domain}"))
    }

    async fn post(&self, path: &str, body: &serde_json::Value) -> anyhow::Result<()> {
        let url = format!("{}{path}", self.base);
        self.http.post(url).json(body).send().await?.error_for_status()?;
        Ok(())
    }
}
