//! The straight path by a person's clicks in a real Chromium, in both languages, on a desk and on a phone.
//!
//! The clicks are in `browser/story.mjs`; here the demo is started for it, in a folder of its own. Screenshots
//! of every page stay in `target/screenshots/`.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on says where")]

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use beian_domain::region::RegionCode;
use beian_domain::sample;
use chrono::NaiveDate;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader};
use tokio::process::{Child, Command};

/// The program under test.
const BEIAN: &str = env!("CARGO_BIN_EXE_beian-under-test");
/// How long the demo may take to make its sample data on a busy machine.
const FURNISHING: Duration = Duration::from_mins(2);

/// The demo, as its banner describes it; ends with this value.
struct Demo {
    console: String,
    authority: String,
    password: String,
    _child: Child,
}

/// Starts the demo in `directory` and reads the banner until it names the way to the reviewer's desk.
async fn start_demo(directory: &Path) -> Demo {
    let mut child = Command::new(BEIAN)
        .args(["demo", "--port", "8640", "--simulator-port", "8660", "--dir"])
        .arg(directory.join("demo"))
        .current_dir(directory)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let (mut addresses, mut password) = (Vec::new(), None);
    let banner = async {
        while let Some(line) = lines.next_line().await.unwrap() {
            let words = line.split_whitespace().filter(|word| word.starts_with("http://127.0.0.1"));
            addresses.extend(words.map(|word| word.trim_end_matches('/').to_owned()));
            if let Some((_, rest)) = line.split_once("same password: ") {
                password = Some(rest.trim_end_matches(')').trim_end_matches('）').to_owned());
                return;
            }
        }
    };
    tokio::time::timeout(FURNISHING, banner).await.expect("the demo starts");
    // Whoever prints must be read, or it waits for ever.
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    let console = addresses[0].clone();
    let authority = addresses.iter().find(|address| !address.starts_with(&console));
    Demo {
        authority: authority.expect("the banner names the simulated authority").clone(),
        console,
        password: password.expect("the banner names the password"),
        _child: child,
    }
}

/// An invented company whose numbers are right.
fn company(seed: u64) -> Value {
    let district = RegionCode::from_number(330_106).unwrap();
    let person = |name: &str, seed: u64, born: i32| {
        json!({
            "name": name,
            "id": sample::resident_id(seed, NaiveDate::from_ymd_opt(born, 5, 6).unwrap()).as_str(),
            "mobile": sample::mobile(seed).as_str(),
            "emergency": sample::mobile(seed + 1).as_str(),
            "office": "0571-85550000",
            "email": format!("person{seed}@example.cn"),
        })
    };
    json!({
        "name": format!("杭州示例{seed}茶业有限公司"),
        "code": sample::unified_code_in(seed, district).as_str(),
        "province": "330000",
        "region": district.to_string(),
        "address": "示例路 8 号 2 幢 301 室",
        "domain": format!("tea{seed}-example.cn"),
        "site": format!("示例{seed}茶业官网"),
        "subject": person("周示例", seed * 4, 1982),
        "service": person("陈样本", seed * 4 + 2, 1991),
    })
}

/// Tells the story in one language at one width; gives the filing number.
async fn tell(language: &str, width: u32, seed: u64) -> Option<String> {
    let chromium = chromium()?;
    let directory = tempfile::tempdir().unwrap();
    let demo = start_demo(directory.path()).await;
    let browser = Path::new(env!("CARGO_MANIFEST_DIR")).join("browser");
    assert!(
        browser.join("node_modules/playwright-core").exists(),
        "run `npm ci --ignore-scripts` in {}; cargo xtask test does",
        browser.display()
    );
    let story = json!({
        "console": demo.console, "authority": demo.authority, "staff": "reviewer@example.cn",
        "password": demo.password, "chromium": chromium, "language": language, "width": width,
        "pictures": screenshots().join(format!("{language}-{width}")), "company": company(seed),
    });
    let mut told = Command::new("node")
        .arg("story.mjs")
        .current_dir(&browser)
        .env("STORY", story.to_string())
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .expect("node is installed; cargo xtask test sees to it");
    let mut said = String::new();
    told.stdout.take().unwrap().read_to_string(&mut said).await.unwrap();
    assert!(
        told.wait().await.unwrap().success(),
        "the story did not end well; see above and {}",
        screenshots().display()
    );
    Some(said.trim().to_owned())
}

/// The browser to drive. Without one the story is not told, and says so.
#[expect(clippy::disallowed_methods, reason = "whoever runs the tests names the browser")]
#[expect(clippy::print_stderr, reason = "whoever runs the tests must see that a story was not told")]
fn chromium() -> Option<String> {
    let named = std::env::var("BEIAN_TEST_BROWSER").ok();
    if named.is_none() {
        eprintln!("no BEIAN_TEST_BROWSER: skipped");
    }
    named
}

fn screenshots() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("screenshots")
}

#[tokio::test]
async fn browser_from_sign_up_to_the_number_in_chinese_on_a_desk() {
    if let Some(number) = tell("zh-CN", 1280, 7001).await {
        assert!(number.starts_with("浙ICP备") && number.ends_with("号-1"), "{number}");
    }
}

#[tokio::test]
async fn browser_from_sign_up_to_the_number_in_english_on_a_phone() {
    if let Some(number) = tell("en", 390, 7002).await {
        assert!(number.starts_with("浙ICP备") && number.ends_with("号-1"), "{number}");
    }
}

#[tokio::test]
async fn browser_from_sign_up_to_the_number_in_chinese_on_a_small_phone() {
    if let Some(number) = tell("zh-CN", 360, 7003).await {
        assert!(number.starts_with("浙ICP备") && number.ends_with("号-1"), "{number}");
    }
}
