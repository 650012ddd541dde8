//! Mistakes, accidents and malice at the pages: each gets its answer, in words, and nothing is lost.

use beian_acceptance::pages::{Applicant, Page, step_path};
use beian_acceptance::{Customer, PASSWORD, World, jpeg, stories};
use beian_domain::evidence::EvidenceKind;
use beian_domain::id::OrderId;
use beian_domain::order::field::Step;
use beian_domain::order::stage::StageName;
use reqwest::StatusCode;

stories!(
    a_wrong_number_is_kept_and_led_to,
    a_form_that_is_not_ours,
    a_form_that_somebody_else_overtook,
    a_button_pressed_twice,
    somebody_elses_order,
    a_session_that_ended_while_typing,
    files_that_cannot_be_taken,
    a_password_that_is_guessed_at,
);

async fn at_a_browser(world: &World, customer: &Customer<'_>) -> Applicant {
    Applicant::signs_in(world.browser().await, &customer.email, PASSWORD).await
}

/// The form of the first step after opening, ready to be typed into.
async fn subject_page(applicant: &Applicant, order: OrderId) -> Page {
    applicant.browser.opens(&step_path(order, Step::Subject)).await
}

async fn a_wrong_number_is_kept_and_led_to(world: World) {
    let customer = world.customer().await;
    let applicant = at_a_browser(&world, &customer).await;
    let order = customer.prepares_website().await;
    let path = step_path(order, Step::Subject);
    let form = subject_page(&applicant, order).await.form(&path);
    let number = form.answer("subject-person-certificate-number").unwrap().to_owned();
    let wrong = format!("{}{}", &number[..17], if number.ends_with('1') { '2' } else { '1' });
    let page = form
        .fill("subject-person-certificate-number", &wrong)
        .fill("subject-person-mobile", "138000")
        .send()
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let errors = page.errors();
    assert_eq!(errors, ["subject-person-certificate-number", "subject-person-mobile"], "{}", page.words());
    assert!(page.html.contains("<title>错误"), "whoever cannot see the page hears it first");
    assert!(page.says("身份证号码最后一位应为"), "and how to put it right: {}", page.words());
    assert!(page.says("手机号码是 11 位，现在有 6 位"), "{}", page.words());
    // What was typed stands in the form, and was kept.
    assert_eq!(page.form(&path).answer("subject-person-certificate-number"), Some(wrong.as_str()));
    let form = subject_page(&applicant, order).await.form(&path);
    assert_eq!(form.answer("subject-person-mobile"), Some("138000"));
    let page =
        form.fill("subject-person-certificate-number", &number).fill("subject-person-mobile", "13800009876");
    let page = page.send().await;
    assert_eq!((page.status, page.path), (StatusCode::OK, step_path(order, Step::Service)));
}

async fn a_form_that_is_not_ours(world: World) {
    let customer = world.customer().await;
    let applicant = at_a_browser(&world, &customer).await;
    let order = customer.prepares_website().await;
    let before = customer.sees(order).await;
    let page = subject_page(&applicant, order).await;
    let path = step_path(order, Step::Subject);
    let strangers = world.browser().await.opens("/sign-in").await;
    let strangers = strangers.form("/sign-in").answer("csrf").unwrap().to_owned();
    for token in ["", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", &strangers] {
        let sent = page.form(&path).fill("subject-remark", "不是我写的").forge("csrf", token).send().await;
        assert_eq!(sent.status, StatusCode::FORBIDDEN, "{}", sent.words());
        assert!(!sent.forms().is_empty() || sent.html.contains("href"), "with a way on");
    }
    assert_eq!(customer.sees(order).await, before);
}

async fn a_form_that_somebody_else_overtook(world: World) {
    let customer = world.customer().await;
    let order = customer.prepares_website().await;
    let (one, other) = (at_a_browser(&world, &customer).await, at_a_browser(&world, &customer).await);
    let (first, second) = (subject_page(&one, order).await, subject_page(&other, order).await);
    let path = step_path(order, Step::Subject);
    let saved = first.form(&path).fill("subject-remark", "先保存的").send().await;
    assert_eq!(saved.status, StatusCode::OK);
    let late = second.form(&path).fill("subject-remark", "后保存的").send().await;
    assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.words());
    assert_eq!(customer.sees(order).await.answers.subject.remark, "先保存的");
    // Nothing typed is lost: it stands in the form, and can be saved knowingly.
    let form = late.form(&path);
    assert_eq!(form.answer("subject-remark"), Some("后保存的"));
    let again = form.send().await;
    assert_eq!(again.status, StatusCode::OK, "{}", again.words());
    assert_eq!(customer.sees(order).await.answers.subject.remark, "后保存的");
}

async fn a_button_pressed_twice(world: World) {
    let customer = world.customer().await;
    let applicant = at_a_browser(&world, &customer).await;
    let order = customer.prepares_website().await;
    let path = format!("/console/orders/{order}/answers");
    let form = applicant.browser.opens(&path).await.form(&path).fill("consent", "yes");
    let (first, second) = tokio::join!(form.clone().send(), form.send());
    let statuses = [first.status, second.status];
    assert!(statuses.contains(&StatusCode::OK), "{statuses:?}");
    assert!(!statuses.iter().any(StatusCode::is_server_error), "{statuses:?}");
    assert_eq!(customer.history(order).await, ["opened", "submitted"]);
    assert!(applicant.looks_at(order).await.says("系统预检"));
}

async fn somebody_elses_order(world: World) {
    let (customer, stranger) = (world.customer().await, world.customer().await);
    let applicant = at_a_browser(&world, &stranger).await;
    let order = customer.prepares_website().await;
    let before = customer.sees(order).await;
    let picture = before.answers.evidence[0].id;
    let pages = ["", "/subject", "/evidence", "/answers", "/withdraw", "/abandon", "/phone"];
    for page in pages.iter().map(|page| format!("/console/orders/{order}{page}")) {
        let shown = applicant.browser.opens(&page).await;
        assert_eq!(shown.status, StatusCode::NOT_FOUND, "{page}");
        assert!(!shown.html.contains(&before.answers.subject.name), "{page}");
    }
    let (status, _) = applicant.browser.fetches(&format!("/console/evidence/{picture}")).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    // A form of one's own, sent to the other's address.
    let own = stranger.prepares_website().await;
    let form = subject_page(&applicant, own).await.form(&step_path(own, Step::Subject));
    let sent = form.redirected(&step_path(order, Step::Subject)).send().await;
    assert_eq!(sent.status, StatusCode::NOT_FOUND, "{}", sent.words());
    assert_eq!(customer.sees(order).await, before);
    // Nor is there a way to the desk, and strangers see neither.
    let desk = applicant.browser.opens(&format!("/desk/orders/{order}")).await;
    assert!(desk.path.starts_with("/desk/sign-in"), "{}", desk.path);
    let outside = world.browser().await.opens(&format!("/console/orders/{order}")).await;
    assert!(outside.path.starts_with("/sign-in"), "{}", outside.path);
}

async fn a_session_that_ended_while_typing(world: World) {
    let customer = world.customer().await;
    let applicant = at_a_browser(&world, &customer).await;
    let order = customer.prepares_website().await;
    let path = step_path(order, Step::Subject);
    let form = subject_page(&applicant, order).await.form(&path);
    // Lunch takes 25 hours.
    world.time_passes(25).await;
    let page = form.fill("subject-remark", "刚刚填的").send().await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    let page = page
        .form("/sign-in")
        .fill("email", &customer.email)
        .fill("password", "not the password")
        .send()
        .await;
    assert_eq!(page.errors(), ["password"]);
    let page = page.form("/sign-in").fill("email", &customer.email).fill("password", PASSWORD).send().await;
    assert_eq!(
        customer.sees(order).await.answers.subject.remark,
        "",
        "nothing is saved behind anybody's back"
    );
    let page = page.form(&path).send().await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.words());
    assert_eq!(customer.sees(order).await.answers.subject.remark, "刚刚填的");
    // Nobody is led elsewhere by a link somebody else made.
    let lured = world.browser().await.opens("/sign-in?next=https://evil.example/").await;
    let lured = lured.form("/sign-in").fill("email", &customer.email).fill("password", PASSWORD).send().await;
    assert_eq!((lured.status, lured.path.as_str()), (StatusCode::OK, "/"));
}

async fn files_that_cannot_be_taken(world: World) {
    let customer = world.customer().await;
    let applicant = at_a_browser(&world, &customer).await;
    let website = world.website();
    let order = customer.opens(website).await.unwrap();
    customer.types(order, &website.answers(&customer.server)).await;
    let licence = EvidenceKind::SubjectCertificate;
    let mut large = jpeg(640, 400, 1);
    large.resize(6 * 1024 * 1024, 0);
    let files = [
        ("执照.pdf", b"%PDF-1.7 invented".to_vec(), "JPG"),
        ("执照.jpg", b"MZ this is a program".to_vec(), "JPG"),
        ("执照.jpg", large, "4"),
        ("执照.jpg", jpeg(90, 60, 1), "像素"),
        ("", Vec::new(), "JPG"),
    ];
    for (name, bytes, said) in files {
        let page = applicant.brings(order, licence, name, bytes).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.words());
        assert_eq!(page.errors(), ["evidence-subject-certificate"], "{}", page.words());
        assert!(page.says(said), "{said}: {}", page.words());
    }
    assert!(customer.sees(order).await.answers.evidence.is_empty());
    let page = applicant.brings(order, licence, "执照.jpg", jpeg(640, 400, 1)).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(customer.sees(order).await.answers.evidence.len(), 1);
    // A form longer than any person writes is not read to its end.
    let path = step_path(order, Step::Subject);
    let form = subject_page(&applicant, order).await.form(&path);
    let page = form.fill("subject-remark", &"长".repeat(400_000)).send().await;
    assert!(page.status.is_client_error(), "{}", page.status);
    assert_eq!(customer.stage(order).await, StageName::Draft);
}

async fn a_password_that_is_guessed_at(world: World) {
    let customer = world.customer().await;
    let browser = world.browser().await;
    let tries = async |password: &str| {
        let page = browser.opens("/sign-in").await;
        page.form("/sign-in").fill("email", &customer.email).fill("password", password).send().await
    };
    for _ in 0..5 {
        let page = tries("not the password").await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.words());
        assert_eq!(page.form("/sign-in").answer("email"), Some(customer.email.as_str()));
    }
    let page = tries(PASSWORD).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS, "even the right one waits now");
    assert!(page.says("15 分钟"), "{}", page.words());
    world.clock.advance(chrono::TimeDelta::minutes(16));
    assert_eq!(tries(PASSWORD).await.path, "/console");
}
