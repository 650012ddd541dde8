//! Anybody has an App's file read at `/tools/app`: without an account, without script.

use beian_acceptance::pages::{Form, Page};
use beian_acceptance::{World, png, stories};
use reqwest::StatusCode;

stories!(
    a_founder_gets_the_values_from_a_certificate,
    what_was_filed_is_compared_and_the_slip_is_named,
    what_is_no_package_is_told_with_what_to_bring,
    a_form_of_another_site_is_not_read,
);

/// A certificate of an invented holder, whose key nobody has.
const EXAMPLE: &[u8] = include_bytes!("../../../server/tests/certificates/example.pem");
const DEBUG: &[u8] = include_bytes!("../../../server/tests/certificates/debug.pem");
const MD5: &str = "3ae3bb4230d5777193c423a7ec466d10";

async fn tool(world: &World) -> Form {
    let home = world.browser().await.opens("/").await;
    home.follows("读取 App 备案信息").await.form("/tools/app")
}

async fn hands_in(world: &World, name: &str, bytes: &[u8]) -> Page {
    tool(world).await.attach("file", name, bytes.to_vec()).send().await
}

async fn a_founder_gets_the_values_from_a_certificate(world: World) {
    let page = hands_in(&world, "release.cer", EXAMPLE).await;
    assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, "/tools/app"));
    assert!(page.says(MD5) && page.says("CN=示例茶铺") && page.says("没有发现问题"), "{}", page.words());
    // Every value can be copied, and another file can be read at once.
    assert!(page.html.contains(&format!("data-copy=\"{MD5}\"")));
    let page = page.form("/tools/app").attach("file", "debug.cer", DEBUG.to_vec()).send().await;
    assert!(page.says("调试证书") && page.says("先看检查结果"), "{}", page.words());
}

async fn what_was_filed_is_compared_and_the_slip_is_named(world: World) {
    let typed = "3A:E3:BB:42:30:D5:77:71:93:C4:23:A7:EC:46:6D:10";
    let form = tool(&world).await.fill("fingerprint", typed);
    let page = form.attach("file", "release.cer", EXAMPLE.to_vec()).send().await;
    assert!(page.says("指纹是对的，但带着冒号"), "{}", page.words());
    // What was typed stands there for the next file.
    let form = page.form("/tools/app");
    assert_eq!(form.answer("fingerprint"), Some(typed));
    let page = form.attach("file", "debug.cer", DEBUG.to_vec()).send().await;
    assert!(page.says("不属于这个文件里的任何证书"), "{}", page.words());
}

async fn what_is_no_package_is_told_with_what_to_bring(world: World) {
    let page = hands_in(&world, "screenshot.apk", &png(640, 480, 200)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says("这是图片") && page.says("请上传安装包或证书本身"), "{}", page.words());
    let page = tool(&world).await.send().await;
    assert_eq!((page.status, page.errors()), (StatusCode::UNPROCESSABLE_ENTITY, vec!["file".to_owned()]));
}

async fn a_form_of_another_site_is_not_read(world: World) {
    let forged = tool(&world).await.forge("csrf", "not-the-one-it-was-given--------");
    let page = forged.attach("file", "release.cer", EXAMPLE.to_vec()).send().await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(!page.says(MD5));
}
