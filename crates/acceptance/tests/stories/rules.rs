//! Anybody reads what the provinces ask at `/rules`: without an account, without script, of any day.

use beian_acceptance::pages::Page;
use beian_acceptance::{World, stories};
use beian_domain::rulebook::Layer;
use reqwest::StatusCode;

stories!(
    a_founder_compares_the_provinces,
    a_province_tells_all_it_asks_in_both_languages,
    what_is_no_province_day_or_question_is_told,
    a_rule_of_ones_own_is_shown_from_its_day,
);

async fn opens(world: &World, path: &str) -> Page {
    world.browser().await.opens(path).await
}

async fn a_founder_compares_the_provinces(world: World) {
    let page = opens(&world, "/").await.follows("看各省要求").await;
    assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, "/rules"));
    assert!(page.says("每个省查明了多少") && page.says("内蒙古"), "{}", page.words());
    assert_eq!(page.html.matches("href=\"/rules/").count(), 2 * 31, "a tile and a row per province");

    let page = page.form("/rules").fill("ask", "unit.legal-representative").send().await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.says("主体负责人由谁担任") && page.says("必须是法定代表人"), "{}", page.words());
    assert!(page.says("说法不一") && page.says("全国默认"), "{}", page.words());
    assert_eq!(page.html.matches("href=\"/rules/beijing#unit-legal-representative\"").count(), 2);
    assert_eq!(page.form("/rules").answer("ask"), Some("unit.legal-representative"));
}

async fn a_province_tells_all_it_asks_in_both_languages(world: World) {
    let browser = world.browser().await;
    let page = browser.opens("/rules/beijing").await;
    assert_eq!(page.status, StatusCode::OK);
    for said in [
        "北京的备案要求",
        "京ICP备",
        "较新的两家一致，取之。",
        "2017年的页面要求北京号码",
        "看过资料，没有提到",
    ] {
        assert!(page.says(said), "{said}: {}", page.words());
    }
    for anchor in ["unit-legal-representative", "unit-persons", "clause-local-phone-2017", "unit-same-person"]
    {
        assert_eq!(page.html.matches(&format!("id=\"{anchor}\"")).count(), 1, "{anchor}");
    }
    let english = page.follows("English").await;
    assert_eq!(english.path, "/rules/beijing");
    for said in ["What Beijing asks of a filing", "北京市通信管理局", "The two newer publishers agree."]
    {
        assert!(english.says(said), "{said}: {}", english.words());
    }
    assert!(english.html.contains("lang=\"en\""));
}

async fn what_is_no_province_day_or_question_is_told(world: World) {
    assert_eq!(opens(&world, "/rules/atlantis").await.status, StatusCode::NOT_FOUND);
    for path in ["/rules/beijing?at=2026-02-30", "/rules?at=yesterday"] {
        let page = opens(&world, path).await;
        assert_eq!((page.status, page.errors()), (StatusCode::UNPROCESSABLE_ENTITY, vec!["at".to_owned()]));
        assert!(page.says("按 2026-11-23 这样填写日期"), "{}", page.words());
    }
    for ask in ["nothing", "national.letter-months"] {
        let page = opens(&world, &format!("/rules?ask={ask}")).await;
        assert_eq!((page.status, page.errors()), (StatusCode::UNPROCESSABLE_ENTITY, vec!["ask".to_owned()]));
    }
}

async fn a_rule_of_ones_own_is_shown_from_its_day(world: World) {
    let age = "province = \"zhejiang\"\n[unit.minimum-age]\nvalue = 61\nseverity = \"warn\"\nsources = [\"T\"]\n\
               confidence = \"single\"\nrow = \"unit-persons 浙\"\nfrom = 2027-01-01\n";
    let ours = Layer::overlay("/srv/ours", [("provinces/zhejiang.toml".to_owned(), age.to_owned())]);
    world.app.offer_rulebook(&[Layer::built_in(), ours]).unwrap();
    let today = opens(&world, "/rules/zhejiang").await;
    assert!(!today.says("61") && !today.says("由本平台补充"), "{}", today.words());
    let page = today.form("/rules/zhejiang").fill("at", "2027-01-01").send().await;
    assert!(page.says("2027-01-01 的要求") && page.says("由本平台补充（ours）"), "{}", page.words());
    assert!(!page.says("/srv"), "where the directory lies is nobody's business");
    let map = opens(&world, "/rules?ask=unit.minimum-age&at=2027-01-01").await;
    assert!(map.says("61") && map.html.contains("/rules/zhejiang?at=2027-01-01#unit-minimum-age"));
    assert!(
        opens(&world, "/rules/zhejiang?at=2027-01-01").await.follows("看今天的").await.status.is_success()
    );
}
