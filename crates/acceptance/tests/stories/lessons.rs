//! What the desk learns from refusals: which came without a warning, which warnings came to nothing.

use beian_acceptance::{Customer, FaultKind, On, PASSWORD, Reviewer, World, stories};
use beian_app::lessons::{self, Overview, Period, RefusalLine, RefusalState, Refusals, Said};
use beian_app::{Failure, Page};
use beian_domain::access::Actor;
use beian_domain::account::StaffRole;
use beian_domain::id::OrderId;
use beian_domain::order::stage::StageName;
use beian_domain::region::Province;
use beian_domain::verdict::{Judgement, Standing};
use reqwest::StatusCode;

stories!(
    a_refusal_without_a_warning_is_unforeseen,
    a_refusal_the_check_had_warned_of_is_foreseen,
    the_same_refusal_twice_counts_once,
    what_was_said_at_the_time_stays,
    a_missed_phone_check_counts_apart,
    a_reviewer_says_which_rule_it_was,
    only_the_desk_sees_it,
);

const OPINION: &str = "网站名称与主办单位经营范围不符，请修改。";
/// Warned about when an address has hardly any characters.
const SHORT: &str = "address-too-short";

/// From the submission to where the authority decides.
async fn is_sent(world: &World, order: OrderId) {
    world.jobs_run().await;
    world.reviewer().await.approves(order).await;
    world.jobs_run().await;
    world.persons_in_charge().answer(order).await;
    world.minutes_pass(1).await;
}

/// An order whose address is so short that the check warns of it; with the authority.
async fn warned(world: &World, customer: &Customer<'_>) -> OrderId {
    let order = customer.prepares_website().await;
    customer.corrects(order, |answers| answers.subject.address = "3幢".into()).await;
    customer.submits(order).await;
    is_sent(world, order).await;
    order
}

async fn is_refused(world: &World, order: OrderId) {
    world.authority().refuses(order, OPINION).await;
    world.minutes_pass(1).await;
}

async fn counted(world: &World, reviewer: &Reviewer<'_>) -> Overview {
    lessons::overview(&world.app, reviewer.actor, Period::default()).await.unwrap()
}

async fn listed(world: &World, reviewer: &Reviewer<'_>, state: RefusalState) -> Vec<RefusalLine> {
    let wanted = Refusals { state, ..Refusals::default() };
    lessons::refusals(&world.app, reviewer.actor, &wanted, Page::first(50)).await.unwrap().rows
}

async fn a_refusal_without_a_warning_is_unforeseen(world: World) {
    let customer = world.customer().await;
    let order = customer.files_website().await;
    is_sent(&world, order).await;
    is_refused(&world, order).await;

    let reviewer = world.reviewer().await;
    let [line] = &listed(&world, &reviewer, RefusalState::Open).await[..] else { panic!("one refusal") };
    assert_eq!(line.verdict.row.order, order);
    assert_eq!(line.verdict.row.given.opinion.as_deref(), Some(OPINION));
    assert!(line.codes.iter().any(|code| code.code == 1002 && code.zh == Some("审核未通过")), "{line:?}");
    assert_eq!(line.verdict.row.province, Province::Zhejiang);
    let overview = counted(&world, &reviewer).await;
    assert_eq!((overview.total.decided(), overview.total.unforeseen()), (1, 1));
    assert!(overview.rules.is_empty(), "no rule had said anything: {:?}", overview.rules);

    // Mended and granted, the order counts on both sides.
    customer.corrects(order, |answers| answers.service_mut(0).name = "示例茶具官网".into()).await;
    customer.submits(order).await;
    is_sent(&world, order).await;
    world.authority().approves(order).await;
    world.minutes_pass(1).await;
    assert_eq!(customer.stage(order).await, StageName::Filed);
    let overview = counted(&world, &reviewer).await;
    assert_eq!((overview.total.granted, overview.total.refused), (1, 1));
    let elsewhere = Period { province: Some(Province::Beijing), ..Period::default() };
    let elsewhere = lessons::overview(&world.app, reviewer.actor, elsewhere).await.unwrap();
    assert_eq!(elsewhere.total.decided(), 0);
}

async fn a_refusal_the_check_had_warned_of_is_foreseen(world: World) {
    let (one, other) = (world.customer().await, world.customer().await);
    let (refused, granted) = (warned(&world, &one).await, warned(&world, &other).await);
    is_refused(&world, refused).await;
    world.authority().approves(granted).await;
    world.minutes_pass(1).await;

    let reviewer = world.reviewer().await;
    assert!(listed(&world, &reviewer, RefusalState::Unforeseen).await.is_empty());
    let [line] = &listed(&world, &reviewer, RefusalState::Foreseen).await[..] else { panic!("one refusal") };
    assert_eq!(
        (line.verdict.row.order, line.verdict.foreseen_by.as_slice()),
        (refused, &[SHORT.to_owned()][..])
    );
    let [rule] = &counted(&world, &reviewer).await.rules[..] else { panic!("one rule") };
    assert_eq!((rule.rule.as_str(), rule.granted, rule.refused, rule.foreseen), (SHORT, 1, 1, 1));
}

async fn the_same_refusal_twice_counts_once(world: World) {
    let customer = world.customer().await;
    let order = customer.files_website().await;
    is_sent(&world, order).await;
    // The confirmation is lost, so that the file comes a second time.
    world.authority().suffers(&[(On::Ack, FaultKind::Http500)]).await;
    is_refused(&world, order).await;
    world.minutes_pass(2).await;
    assert_eq!(world.authority().files_waiting().await, 0);
    assert_eq!(customer.stage(order).await, StageName::Returned);
    assert_eq!(world.db.store.verdicts_of(order).await.unwrap().len(), 1);
    assert_eq!(counted(&world, &world.reviewer().await).await.total.refused, 1);
}

async fn what_was_said_at_the_time_stays(world: World) {
    let customer = world.customer().await;
    let order = warned(&world, &customer).await;
    is_refused(&world, order).await;
    // Another rulebook, or another look, would find nothing in the same snapshot.
    let kept = world.db.store.verdicts_of(order).await.unwrap().remove(0);
    let tx = world.db.store.begin().await.unwrap();
    tx.set_findings(kept.row.given.snapshot, &[]).await.unwrap();
    tx.commit().await.unwrap();
    let after = world.db.store.verdicts_of(order).await.unwrap().remove(0);
    assert_eq!(after.row.warnings, kept.row.warnings);
    assert_eq!(after.standing, Some(Standing::Foreseen));
}

async fn a_missed_phone_check_counts_apart(world: World) {
    let customer = world.customer().await;
    let order = customer.files_website().await;
    world.jobs_run().await;
    world.reviewer().await.approves(order).await;
    world.minutes_pass(1).await;
    world.time_passes(25).await;
    assert_eq!(customer.stage(order).await, StageName::InReview);
    let reviewer = world.reviewer().await;
    let total = counted(&world, &reviewer).await.total;
    assert_eq!((total.phone_check, total.decided()), (1, 0));
    assert!(listed(&world, &reviewer, RefusalState::All).await.is_empty(), "nobody refused anything");
}

async fn a_reviewer_says_which_rule_it_was(world: World) {
    let customer = world.customer().await;
    let order = customer.files_website().await;
    is_sent(&world, order).await;
    is_refused(&world, order).await;
    let reviewer = world.reviewer().await;
    let browser = world.browser().await;
    let door = browser.opens("/desk").await.form("/desk/sign-in");
    door.fill("email", reviewer.email()).fill("password", PASSWORD).send().await;

    let overview = browser.opens("/desk").await.follows("规则成效").await;
    assert!(overview.says("审核未通过") && overview.says("浙江"), "{}", overview.words());
    let list = browser.opens("/desk/rules/refusals").await;
    assert!(list.says(OPINION) && list.says("预检未提示"), "{}", list.words());
    let one = list.follows("归因").await;
    assert!(one.says(OPINION) && one.says("预检没有提示任何问题"), "{}", one.words());
    let unsaid = one.form(&one.path).send().await;
    assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", unsaid.words());
    let forged = unsaid.form(&one.path).forge("rule", "no-such-rule").send().await;
    assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", forged.words());
    let done =
        one.form(&one.path).fill("rule", "service-name-is-domain").fill("note", "名称要看范围").send().await;
    assert!(done.says("归因已记下"), "{}", done.words());

    let [rule] = &counted(&world, &reviewer).await.rules[..] else { panic!("one rule") };
    assert_eq!((rule.rule.as_str(), rule.refused, rule.silent), ("service-name-is-domain", 0, 1));
    // Whoever still looks at the page of before is told; seen as it stands, it can be said anew.
    let late = one.form(&one.path).press("judgement", "no-rule").await;
    assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.words());
    let again = browser.opens(&one.path).await;
    assert!(again.says("名称要看范围") && again.says("规则漏报"), "{}", again.words());
    again.form(&one.path).press("judgement", "no-rule").await;
    assert_eq!(listed(&world, &reviewer, RefusalState::NoRule).await.len(), 1);
    let journal = browser.opens("/desk/journal").await;
    assert!(journal.says("说明驳回属于哪条规则"), "{}", journal.words());
    assert!(world.journal_is_unbroken().await);
}

async fn only_the_desk_sees_it(world: World) {
    let (customer, stranger) = (world.customer().await, world.customer().await);
    let order = customer.files_website().await;
    is_sent(&world, order).await;
    is_refused(&world, order).await;
    let verdict = world.db.store.verdicts_of(order).await.unwrap().remove(0).row.id;
    let said = || Said { judgement: Judgement::NoRule, note: String::new() };
    for actor in [customer.actor, stranger.actor] {
        let seen = lessons::overview(&world.app, actor, Period::default()).await;
        assert!(matches!(seen, Err(Failure::Forbidden)));
        let seen = lessons::refusals(&world.app, actor, &Refusals::default(), Page::first(5)).await;
        assert!(matches!(seen, Err(Failure::Forbidden)));
        assert!(matches!(lessons::refusal(&world.app, actor, verdict).await, Err(Failure::Forbidden)));
        let tied = lessons::judge(&world.app, actor, verdict, None, said()).await;
        assert!(matches!(tied, Err(Failure::Forbidden)));
    }
    // An auditor reads and says nothing.
    let Actor::Staff { staff, .. } = world.reviewer().await.actor else { panic!("staff") };
    let auditor = Actor::Staff { staff, role: StaffRole::Auditor };
    let view = lessons::refusal(&world.app, auditor, verdict).await.unwrap();
    assert!(view.rules.is_empty());
    assert!(matches!(
        lessons::judge(&world.app, auditor, verdict, None, said()).await,
        Err(Failure::Forbidden)
    ));
    let door = world.browser().await.opens("/desk/rules").await;
    assert!(door.path.starts_with("/desk/sign-in"), "{}", door.path);
}
