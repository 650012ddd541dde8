//! The files themselves: what waits for providers or was taken by them, what came from them; each as XML and zip.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::frame::{Lang, page, time};
use super::push::state;
use super::sorry;
use crate::packing;
use crate::simulator::bureau::Bureau;
use crate::simulator::{Simulator, SimulatorError};

/// So many files of a provider are listed.
const LISTED: usize = 100;
/// So many characters of a document are shown; the zip has the rest.
const SHOWN: usize = 200_000;

/// The files of one provider, the latest first, and how many there are.
struct Own {
    account: i64,
    files: Vec<File>,
    count: usize,
}

struct File {
    number: i64,
    name: String,
    at: DateTime<Utc>,
    state: Markup,
}

pub(super) async fn downloads(State(simulator): State<Simulator>, lang: Lang) -> Response {
    let listed = move |bureau: &mut Bureau<'_>| {
        let own = bureau.config.accounts.iter().map(|account| {
            let all = bureau.state.outbox.between((account.isp_id, i64::MIN)..=(account.isp_id, i64::MAX));
            let files = all.rev().take(LISTED).map(|((_, number), file)| File {
                number: *number,
                name: file.name.clone(),
                at: file.queued,
                state: state(lang, file.delivered, file.acknowledged),
            });
            let files: Vec<File> = files.collect();
            let all = bureau.state.outbox.between((account.isp_id, i64::MIN)..=(account.isp_id, i64::MAX));
            Own { account: account.isp_id, files, count: all.count() }
        });
        Ok(own.collect::<Vec<_>>())
    };
    let title = lang.pick("下发文件", "Files sent");
    let about = lang.pick(
        "每个接入商的下发文件，最新的在前。没有确认的文件会一再下发。",
        "The files for each provider, the latest first. A file comes again until it is acknowledged.",
    );
    match simulator.run(listed).await {
        Ok(own) => list(lang, (title, about), "/downloads", &own),
        Err(error) => sorry(lang, &error),
    }
}

pub(super) async fn uploads(State(simulator): State<Simulator>, lang: Lang) -> Response {
    let listed = move |bureau: &mut Bureau<'_>| {
        let own = bureau.config.accounts.iter().map(|account| {
            let range = (account.isp_id, i64::MIN)..=(account.isp_id, i64::MAX);
            let files = bureau.state.uploads.between(range.clone()).rev().take(LISTED);
            let files = files.map(|((_, number), upload)| File {
                number: *number,
                name: upload.md5.clone(),
                at: upload.taken,
                state: examined(lang, upload.examined),
            });
            let files: Vec<File> = files.collect();
            Own { account: account.isp_id, files, count: bureau.state.uploads.between(range).count() }
        });
        Ok(own.collect::<Vec<_>>())
    };
    let title = lang.pick("上报文件", "Files received");
    let about = lang.pick(
        "每个接入商的上报文件，按上报序号，最新的在前。",
        "The files of each provider by their numbers, the latest first.",
    );
    match simulator.run(listed).await {
        Ok(own) => list(lang, (title, about), "/uploads", &own),
        Err(error) => sorry(lang, &error),
    }
}

fn examined(lang: Lang, examined: bool) -> Markup {
    html! {
        @if examined { span.badge.done { (lang.pick("已处理", "Examined")) } }
        @else { span.badge.wait { (lang.pick("待处理", "Waiting")) } }
    }
}

fn list(lang: Lang, (title, about): (&str, &str), here: &str, own: &[Own]) -> Response {
    let is_upload = here == "/uploads";
    let [number, name, at, state] = [
        lang.pick("序号", "No."),
        if is_upload { "MD5" } else { lang.pick("文件", "File") },
        lang.pick("时间", "Time"),
        lang.pick("状态", "State"),
    ];
    let body = html! {
        h1 { (title) }
        p.small { (about) }
        @for one in own {
            div.card {
                h2 { (lang.pick("接入商", "Provider")) " " span.num { (one.account) } " " small.num { (one.count) } }
                @if one.files.is_empty() { p { (lang.pick("还没有文件。", "No file yet.")) } }
                @else {
                    table {
                        thead { tr { @for title in [number, name, at, state] { th { (title) } } } }
                        tbody { @for file in &one.files {
                            @let address = format!("{here}/{}/{}", one.account, file.number);
                            tr {
                                td.num data-label=(number) { (file.number) }
                                td.name data-label=(name) { a href=(lang.href(&address)) { (file.name) } }
                                td.num data-label=(at) { (time(file.at)) }
                                td data-label=(state) { (file.state) }
                            }
                        } }
                    }
                }
                @if one.count > one.files.len() {
                    p.small { (lang.pick("只列出最近的", "Only the latest are listed:")) " " (LISTED) }
                }
            }
        }
    };
    page(lang, title, here, &body)
}

/// The name of a file and its archive.
type Archive = Result<(String, Vec<u8>), SimulatorError>;

fn sent(bureau: &Bureau<'_>, key: (i64, i64)) -> Archive {
    let file = bureau.state.outbox.get(&key).ok_or(SimulatorError::Missing)?;
    Ok((file.name.clone(), bureau.disk.read_download(&file.name)?))
}

fn received(bureau: &Bureau<'_>, key: (i64, i64)) -> Archive {
    bureau.state.uploads.get(&key).ok_or(SimulatorError::Missing)?;
    Ok((format!("{}-{}", key.0, key.1), bureau.disk.read_upload(key.0, key.1)?))
}

pub(super) async fn download(
    State(simulator): State<Simulator>,
    lang: Lang,
    Path(key): Path<(i64, i64)>,
) -> Response {
    let read = simulator.run(move |bureau| sent(bureau, key)).await;
    text(lang, lang.pick("下发文件", "Files sent"), ("/downloads", key), read)
}

pub(super) async fn upload(
    State(simulator): State<Simulator>,
    lang: Lang,
    Path(key): Path<(i64, i64)>,
) -> Response {
    let read = simulator.run(move |bureau| received(bureau, key)).await;
    text(lang, lang.pick("上报文件", "Files received"), ("/uploads", key), read)
}

pub(super) async fn download_zip(
    State(simulator): State<Simulator>,
    lang: Lang,
    Path(key): Path<(i64, i64)>,
) -> Response {
    zip(lang, simulator.run(move |bureau| sent(bureau, key)).await)
}

pub(super) async fn upload_zip(
    State(simulator): State<Simulator>,
    lang: Lang,
    Path(key): Path<(i64, i64)>,
) -> Response {
    zip(lang, simulator.run(move |bureau| received(bureau, key)).await)
}

fn zip(lang: Lang, read: Archive) -> Response {
    match read {
        Ok((name, zip)) => {
            let disposition = format!("attachment; filename=\"{name}.zip\"");
            let headers = [
                (header::CONTENT_TYPE, "application/zip".to_owned()),
                (header::CONTENT_DISPOSITION, disposition),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
            ];
            (headers, zip).into_response()
        }
        Err(error) => sorry(lang, &error),
    }
}

fn text(lang: Lang, above: &str, (list, key): (&str, (i64, i64)), read: Archive) -> Response {
    let (name, zip) = match read {
        Ok(read) => read,
        Err(error) => return sorry(lang, &error),
    };
    let text = packing::unpack_text(&zip).unwrap_or_default();
    let shown: String = lines(&text).chars().take(SHOWN).collect();
    let here = format!("{list}/{}/{}", key.0, key.1);
    let body = html! {
        p.small { a href=(lang.href(list)) { (above) } }
        h1.name { (name) }
        p {
            a href={ (here) "/file.zip" } { (lang.pick("下载压缩包", "Download the zip")) }
            " " small.num { (zip.len().div_ceil(1024)) " KB" }
        }
        @if text.is_empty() {
            p { (lang.pick("内容不是可读的文本。", "The content is no readable text.")) }
        } @else {
            pre.xml tabindex="0" { (shown) }
        }
    };
    page(lang, &name, &here, &body)
}

/// The document with an element per line, indented, so that it can be read.
fn lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    let mut depth = 0_usize;
    let mut closed = true;
    for piece in text.split_inclusive('>') {
        let (before, tag) = piece.split_at(piece.rfind('<').unwrap_or(piece.len()));
        out.push_str(before.trim_end_matches('\n'));
        let ends = tag.starts_with("</");
        if ends {
            depth = depth.saturating_sub(1);
        }
        if !ends || closed {
            out.push('\n');
            out.extend(std::iter::repeat_n("  ", depth));
        }
        out.push_str(tag);
        if !ends && !tag.ends_with("/>") && !tag.starts_with("<?") {
            depth += 1;
        }
        closed = ends || tag.ends_with("/>") || tag.starts_with("<?");
    }
    out.trim_start().to_owned()
}
