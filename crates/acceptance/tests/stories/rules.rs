//! Anybody reads what the provinces ask at `/rules`: without an account, without script, of any day.

use beian_acceptance::pages::{Applicant, Page};
use beian_acceptance::{PASSWORD, World, stories};
use beian_domain::rulebook::{EXAMPLES_DAY, Layer, Rulebook};
use reqwest::StatusCode;

stories!(
    a_founder_compares_the_provinces,
    a_province_tells_all_it_asks_in_both_languages,
    what_is_no_province_day_or_question_is_told,
    a_rule_of_ones_own_is_shown_from_its_day,
    all_rules_are_listed_and_narrowed,
    a_rule_says_what_it_says_and_who_asks_it,
    rules_that_are_none_and_choices_that_are_none_are_told,
    a_provinces_page_leads_to_the_rules_that_ask,
    what_was_found_leads_to_its_rule,
    the_desk_is_told_of_rules_that_were_not_taken,
    a_name_is_judged_while_it_is_typed,
);

async fn opens(world: &World, path: &str) -> Page {
    world.browser().await.opens(path).await
}

async fn a_founder_compares_the_provinces(world: World) {
    let page = opens(&world, "/").await.follows("看各省要求").await;
    assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, "/rules"));
    assert!(page.says("每个省查明了多少") && page.says("内蒙古"), "{}", page.words());
    let links = page.html.matches("href=\"/rules/").count();
    assert_eq!(links, 2 * 31 + 1, "a tile and a row per province, and the way to the rules");

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

/// How many rules a list shows.
fn listed(page: &Page) -> usize {
    page.html.matches("href=\"/rules/rule/").count()
}

async fn all_rules_are_listed_and_narrowed(world: World) {
    let page = opens(&world, "/rules").await.follows("预检的全部规则").await;
    let all = listed(&page);
    assert_eq!(all, Rulebook::built_in().at(EXAMPLES_DAY).rules().count());
    assert!(page.says(&format!("共 {all} 条规则")) && page.says("上传资料"), "{}", page.words());
    let form = page.form("/rules/list").fill("province", "beijing").fill("of", "individual");
    let beijing = form.fill("service", "app").fill("weight", "block").send().await;
    assert!(0 < listed(&beijing) && listed(&beijing) < all / 2, "{}", listed(&beijing));
    assert!(!beijing.says("各省不同"), "one province weighs a rule for one kind of filer in one way");
    assert_eq!(beijing.form("/rules/list").answer("province"), Some("beijing"));
    let early = opens(&world, "/rules/list?at=2020-01-01").await;
    assert!(listed(&early) < all && early.says("2020-01-01 的要求"), "{}", early.words());
    assert!(early.html.contains("?at=2020-01-01\""), "links stay on the day");
    assert!(page.follows("各省的要求").await.says("各省的备案要求"));
}

async fn a_rule_says_what_it_says_and_who_asks_it(world: World) {
    let page = opens(&world, "/rules/rule/person-under-age").await;
    for said in
        ["负责人 16 岁，不满 18 岁。", "换一位年满 18 岁的负责人。", "所有备案", "一直有效", "备案省份：北京"]
    {
        assert!(page.says(said), "{said}: {}", page.words());
    }
    for parameter in ["unit", "individual"] {
        let link = format!("href=\"/rules/beijing#{parameter}-minimum-age\"");
        assert_eq!(page.html.matches(&link).count(), 1, "{link}");
    }
    let english = page.follows("English").await;
    assert!(english.says("The person in charge is 16, younger than 18."), "{}", english.words());

    let page = opens(&world, "/rules/rule/person-not-legal-representative").await;
    assert!(page.says("除青海以外"), "{}", page.words());
    assert!(!page.html.contains("href=\"/rules/qinghai#"), "where it does not apply, nothing is asked");
    let page = opens(&world, "/rules/rule/app-listed-unfiled?at=2020-01-01").await;
    assert!(page.says("不在有效期内") && page.says("2023-09-01 起"), "{}", page.words());
}

async fn rules_that_are_none_and_choices_that_are_none_are_told(world: World) {
    assert_eq!(opens(&world, "/rules/rule/no-such-rule").await.status, StatusCode::NOT_FOUND);
    for (asked, field) in [("province=atlantis", "province"), ("weight=heavy", "weight"), ("at=soon", "at")] {
        let page = opens(&world, &format!("/rules/list?{asked}")).await;
        assert_eq!((page.status, page.errors()), (StatusCode::UNPROCESSABLE_ENTITY, vec![field.to_owned()]));
    }
    let page = opens(&world, "/rules/rule/person-under-age?at=soon").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
}

async fn a_provinces_page_leads_to_the_rules_that_ask(world: World) {
    let page = opens(&world, "/rules/beijing?at=2026-11-26").await;
    let page = page.follows("负责人达到省里要求的年龄").await;
    assert_eq!(
        (page.status, page.path.as_str()),
        (StatusCode::OK, "/rules/rule/person-under-age?at=2026-11-26")
    );
}

async fn what_was_found_leads_to_its_rule(world: World) {
    let customer = world.customer().await;
    let order = customer.prepares_website().await;
    customer.corrects(order, |answers| answers.subject.certificate_expiry = "2026-11-22".into()).await;
    customer.submits(order).await;
    world.jobs_run().await;
    let applicant = Applicant::signs_in(world.browser().await, &customer.email, PASSWORD).await;
    let rule = applicant.looks_at(order).await.follows("看规则").await;
    assert_eq!((rule.status, rule.path.as_str()), (StatusCode::OK, "/rules/rule/certificate-expired"));
    assert!(rule.says("证件在有效期内"), "{}", rule.words());
}

async fn the_desk_is_told_of_rules_that_were_not_taken(world: World) {
    let wrong =
        ("provinces/zhejiang.toml".to_owned(), "province = \"zhejiang\"\n[unit]\nage = 3\n".to_owned());
    world.app.offer_rulebook(&[Layer::built_in(), Layer::overlay("ours", [wrong])]).unwrap_err();
    let reviewer = world.reviewer().await;
    let browser = world.browser().await;
    let door = browser.opens("/desk").await.form("/desk/sign-in");
    door.fill("email", reviewer.email()).fill("password", PASSWORD).send().await;
    let desk = browser.opens("/desk/rules").await;
    for said in ["正在使用的规则：内置", "没有采用", "provinces/zhejiang.toml:3", "unit.age", "unknown key"]
    {
        assert!(desk.says(said), "{said}: {}", desk.words());
    }
    world.app.offer_rulebook(&[Layer::built_in(), Layer::overlay("ours", [])]).unwrap();
    let desk = browser.opens("/desk/rules").await;
    assert!(desk.says("内置 + ours") && !desk.says("没有采用"), "{}", desk.words());
}

async fn a_name_is_judged_while_it_is_typed(world: World) {
    let browser = world.browser().await;
    let said = browser.asks_of("service-name.unit.zhejiang", "中国示例官网").await;
    assert!(said.contains("\"no\"") && said.contains("中国"), "{said}");
    let said = browser.asks_of("service-name.unit.zhejiang", "示例云杉科技官网").await;
    assert!(said.contains("\"done\""), "{said}");
    // What is banned of individuals alone is told to individuals alone.
    let said = browser.asks_of("service-name.individual.beijing", "云杉的博客").await;
    assert!(!said.contains("\"done\""), "{said}");
    let said = browser.asks_of("address.unit.nation", "示例路").await;
    assert!(!said.contains("\"done\""), "{said}");
}
