//! Putting the platform together: configuration in, application and pages out.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use beian_app::notices::{Mail, Sms};
use beian_app::settings::{AuthorityLink, Provider, Settings, Work};
use beian_app::{App, Chance, Clock, Parts, Rules};
use beian_domain::calendar::Calendar;
use beian_store::{Blobs, Keyring, Store};
use beian_web::{Web, WebSettings};
use tokio_util::sync::CancellationToken;

use crate::config::{Config, KeyFileError, Problem, Source};
use crate::process::ProcessName;
use crate::rules::{self, Watch};

/// How long the database may take to say goodbye.
const CLOSE: Duration = Duration::from_secs(3);

/// What the processes of a platform are made of.
pub struct Platform {
    /// The configuration it was made from.
    pub config: Config,
    /// The database.
    pub store: Store,
    /// The application.
    pub app: App,
    link_key: [u8; 32],
    process: ProcessName,
    rules: Watch,
}

/// Reads the configuration, or says everything that is wrong with it.
pub fn configuration(source: &Source) -> anyhow::Result<Config> {
    Config::load(source).map_err(|problems| {
        let lines: Vec<_> = problems.iter().map(Problem::to_string).collect();
        anyhow::anyhow!("the configuration needs mending:\n  {}", lines.join("\n  "))
    })
}

/// The database, and the keys that go with it. A place that has never been used gets keys of its own.
pub async fn database(config: &Config) -> anyhow::Result<(Store, Keyring, [u8; 32])> {
    let directory = &config.data.directory;
    // Keys are made for a database that has never been there; never beside one whose keys were lost.
    let first_start = !directory.join("beian.db").exists() && config.database.url.starts_with("sqlite:");
    std::fs::create_dir_all(directory).with_context(|| format!("{} cannot be made", directory.display()))?;
    let (keyring, link_key) = match config.keys.open() {
        Err(KeyFileError::Absent(file)) if first_start => {
            config.keys.create(&Chance::system())?;
            tracing::info!(file = %file.display(), "made keys: back them up apart from the database");
            config.keys.open()?
        }
        other => other?,
    };
    let store = open_store(config, keyring.clone()).await?;
    Ok((store, keyring, link_key))
}

async fn open_store(config: &Config, keyring: Keyring) -> anyhow::Result<Store> {
    let settings = beian_store::Settings {
        url: config.database.url.clone(),
        max_connections: config.database.max_connections,
        keyring,
        chance: store_chance(),
    };
    Store::open(&settings).await.context("the database cannot be reached; see database.url")
}

/// The operating system's chance, in the form the store takes.
pub fn store_chance() -> beian_store::Chance {
    let chance = Chance::system();
    Arc::new(move |bytes: &mut [u8]| chance.fill(bytes))
}

impl Platform {
    /// Opens what the configuration names.
    pub async fn open(config: Config) -> anyhow::Result<Self> {
        let rules = rules::open(&config.rulebook)?;
        let database = database(&config).await?;
        let process = ProcessName::take(&config.data.directory)?;
        Self::over(config, rules, database, process).await
    }

    /// The same under a name that is taken already.
    pub async fn open_as(config: Config, process: ProcessName) -> anyhow::Result<Self> {
        let rules = rules::open(&config.rulebook)?;
        let database = database(&config).await?;
        Self::over(config, rules, database, process).await
    }

    async fn over(
        config: Config,
        (rules, watch): (Rules, Watch),
        (store, keyring, link_key): (Store, Keyring, [u8; 32]),
        process: ProcessName,
    ) -> anyhow::Result<Self> {
        if config.database.migrate_at_start {
            store.migrate().await.context("the database cannot be brought up to date")?;
        }
        store.ready().await.context("the database is not ready; run `beian migrate`")?;
        let released = store.release_claims_of(process.as_str()).await?;
        if released > 0 {
            tracing::info!(jobs = released, "taken back from the process of this name that died");
        }
        let app = application(&config, rules, store.clone(), keyring, Clock::system(), &process).await?;
        Ok(Self { config, store, app, link_key, process, rules: watch })
    }

    /// Keeps the rules as their directories have them, until the token is cancelled.
    pub fn watch_rules(&self, token: &CancellationToken) -> std::io::Result<()> {
        self.rules.clone().start(self.app.clone(), token.clone())
    }

    /// Leaves: what this process had claimed is free for others at once, and so is the lead over authorities.
    pub async fn close(self) -> anyhow::Result<()> {
        let name = self.process.as_str();
        self.store.release_claims_of(name).await?;
        for authority in &self.config.authorities {
            self.store.step_down(&authority.name, name).await?;
        }
        // A request that was given up may hold a connection until the process ends.
        if let Ok(closed) = tokio::time::timeout(CLOSE, self.store.close()).await {
            closed?;
        }
        Ok(())
    }

    /// The pages over the application.
    pub fn web(&self) -> Web {
        let config = &self.config;
        let check_page = config.authorities.iter().find_map(|authority| authority.check_page.clone());
        let settings = WebSettings {
            secure_cookies: config.server.is_secure(),
            trusted_proxy: config.server.behind_proxy,
            phone_check_page: check_page.unwrap_or_default(),
            rehearsal: config.server.rehearsal,
            filing_number: config.provider.filing_number.clone(),
            hotline: Some(config.provider.contact.clone()),
            link_key: self.link_key,
            limits: config.requests,
            packages: config.packages.clone(),
        };
        Web::new(self.app.clone(), settings)
    }
}

/// The application over an open database.
pub async fn application(
    config: &Config,
    rulebook: Rules,
    store: Store,
    keyring: Keyring,
    clock: Clock,
    process: &ProcessName,
) -> anyhow::Result<App> {
    let blobs = Blobs::open(config.data.evidence(), keyring, store_chance())
        .await
        .context("the evidence directory cannot be used; see data.directory")?;
    let link = |authority: &crate::config::Authority| AuthorityLink {
        name: authority.name.clone(),
        provinces: authority.provinces.clone(),
        client: authority.client.clone(),
        batch: authority.batch,
    };
    Ok(App::new(Parts {
        store,
        blobs,
        clock,
        chance: Chance::system(),
        calendar: Calendar::builtin(),
        rulebook,
        links: config.authorities.iter().map(link).collect(),
        wording: beian_web::wording(),
        mail: Mail::new(config.mail.clone()).context("[mail]")?,
        sms: Sms::new(config.sms.clone()).context("[sms]")?,
        settings: settings(config, process),
    }))
}

fn settings(config: &Config, process: &ProcessName) -> Settings {
    Settings {
        provider: Provider { name: config.provider.name.clone(), contact: config.provider.contact.clone() },
        base_url: config.server.base_url.clone(),
        notice_language: config.provider.notice_language.to_owned(),
        limits: config.limits,
        work: Work { name: process.as_str().to_owned(), ..config.work.clone() },
        sessions: config.sessions,
        exchange: config.exchange,
    }
}
