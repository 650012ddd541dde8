//! The simulator's pages as a browser without script sees them.

use beian_authority::sample;
use serde_json::{Value, json};

use super::stage::Stage;

#[tokio::test]
async fn the_operator_sees_every_field_and_decides() {
    let stage = Stage::open().await;
    assert!(stage.get("/").await.1.contains("还没有收到备案"));
    stage.send(1, sample::new_filing(1)).await;
    let (_, list) = stage.get("/").await;
    assert!(list.contains("深圳示例1号科技有限公司") && list.contains("待短信核验"));
    let (_, detail) = stage.get("/filings/1").await;
    for text in ["shop1.example", "203.0.113.2", "营业执照", "云接入", &sample::credit_code(1), "代为报备"]
    {
        assert!(detail.contains(text), "{text}");
    }
    assert!(!detail.contains("通过，发放备案号"), "nothing to decide before the phone check");
    stage.pass_phone_check(1).await;
    assert!(stage.get("/filings/1").await.1.contains("通过，发放备案号"));
    let (status, page) = stage.submit("/filings/1/approve", &[("opinion", "")]).await;
    assert_eq!(status, 200, "redirected to the filing");
    assert!(page.contains("粤ICP备2025000001号-1"));
    assert_eq!(stage.submit("/filings/1/refuse", &[("opinion", "迟了")]).await.0, 409);
    assert_eq!(stage.get("/filings/99").await.0, 404);
}

#[tokio::test]
async fn pictures_are_shown_as_sent() {
    let stage = Stage::open().await;
    stage.send(1, sample::new_filing(1)).await;
    stage.get("/").await;
    let url = format!("{}/filings/1/pictures/0", stage.base);
    let response = stage.http.get(url).send().await.unwrap();
    assert_eq!(response.headers()["content-type"], "image/jpeg");
    assert_eq!(response.bytes().await.unwrap(), sample::PICTURE);
    assert_eq!(stage.get("/filings/1/pictures/9").await.0, 404);
}

#[tokio::test]
async fn every_page_says_that_it_is_a_simulator_in_both_languages() {
    let stage = Stage::open().await;
    stage.send(1, sample::new_filing(1)).await;
    stage.get("/").await;
    let phone = format!("/phone/{}", sample::subject_mobile(1));
    stage.push("notice", json!({ "about": "subject", "bureau_id": 1, "text": "请整改" })).await;
    let paths =
        ["/", "/filings/1", "/check", "/phone", &phone, "/filings/99", "/overview", "/push", "/downloads"];
    for path in
        paths.into_iter().chain(["/downloads/1001/1", "/uploads", "/uploads/1001/1", "/uploads/1001/9"])
    {
        assert!(stage.get(path).await.1.contains("这是模拟系统，不是真的管局"), "{path}");
        let (_, english) = stage.get(&format!("{path}?lang=en")).await;
        assert!(english.contains("This is a simulator, not a real authority"), "{path}");
        assert!(english.contains("lang=\"en\""), "{path}");
    }
    let (_, english) = stage.get("/check?lang=en").await;
    assert!(english.contains("action=\"/check?lang=en\""), "the language stays");
    assert!(stage.get(&phone).await.1.contains(&stage.code_for(&sample::subject_mobile(1)).await));
    assert_eq!(stage.get("/phone/13900000000").await.0, 404);
}

#[tokio::test]
async fn settings_are_kept() {
    let stage = Stage::with(|config| config.settings.phone_check = false).await;
    stage.submit("/settings", &[("approve_after_seconds", "5")]).await;
    stage.send(1, sample::new_filing(1)).await;
    stage.kinds().await;
    stage.pass(std::time::Duration::from_secs(5));
    assert_eq!(stage.kinds().await.len(), 1);
    assert!(stage.get("/").await.1.contains("value=\"5\""));
}

#[tokio::test]
async fn another_site_cannot_press_the_buttons() {
    let stage = Stage::open().await;
    let post = |name: &'static str, value: String| {
        let url = format!("{}/settings", stage.base);
        let form = [("approve_after_seconds", "1")];
        stage.http.post(url).header(name, value).form(&form).send()
    };
    assert_eq!(post("Origin", "https://elsewhere.example".to_owned()).await.unwrap().status(), 403);
    assert_eq!(post("Sec-Fetch-Site", "cross-site".to_owned()).await.unwrap().status(), 403);
    assert_eq!(post("Origin", "null".to_owned()).await.unwrap().status(), 403);
    assert_eq!(post("Origin", stage.base.clone()).await.unwrap().status(), 200);
    assert_eq!(post("Sec-Fetch-Site", "same-origin".to_owned()).await.unwrap().status(), 200);
}

#[tokio::test]
async fn the_control_interface_answers_in_json() {
    let stage = Stage::open().await;
    stage.send(1, sample::new_filing(1)).await;
    let filings = stage.json("/control/filings").await;
    let expected = serde_json::json!({
        "id": 1, "kind": "new-filing", "account": 1001, "sequence": 1, "record": 101, "reference": "101",
        "name": "深圳示例1号科技有限公司", "domains": ["shop1.example"],
        "arrived": "2025-06-01T04:00:00Z", "stage": "phone-check", "since": "2025-06-01T04:00:00Z",
        "mobiles": ["13800000002", "13800000003"],
    });
    assert_eq!(filings[0], expected);
    let (status, body) = stage.post("/control/filings/1/approve", serde_json::json!({})).await;
    assert_eq!((status, &body["error"]), (409, &Value::from("filing 1 is phone-check")));
}

#[tokio::test]
async fn forms_send_and_say_what_is_wrong() {
    let stage = Stage::open().await;
    let (status, page) = stage
        .submit(
            "/push/notice",
            &[("about", "subject"), ("number", "粤ICP备2025000001号"), ("text", "请变更证件")],
        )
        .await;
    assert_eq!(status, 200, "redirected to the list");
    assert!(page.contains("整改通知") && page.contains("待取"), "{page}");
    stage.client.download(stage.nonce()).await.unwrap();
    assert!(stage.get("/push").await.1.contains("已取 1 次，未确认"));
    stage.fetch().await.unwrap();
    assert!(stage.get("/push?lang=en").await.1.contains("Acknowledged"));

    let wrong = [("domain", "unfiled.example"), ("ip", "203.0.113"), ("carrier", "1")];
    let (status, page) = stage.submit("/push/unfiled-site", &wrong).await;
    assert_eq!(status, 422);
    assert!(page.contains("请填 IPv4 地址") && page.contains("value=\"203.0.113\""), "the answer is kept");
    assert_eq!(stage.submit("/push/nothing", &[]).await.0, 404);
}

#[tokio::test]
async fn files_can_be_read_and_taken() {
    let stage = Stage::open().await;
    let packed = stage.send(1, sample::new_filing(1)).await;
    stage.get("/").await;
    let (_, page) = stage.get("/uploads/1001/1").await;
    assert!(page.contains("&lt;Dwmc&gt;深圳示例1号科技有限公司&lt;/Dwmc&gt;"));
    let zip = stage.http.get(format!("{}/uploads/1001/1/file.zip", stage.base)).send().await.unwrap();
    assert_eq!(zip.headers()["content-type"], "application/zip");
    assert_eq!(zip.bytes().await.unwrap(), packed.zip);
    assert!(stage.get("/downloads").await.1.contains("_00000001.xml"));
    assert!(stage.get("/downloads/1001/1").await.1.contains("&lt;BAJG&gt;"));
    assert_eq!(stage.get("/downloads/1001/1/file.zip").await.0, 200);
    assert_eq!(stage.get("/downloads/1001/7/file.zip").await.0, 404);
}

#[tokio::test]
async fn the_overview_counts_what_waits() {
    let stage = Stage::with(|config| config.settings.phone_check = false).await;
    stage.send(1, sample::new_filing(1)).await;
    stage.fault(json!([{ "on": "upload", "kind": "late", "ms": 9 }])).await;
    let (_, page) = stage.get("/overview").await;
    for text in ["待您审核", "已收上报", "&quot;late&quot;", "由您逐份决定"] {
        assert!(page.contains(text), "{text}");
    }
}
