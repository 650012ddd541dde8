//! Style, script and pictures of our own, compiled in and served under names that carry their digest.

use std::sync::LazyLock;

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};

/// What a page may load: only ourselves, nothing inline; previews of chosen pictures are `blob:`.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; \
     script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// All of the style.
pub(crate) const CSS: &str = concat!(
    include_str!("../../../assets/css/tokens.css"),
    include_str!("../../../assets/css/base.css"),
    include_str!("../../../assets/css/frame.css"),
    include_str!("../../../assets/css/form.css"),
    include_str!("../../../assets/css/choice.css"),
    include_str!("../../../assets/css/upload.css"),
    include_str!("../../../assets/css/order.css"),
    include_str!("../../../assets/css/list.css"),
    include_str!("../../../assets/css/picture.css"),
    include_str!("../../../assets/css/rules.css"),
    include_str!("../../../assets/css/console.css"),
    include_str!("../../../assets/css/inspect.css"),
    include_str!("../../../assets/css/desk.css"),
    include_str!("../../../assets/css/narrow.css"),
    include_str!("../../../assets/css/print.css"),
);

const JS: &str = concat!(
    include_str!("../../../assets/js/start.js"),
    include_str!("../../../assets/js/form.js"),
    include_str!("../../../assets/js/check.js"),
    include_str!("../../../assets/js/region.js"),
    include_str!("../../../assets/js/upload.js"),
    include_str!("../../../assets/js/copy.js"),
    include_str!("../../../assets/js/refresh.js"),
    include_str!("../../../assets/js/desk.js"),
    include_str!("../../../assets/js/evidence.js"),
    include_str!("../../../assets/js/end.js"),
);

/// As much of the script as a saved page needs to copy values.
pub(crate) const COPYING: &str = concat!(
    include_str!("../../../assets/js/start.js"),
    include_str!("../../../assets/js/copy.js"),
    include_str!("../../../assets/js/end.js"),
);

const ICON: &str = include_str!("../../../assets/seal.svg");

struct Asset {
    stem: &'static str,
    extension: &'static str,
    mime: &'static str,
    body: &'static str,
    digest: String,
    href: String,
}

static ASSETS: LazyLock<[Asset; 3]> = LazyLock::new(|| {
    [
        asset("beian", "css", "text/css; charset=utf-8", CSS),
        asset("app", "js", "text/javascript; charset=utf-8", JS),
        asset("seal", "svg", "image/svg+xml", ICON),
    ]
});

fn asset(stem: &'static str, extension: &'static str, mime: &'static str, body: &'static str) -> Asset {
    let digest =
        Sha256::digest(body).iter().take(6).fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    let href = format!("/assets/{stem}.{digest}.{extension}");
    Asset { stem, extension, mime, body, digest, href }
}

/// The address of the style sheet.
pub fn css_href() -> &'static str {
    &ASSETS[0].href
}

/// The address of the script.
pub fn js_href() -> &'static str {
    &ASSETS[1].href
}

/// The address of the icon, a red seal (备).
pub fn icon_href() -> &'static str {
    &ASSETS[2].href
}

/// `GET /assets/{name}.{digest}.{extension}`.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{file}", get(|Path(file): Path<String>| async move { serve(&file) }))
}

fn serve(file: &str) -> Response {
    let mut pieces = file.split('.');
    let (Some(stem), Some(digest), Some(extension), None) =
        (pieces.next(), pieces.next(), pieces.next(), pieces.next())
    else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Some(asset) = ASSETS.iter().find(|a| a.stem == stem && a.extension == extension) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    // While nodes are being replaced a page of one version may ask a node of another: it gets what
    // there is, but must not keep it.
    let caching = if asset.digest == digest { "public, max-age=31536000, immutable" } else { "no-store" };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(asset.mime)),
        (header::CACHE_CONTROL, HeaderValue::from_static(caching)),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    (headers, asset.body).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cache_control(file: &str) -> String {
        let response = serve(file);
        assert_eq!(response.status(), StatusCode::OK);
        response.headers()[header::CACHE_CONTROL].to_str().unwrap().to_owned()
    }

    #[test]
    fn the_name_with_the_right_digest_is_kept_for_ever() {
        let file = css_href().strip_prefix("/assets/").unwrap();
        assert!(cache_control(file).contains("immutable"));
        assert_eq!(cache_control("beian.000000000000.css"), "no-store");
        assert_eq!(serve("beian.css").status(), StatusCode::NOT_FOUND);
        assert_eq!(serve("other.000000000000.css").status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn style_and_script_stay_small() {
        assert!(CSS.len() + JS.len() < 100_000, "{} + {}", CSS.len(), JS.len());
    }

    #[test]
    fn style_and_script_load_nothing_from_elsewhere() {
        for text in [CSS, JS] {
            assert!(!text.contains("http://") && !text.contains("https://") && !text.contains("@import"));
        }
    }
}
