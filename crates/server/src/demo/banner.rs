//! What the demo prints: where everything is, who can sign in, what to try.

use std::time::Duration;

use super::people::{ADMIN, CUSTOMER, REVIEWER};
use super::place::Place;
use crate::invented::company;
use crate::terminal::say;

/// The number of the invented company whose numbers are printed: no sample order uses it.
const SPARE: usize = 13;

/// Said before the sample data is made.
pub fn furnishing() {
    say("正在准备示例数据，需要几秒钟…… Making sample data, a few seconds…");
}

/// Said when everything is ready.
pub fn print(place: &Place, took: Duration) -> anyhow::Result<()> {
    let (console, simulator, password) = (&place.console, &place.simulator, place.password()?);
    let new = company(SPARE);
    say(format!(
        "
Beian 备案 · 演示 Demo（{took:.1} s）
所有单位、人员、号码均为虚构；数据不离开本机。All companies, people and numbers are invented; nothing leaves this machine.

  控制台、公共查询  Console, public query   {console}/
  审核台            Staff desk              {console}/desk
  模拟管局          Simulated authority     {simulator}/
  手机短信          Phones with their SMS   {simulator}/phone
  短信核验页        Phone check             {simulator}/check

  登录 Log-ins（密码相同 same password: {password}）
  客户 customer      {CUSTOMER}
  初审专员 reviewer  {REVIEWER}
  管理员 admin       {ADMIN}

  试一试 Try:
  1. 以客户登录，看处于各个阶段的订单；或注册新账号，从头备一次案。
     Sign in as the customer and look at orders at every stage; or sign up and file anew.
     可用的虚构信息 invented details you may use:
       单位 company  {name}
       统一社会信用代码 code  {code}
       域名 domain  {domain}
       负责人 persons  {head} {head_id} {head_mobile} · {web} {web_id} {web_mobile}
  2. 用另一个浏览器窗口（隐私模式）登录审核台，通过或退回。Review it at the desk, in a private window.
  3. 在手机短信页看验证码，到短信核验页填写。Read the code on the phone page, enter it on the check page.
  4. 在模拟管局扮演管局，通过或驳回。Play the authority: approve or refuse.
  5. 回到订单页看备案号。See the filing number on the order page.

  数据目录 data: {directory}    停止 stop: Ctrl-C（再次启动会接着来 it goes on at the next start；重新开始 anew: --fresh）
",
        took = took.as_secs_f64(),
        name = new.name,
        code = new.code,
        domain = new.domain,
        head = new.head.name,
        head_id = new.head.id,
        head_mobile = new.head.mobile,
        web = new.webmaster.name,
        web_id = new.webmaster.id,
        web_mobile = new.webmaster.mobile,
        directory = place.directory().display(),
    ));
    Ok(())
}
