//! Scripts and files of accounts: the example is good, mistakes are named with line and key.

use std::path::{Path, PathBuf};
use std::time::Duration;

use beian_authority::client::CallError;
use beian_authority::codes::MsgCode;
use beian_authority::message::download::bajg::OutcomeKind;
use beian_authority::sample;
use beian_authority::simulator::{Script, SimulatorConfig, read_accounts};
use serde_json::json;

use super::stage::{Stage, client_of, pack};

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/simulator").join(name)
}

fn read(text: &str) -> Result<Script, String> {
    let read = Script::read(text, |name| std::fs::read_to_string(example(&name.to_string_lossy())));
    read.map_err(|error| error.to_string())
}

fn script() -> Script {
    read(&std::fs::read_to_string(example("script.toml")).unwrap()).unwrap()
}

fn configure(config: &mut SimulatorConfig) {
    let accounts = read_accounts(&std::fs::read_to_string(example("accounts.toml")).unwrap()).unwrap();
    *config = SimulatorConfig { accounts, ..config.clone() }.with_script(script());
}

#[tokio::test]
async fn the_example_is_played_once() {
    let stage = Stage::with(configure).await;
    assert_eq!(stage.json("/control/faults").await.as_array().unwrap().len(), 3);
    let random = &stage.json("/control/faults/summary").await["random"];
    assert_eq!((&random["rate"], &random["seed"]), (&json!(0.02), &json!(11)));
    let settings = stage.json("/control/settings").await;
    assert_eq!(
        settings["limits"],
        json!({ "waiting_files": 20, "examined_per_tick": 5, "open_requests": 5, "password_tries": 3 })
    );
    assert_eq!(settings["maintenance"][0]["from"], "02:00");
    stage.http.delete(format!("{}/control/faults", stage.base)).send().await.unwrap();

    let (outcomes, _) = stage.fetch_all().await;
    assert_eq!(outcomes.len(), 1, "the file that the script sends");
    assert_eq!(stage.json("/control/push").await[0]["kind"], "unfiled-site");
    stage.send(1, sample::new_filing(1)).await;
    stage.tick();
    assert_eq!(stage.kinds().await, [OutcomeKind::Received { phone_check: false }]);
    stage.pass(Duration::from_secs(30));
    assert_eq!(stage.kinds().await, [OutcomeKind::Granted { opinion: None }]);

    let stage = stage.restarted_with(configure).await;
    assert_eq!(stage.json("/control/faults").await, json!([]), "not ordered a second time");
    assert!(stage.fetch_all().await.0.is_empty(), "not sent a second time");
    assert_eq!(stage.json("/control/push").await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn the_accounts_of_the_example_are_at_different_bureaus() {
    let stage = Stage::with(|config| {
        configure(config);
        config.script = None;
    })
    .await;
    let accounts = read_accounts(&std::fs::read_to_string(example("accounts.toml")).unwrap()).unwrap();
    let unopened = client_of(&stage.base, &accounts[2]);
    let error = unopened.upload(1, &pack(sample::new_filing(1)), stage.nonce()).await.unwrap_err();
    assert!(matches!(error, CallError::Rejected { code: MsgCode::NOT_OPENED, .. }));
}

#[test]
fn mistakes_in_a_script_are_named() {
    let wrong = [
        ("seed = 1\nsede = 2", "line 2, sede: unknown field `sede`"),
        ("seed = \"x\"", "line 1, seed: invalid type"),
        ("[settings]\nphone_check = 1", "line 2, settings.phone_check: invalid type"),
        ("[settings]\nhours = { from = 9, until = 30 }", "line 1, settings: hours"),
        ("[settings.limits]\nwaiting = 3", "line 2, settings.limits.waiting: unknown field"),
        ("[[faults]]\non = \"upload\"\nkind = \"drop\"", "line 3, faults.kind: unknown variant `drop`"),
        ("[[faults]]\non = \"upload\"\nkind = \"late\"", "line 1, faults: `late` needs `ms`"),
        ("[[faults]]\nkind = \"rubbish\"", "line 1, faults: missing field `on`"),
        ("[random_faults]\nrate = 2.0", "line 1, random_faults: rate"),
        ("[random_faults]\nrate = 0.2\nkinds = [\"x\"]", "line 3, random_faults.kinds: unknown variant `x`"),
        ("[[pushes]]\naccount = 1", "line 1, pushes: give either `file` or `xml`"),
        ("[[pushes]]\naccount = 1\nfile = \"no.xml\"", "line 1, pushes: `file` no.xml: "),
        ("[[pushes]]\naccount = 1\nxml = \"<a>\"", "line 1, pushes: the document cannot be read"),
        ("[[push]]\naccount = 1001", "line 1, push: kind: is missing"),
        ("[[push]]\nkind = \"letter\"", "line 1, push: kind: there is no kind \"letter\""),
        ("[[push]]\nkind = \"notice\"\nabout = \"subject\"", "line 1, push: text: is missing"),
        ("seed = ", "line 1, seed: "),
    ];
    for (text, expected) in wrong {
        let said = read(text).unwrap_err();
        assert!(said.starts_with(expected), "{text:?}: {said}");
    }
}

#[test]
fn mistakes_in_a_file_of_accounts_are_named() {
    let one = "[[accounts]]\nisp_id = 1\nuser_name = \"a\"\npassword = \"p\"\n";
    let wrong = [
        ("accounts = []".to_owned(), "line 1, accounts: no account"),
        (one.replace("isp_id", "id"), "line 2, accounts.id: unknown field `id`"),
        (format!("{one}key = \"short\"\n"), "line 1, accounts: account 1: `key` and `offset` go together"),
        (format!("{one}bureau = \"火\"\n"), "line 1, accounts: account 1: `bureau` \"火\" is no province"),
        (format!("{one}\n{one}"), "line 6, accounts: `isp_id` and `user_name`"),
    ];
    for (text, expected) in wrong {
        let said = read_accounts(&text).unwrap_err().to_string();
        assert!(said.starts_with(expected), "{text:?}: {said}");
    }
}
