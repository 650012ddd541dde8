//! What cannot be sent is refused with the field that is wrong, and leaves nothing behind.

use serde_json::{Value, json};

use super::super::stage::Stage;

#[tokio::test]
async fn errors_name_the_field() {
    let stage = Stage::open().await;
    let range = |first: &str, last: &str| json!({ "first": first, "last": last });
    let cases: [(&str, Value, &str, &str); 14] = [
        ("notice", json!({ "about": "subject", "number": "1" }), "text", "is missing"),
        ("notice", json!({ "about": "nobody", "number": "1", "text": "x" }), "about", "none of subject"),
        ("notice", json!({ "about": "subject", "text": "x" }), "number", "bureau_id"),
        (
            "notice",
            json!({ "about": "subject", "number": "1", "text": "x", "sort": 1 }),
            "sort",
            "no such field",
        ),
        (
            "notice",
            json!({ "about": "subject", "number": "1", "text": "长".repeat(256) }),
            "text",
            "outside 1–255",
        ),
        ("notice", json!({ "about": "subject", "number": "1", "text": "\u{20000}" }), "text", "not in GBK"),
        (
            "notice",
            json!({ "about": "subject", "number": "1", "text": "x", "account": 9 }),
            "account",
            "no provider 9",
        ),
        ("notice", json!({ "about": "subject", "number": "1", "text": true }), "text", "neither"),
        ("ip-unreported", range("203.0.113.300", "203.0.113.1"), "first", "no IPv4 address"),
        ("ip-unreported", range("203.0.113.9", "203.0.113.1"), "last", "before `first`"),
        (
            "verification-task",
            json!({ "number": "1", "filed_by": "organiser" }),
            "number",
            "nothing is filed",
        ),
        ("liveness-inspection", json!({ "number": "粤ICP备1号-1" }), "bureau_id", "needed"),
        (
            "access-inspection",
            json!({ "number": "粤ICP备1号-1", "bureau_id": 1, "finding": "not-filed" }),
            "resolved",
            "missing",
        ),
        (
            "unfiled-site",
            json!({ "domain": "a.example", "ip": "203.0.113.1", "carrier": 1, "deadline": "soon" }),
            "deadline",
            "no date",
        ),
    ];
    for (kind, fields, field, said) in cases {
        let (status, answer) = stage.post(&format!("/control/push/{kind}"), fields).await;
        assert_eq!((status, &answer["field"]), (422, &json!(field)), "{kind}: {answer}");
        assert!(answer["error"].as_str().unwrap().contains(said), "{kind}: {answer}");
    }
    nothing_was_sent(&stage).await;
}

#[tokio::test]
async fn a_list_follows_only_what_can_be_sent() {
    let stage = Stage::open().await;
    let entry = json!({ "operation": "add", "name": "网", "domains": "x" });
    assert_eq!(stage.post("/control/push/site-blacklist", entry).await.1["field"], "domains");
    let entry = json!({ "operation": "change", "name": "网", "domains": "x.example" });
    assert_eq!(stage.post("/control/push/site-blacklist", entry).await.1["field"], "operation");
    assert_eq!(stage.post("/control/push/nothing", json!({})).await.0, 404);
    nothing_was_sent(&stage).await;
}

async fn nothing_was_sent(stage: &Stage) {
    assert_eq!(stage.json("/control/push").await, json!([]));
    assert!(stage.fetch().await.is_none());
}
