//! The same by hand: through the pages, with a browser that runs no script.

use beian_acceptance::pages::{Applicant, Browser};
use beian_acceptance::{PASSWORD, World, stories};
use beian_domain::id::OrderId;
use reqwest::StatusCode;

stories!(from_the_sign_up_page_to_the_number, returned_at_the_desk_and_mended_at_the_field);

const EMAIL: &str = "wang@example.cn";

/// A reviewer at the desk.
async fn desk(world: &World) -> Browser {
    let reviewer = world.reviewer().await;
    let browser = world.browser().await;
    let page = browser.opens("/desk").await;
    assert!(page.path.starts_with("/desk/sign-in"), "strangers are shown the door: {}", page.path);
    let form = page.form("/desk/sign-in").fill("email", reviewer.email()).fill("password", PASSWORD);
    let page = form.send().await;
    assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, "/desk"), "{}", page.words());
    browser
}

/// A company that has signed up, filled in everything and submitted, all through the pages.
async fn submitted(world: &World) -> (Applicant, OrderId, String) {
    let browser = world.browser().await;
    let applicant = Applicant::signs_up(browser, EMAIL, PASSWORD, "杭州示例科技有限公司").await;
    let server = world.gives_server(EMAIL).await;
    let answers = world.website().answers(&server);
    let order = applicant.opens(&answers).await;
    applicant.fills(order, &answers).await;
    let page = applicant.submits(order).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.words());
    assert!(page.says("系统预检"), "{}", page.words());
    (applicant, order, answers.service(0).domain)
}

async fn from_the_sign_up_page_to_the_number(world: World) {
    let (applicant, order, domain) = submitted(&world).await;
    world.jobs_run().await;
    assert!(applicant.looks_at(order).await.says("等待初审"));

    // At the desk: the queue, the order with everything on one page, approved; nothing else is waiting.
    let desk = desk(&world).await;
    let queue = desk.opens("/desk").await;
    assert!(queue.says(&domain), "{}", queue.words());
    let review = desk.opens(&format!("/desk/orders/{order}")).await;
    let page = review.form(&format!("/desk/orders/{order}/return"));
    let page = page.press_to(&format!("/desk/orders/{order}/approve")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.words());
    assert!(page.says(&domain), "it says what was done: {}", page.words());

    world.jobs_run().await;
    let page = applicant.looks_at(order).await;
    assert!(page.says("短信核验"), "{}", page.words());
    world.persons_in_charge().answer(order).await;
    world.minutes_pass(1).await;
    assert!(applicant.looks_at(order).await.says("待管局审核"));
    world.authority().approves(order).await;
    world.minutes_pass(1).await;

    // The number is on the order's page, among the filings, and found by anybody who asks.
    let numbers = world.authority().numbers().await;
    let number = numbers.iter().find(|number| number.ends_with("-1")).unwrap();
    assert!(applicant.looks_at(order).await.says(number));
    assert!(applicant.browser.opens("/console").await.says(number));
    let anybody = world.browser().await;
    let home = anybody.opens("/").await;
    let found = home.form("/query").fill("q", &domain).send().await;
    assert!(found.says(number), "{}", found.words());
    let english = found.follows("English").await;
    assert!(english.says(number) && english.html.contains("lang=\"en\""), "{}", english.words());
    assert!(world.journal_is_unbroken().await);
}

async fn returned_at_the_desk_and_mended_at_the_field(world: World) {
    let (applicant, order, _) = submitted(&world).await;
    world.jobs_run().await;
    let desk = desk(&world).await;
    let review = desk.opens(&format!("/desk/orders/{order}")).await;
    let action = format!("/desk/orders/{order}/return");

    // Nothing ticked and nothing said: the page asks what is wrong.
    let page = review.form(&action).press_to(&action).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.words());
    let words = "请写清楚门牌号。";
    let form =
        review.form(&action).fill_all("tick", &["subject.address"]).fill("opinion.subject.address", words);
    let page = form.press_to(&action).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.words());

    // The customer reads the reviewer's words and is led to the field.
    let page = applicant.looks_at(order).await;
    assert!(page.says(words), "{}", page.words());
    let field = format!("/console/orders/{order}/subject#f-subject-address");
    assert!(page.html.contains(&field), "{}", page.html);
    let step = format!("/console/orders/{order}/subject");
    let form = applicant.browser.opens(&step).await.form(&step);
    let page = form.fill("subject-address", "示例路12号6幢").send().await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.words());
    applicant.submits(order).await;
    world.jobs_run().await;
    let review = desk.opens(&format!("/desk/orders/{order}")).await;
    assert!(review.says("示例路12号6幢"), "{}", review.words());
}
