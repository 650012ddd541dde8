//! A package on its way in: into a file without a name that is gone as soon as nobody reads it.

use std::fs::File;
use std::path::PathBuf;
use std::time::Duration;

use axum::extract::multipart::{Field, Multipart};
use axum::extract::{FromRequest as _, Request};
use beian_app::Failure;
use tokio::io::AsyncWriteExt as _;
use tokio::time::{Instant, timeout_at};

use crate::csrf::{Pairs, honest, same_site};
use crate::problem::Problem;
use crate::state::Web;
use crate::visit::Visit;

/// How long anybody may take whatever the size, and how many bytes a second are asked for beyond that: a place
/// is for those who send.
const GRACE: Duration = Duration::from_mins(1);
const SLOWEST: u64 = 16 * 1024;
/// When to try again what came too slowly.
const COME_BACK: Duration = Duration::from_secs(5);
/// The longest answer beside the file: a public key of 16,384 bits, in decimal with room.
const LONGEST_ANSWER: usize = 16 * 1024;
const MOST_ANSWERS: usize = 16;
/// How long what nobody will read is let pass, so that the browser gets to see why.
const PATIENCE: Duration = Duration::from_secs(20);

/// The form as it came.
pub(super) struct Handed {
    pub(super) fields: Pairs,
    pub(super) file: Option<Received>,
}

/// A file that was handed in.
pub(super) struct Received {
    /// What the browser called it.
    pub(super) name: String,
    /// The bytes. The file has no name in its directory: it ends with this handle, however that ends.
    pub(super) file: File,
    /// Whether all of it is there; not when it is larger than the limit.
    pub(super) whole: bool,
}

/// Takes the form. Its token is looked at before anything is written.
pub(super) async fn take(web: &Web, visit: &Visit, request: Request) -> Result<Handed, Problem> {
    same_site(request.headers())?;
    let mut form = Multipart::from_request(request, web).await.map_err(|_| Problem::unreadable())?;
    let mut pace = Pace { begun: Instant::now(), bytes: 0 };
    let mut handed = Handed { fields: Pairs::default(), file: None };
    loop {
        let next = timeout_at(pace.until(), form.next_field()).await.map_err(|_| too_slow())?;
        let Some(field) = next.map_err(|_| Problem::unreadable())? else { break };
        let name = field.name().unwrap_or_default().to_owned();
        if field.file_name().is_none() {
            if handed.fields.0.len() >= MOST_ANSWERS {
                return Err(Problem::unreadable());
            }
            let text = answer(field, &mut pace).await?;
            handed.fields.0.push((name, text));
            continue;
        }
        honest(visit, &handed.fields.one("csrf"))?;
        let is_chosen = field.file_name().is_some_and(|name| !name.is_empty());
        if name == "file" && is_chosen && handed.file.is_none() {
            handed.file = Some(file(web, field, &mut pace).await?);
        }
    }
    honest(visit, &handed.fields.one("csrf"))?;
    Ok(handed)
}

/// Reads a while and forgets it: a browser that is cut off while it sends shows no page at all.
pub(super) async fn let_pass(web: &Web, request: Request) {
    let passing = async {
        let Ok(mut form) = Multipart::from_request(request, web).await else { return };
        while let Ok(Some(mut field)) = form.next_field().await {
            while let Ok(Some(_)) = field.chunk().await {}
        }
    };
    // Whoever is still sending after that has to live without.
    let _ = tokio::time::timeout(PATIENCE, passing).await;
}

async fn answer(mut field: Field<'_>, pace: &mut Pace) -> Result<String, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = pace.chunk(&mut field).await? {
        let room = LONGEST_ANSWER.saturating_sub(bytes.len()).min(chunk.len());
        bytes.extend_from_slice(&chunk[..room]);
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

async fn file(web: &Web, mut field: Field<'_>, pace: &mut Pace) -> Result<Received, Problem> {
    let settings = &web.settings().packages;
    let name = field.file_name().unwrap_or_default().to_owned();
    let mut file = tokio::fs::File::from_std(nameless(settings.directory.clone()).await?);
    let mut whole = true;
    let mut written = 0_u64;
    let mut until = None;
    loop {
        let next = match until {
            None => pace.chunk(&mut field).await?,
            Some(until) => match timeout_at(until, pace.chunk(&mut field)).await {
                Ok(next) => next?,
                Err(_) => break,
            },
        };
        let Some(chunk) = next else { break };
        written += chunk.len() as u64;
        if written > settings.most_bytes && whole {
            // What was written so far is of no use: its space is given back at once.
            whole = false;
            file.set_len(0).await.map_err(Failure::fault)?;
            until = Some(Instant::now() + PATIENCE);
        }
        if whole {
            file.write_all(&chunk).await.map_err(Failure::fault)?;
        }
    }
    file.flush().await.map_err(Failure::fault)?;
    Ok(Received { name, file: file.into_std().await, whole })
}

/// A file that stands in no directory.
async fn nameless(directory: PathBuf) -> Result<File, Problem> {
    let open = move || std::fs::create_dir_all(&directory).and_then(|()| tempfile::tempfile_in(&directory));
    let opened = tokio::task::spawn_blocking(open).await.map_err(Failure::fault)?;
    Ok(opened.map_err(Failure::fault)?)
}

/// How fast it comes.
struct Pace {
    begun: Instant,
    bytes: u64,
}

impl Pace {
    /// Until when the next piece must be there.
    fn until(&self) -> Instant {
        self.begun + GRACE + Duration::from_secs(self.bytes / SLOWEST)
    }

    async fn chunk(&mut self, field: &mut Field<'_>) -> Result<Option<axum::body::Bytes>, Problem> {
        let chunk = timeout_at(self.until(), field.chunk()).await.map_err(|_| too_slow())?;
        let chunk = chunk.map_err(|_| Problem::unreadable())?;
        self.bytes += chunk.as_ref().map_or(0, |chunk| chunk.len() as u64);
        Ok(chunk)
    }
}

fn too_slow() -> Problem {
    Failure::Busy { retry_after: COME_BACK }.into()
}
