//! Foreign clients load the WSDLs from the simulator and make every call: what they tell must be what a
//! provider needs to see. Hashes, zip, AES and GBK are those of their own languages.

use serde_json::{Value, json};

use super::programs::Program;
use super::sandbox::Sandbox;

async fn files_at_our_simulator(program: Option<Program>) {
    let Some(program) = program else { return };
    let sandbox = Sandbox::open().await;
    let told = program.tell(&sandbox.story()).await;
    assert_eq!(told["before"], json!([0, ""]), "nothing was uploaded yet");
    assert_eq!(told["gap"], json!([14, [1, 2]]), "two numbers were left out");
    assert_eq!(told["upload"], json!([0, []]));
    assert_eq!(told["after"], json!([1, true]), "the last upload comes back byte for byte");
    assert_eq!(told["unfiled"], json!(["1", null]));
    assert_eq!(told["downloads"], json!(2), "received, then approved");
    let number = told["number"][0].as_str().unwrap();
    assert!(number.starts_with("粤ICP备2026") && number.ends_with("号-1"), "{number}");
    assert_eq!(told["filed"], json!(["0", number]));
    let expected: Value = json!([[0, "0"], [0, "0"], [0, "1"], [0, "1"], [0, "1"], [22, null]]);
    assert_eq!(told["verify"], expected, "plain, as a hash, wrong, and too often");
}

#[tokio::test]
async fn a_python_client_files_at_our_simulator() {
    files_at_our_simulator(Program::python("client.py")).await;
}

#[tokio::test]
async fn a_node_client_files_at_our_simulator() {
    files_at_our_simulator(Program::node("client.mjs")).await;
}

#[tokio::test]
async fn a_php_client_files_at_our_simulator() {
    files_at_our_simulator(Program::php("client.php")).await;
}
