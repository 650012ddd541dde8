//! The phone check: two phones, five mistakes, two resends, one day.

use beian_authority::message::download::bajg::OutcomeKind;
use beian_authority::sample;
use std::time::Duration;

use super::stage::Stage;

const HOUR: Duration = Duration::from_hours(1);

async fn sent(n: u32) -> Stage {
    let stage = Stage::open().await;
    stage.send(1, sample::new_filing(n)).await;
    assert_eq!(stage.kinds().await, [OutcomeKind::Received { phone_check: true }]);
    stage
}

async fn enter(stage: &Stage, mobile: &str, card: &str, code: &str) -> String {
    let end = &card[card.len() - 6..];
    let form = [("mobile", mobile), ("certificate", end), ("code", code)];
    let (status, page) = stage.submit("/check", &form).await;
    assert_eq!(status, 200);
    page
}

#[tokio::test]
async fn both_persons_enter_their_codes() {
    let stage = sent(1).await;
    let (first, second) = (sample::subject_mobile(1), sample::service_mobile(1));
    let code = stage.code_for(&first).await;
    assert!(enter(&stage, &first, &sample::id_card(2), &code).await.contains("其他负责人核验后"));
    assert!(stage.kinds().await.is_empty());
    let code = stage.code_for(&second).await;
    assert!(enter(&stage, &second, &sample::id_card(3), &code).await.contains("已进入审核"));
    assert_eq!(stage.kinds().await, [OutcomeKind::PhoneCheckDone]);
    assert!(enter(&stage, &second, &sample::id_card(3), &code).await.contains("没有待核验"));
}

#[tokio::test]
async fn one_phone_for_two_persons_gets_one_code() {
    let stage = Stage::open().await;
    let mut filing = sample::new_filing(1);
    filing.filings[0].services[0].person.mobile = sample::subject_mobile(1);
    stage.send(1, filing).await;
    let code = stage.code_for(&sample::subject_mobile(1)).await;
    assert_eq!(stage.json("/control/codes").await.as_array().unwrap().len(), 1);
    // Either person's certificate will do.
    let page = enter(&stage, &sample::subject_mobile(1), &sample::id_card(3), &code).await;
    assert!(page.contains("已进入审核"));
}

#[tokio::test]
async fn the_sixth_attempt_sends_the_order_back() {
    let stage = sent(1).await;
    let mobile = sample::subject_mobile(1);
    let code = stage.code_for(&mobile).await;
    for left in (0..5).rev() {
        let page = enter(&stage, &mobile, &sample::id_card(9), &code).await;
        let expected = if left == 0 { "再错一次".to_owned() } else { format!("还可以错 {left} 次") };
        assert!(page.contains(&expected), "{left}");
    }
    assert!(enter(&stage, &mobile, &sample::id_card(2), &code).await.contains("已退回"));
    assert_eq!(stage.kinds().await, [OutcomeKind::PhoneCheckFailed { missed: false }]);
    stage.send(2, sample::new_filing(1)).await;
    assert_eq!(stage.kinds().await, [OutcomeKind::Received { phone_check: true }]);
}

#[tokio::test]
async fn a_missed_day_sends_the_order_back() {
    let stage = sent(1).await;
    stage.pass(23 * HOUR);
    assert!(stage.kinds().await.is_empty());
    stage.pass(HOUR);
    assert_eq!(stage.kinds().await, [OutcomeKind::PhoneCheckFailed { missed: true }]);
}

#[tokio::test]
async fn a_code_can_be_sent_again_twice() {
    let stage = sent(1).await;
    let mobile = sample::subject_mobile(1);
    let first = stage.code_for(&mobile).await;
    let again = async || stage.submit("/check/resend", &[("mobile", &mobile)]).await.1;
    assert!(again().await.contains("还可以重新发送 1 次"));
    let second = stage.code_for(&mobile).await;
    assert_ne!(first, second);
    assert!(enter(&stage, &mobile, &sample::id_card(2), &first).await.contains("还可以错 4 次"));
    assert!(again().await.contains("还可以重新发送 0 次"));
    assert!(again().await.contains("已用完"));
    let third = stage.code_for(&mobile).await;
    assert!(enter(&stage, &mobile, &sample::id_card(2), &third).await.contains("核验成功"));
}
