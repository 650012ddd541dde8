//! The page of the phone check (短信核验): end of the certificate number, mobile, code.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;

use super::frame::{Lang, page};
use super::sorry;
use crate::simulator::Simulator;
use crate::simulator::phone::{Entry, RESENDS, Resent};

/// What the form holds; a link from the demo phone may fill in the mobile.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct CheckForm {
    certificate: String,
    mobile: String,
    code: String,
}

pub(super) async fn form(lang: Lang, Query(given): Query<CheckForm>) -> Response {
    show(lang, &given, &html! {})
}

pub(super) async fn enter(
    State(simulator): State<Simulator>,
    lang: Lang,
    Form(given): Form<CheckForm>,
) -> Response {
    let (mobile, certificate, code) = (given.mobile.clone(), given.certificate.clone(), given.code.clone());
    match simulator.run(move |bureau| bureau.enter_code(&mobile, &certificate, &code)).await {
        Ok(entry) => show(lang, &CheckForm { code: String::new(), ..given }, &said(lang, entry)),
        Err(error) => sorry(lang, &error),
    }
}

pub(super) async fn resend(
    State(simulator): State<Simulator>,
    lang: Lang,
    Form(given): Form<CheckForm>,
) -> Response {
    let mobile = given.mobile.clone();
    let resent = match simulator.run(move |bureau| Ok(bureau.resend(&mobile))).await {
        Ok(resent) => resent,
        Err(error) => return sorry(lang, &error),
    };
    let message = match resent {
        Resent::Unknown => said(lang, Entry::Unknown),
        Resent::UsedUp => message(
            "no",
            lang.pick(
                "重新发送的次数已用完。请用最后收到的验证码。",
                "No more codes can be sent. Use the last one you received.",
            ),
        ),
        Resent::Sent { left } => match lang {
            Lang::Zh => message("done", &format!("新的验证码已发送，以前的作废。还可以重新发送 {left} 次。")),
            Lang::En => message(
                "done",
                &format!("A new code was sent; earlier ones no longer count. {left} more can be sent."),
            ),
        },
    };
    show(lang, &given, &message)
}

fn said(lang: Lang, entry: Entry) -> Markup {
    match entry {
        Entry::Unknown => message(
            "no",
            lang.pick(
                "这个手机号没有待核验的备案。请核对手机号，或联系您的接入商。",
                "No filing waits for this mobile. Check the number, or ask your provider.",
            ),
        ),
        Entry::Wrong { left: 0 } => message(
            "no",
            lang.pick(
                "输入有误。再错一次，备案将被退回。",
                "That does not match. One more attempt sends the filing back.",
            ),
        ),
        Entry::Wrong { left } => match lang {
            Lang::Zh => message("no", &format!("输入有误，请核对三项内容。还可以错 {left} 次。")),
            Lang::En => message(
                "no",
                &format!("That does not match. Check all three; {left} more mistakes are forgiven."),
            ),
        },
        Entry::Returned => message(
            "no",
            lang.pick(
                "错误次数过多，备案已退回接入商，需要重新提交。",
                "Too many mistakes: the filing went back to the provider and must be sent again.",
            ),
        ),
        Entry::Passed => message(
            "done",
            lang.pick(
                "核验成功。其他负责人核验后，备案进入审核。",
                "Done. The review begins when the others have entered theirs.",
            ),
        ),
        Entry::AllPassed => {
            message("done", lang.pick("核验成功，备案已进入审核。", "Done. The filing is under review now."))
        }
    }
}

fn message(class: &str, text: &str) -> Markup {
    html! { div class={ "message " (class) } role="status" { (text) } }
}

fn show(lang: Lang, given: &CheckForm, message: &Markup) -> Response {
    let title = lang.pick("短信核验", "Phone check");
    let body = html! {
        h1 { (title) }
        p { (lang.pick(
            "收到验证码的负责人请在 24 小时内填写。连续填错五次后再填，备案将被退回。",
            "Persons in charge who received a code enter it within 24 hours. After five mistakes the next attempt sends the filing back."
        )) }
        (message)
        form.card method="post" action=(lang.href("/check")) {
            label for="certificate" { (lang.pick("证件号码后六位", "Last six characters of the certificate number")) }
            input #certificate name="certificate" value=(given.certificate) required minlength="6" maxlength="6"
                autocomplete="off" spellcheck="false";
            label for="mobile" { (lang.pick("手机号码", "Mobile")) }
            input #mobile name="mobile" value=(given.mobile) required type="tel" maxlength="20" autocomplete="tel-national";
            label for="code" { (lang.pick("短信验证码（6 位）", "Code from the text message (6 digits)")) }
            input #code name="code" required inputmode="numeric" maxlength="6" autocomplete="one-time-code";
            div { button { (lang.pick("提交核验", "Submit")) } }
        }
        form.card method="post" action=(lang.href("/check/resend")) {
            h2 { (lang.pick("没有收到短信？", "No message?")) }
            p.small { (lang.pick("短信一般五分钟内到达。最多重新发送", "It usually arrives within five minutes. It can be sent again")) " "
                (RESENDS) " " (lang.pick("次。", "times at most.")) }
            label for="again" { (lang.pick("手机号码", "Mobile")) }
            input #again name="mobile" value=(given.mobile) required type="tel" maxlength="20";
            div { button.quiet { (lang.pick("重新发送", "Send again")) } }
        }
    };
    page(lang, title, "/check", &body)
}
