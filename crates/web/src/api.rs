//! The API (开放接口): `/api/v1` with its OpenAPI document and a page that shows it.

mod auth;
mod docs;
mod document;
mod endings;
#[cfg(test)]
mod tests;
mod v1;
mod version;

use axum::Json;
use axum::Router;
use axum::routing::get;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityRequirement, SecurityScheme};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{ComponentsBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder};
use utoipa_axum::router::OpenApiRouter;

use self::document::{FieldProblemDocument, ProblemDocument};
use crate::state::Web;

/// Where version 1 lives.
const V1: &str = "/api/v1";

/// What people read before the first operation.
const ABOUT: &str = "\
File websites with the authority (备案) from your own programs: look filings up, open an order, fill it in, bring \
the evidence, submit it, follow it to its number.

**Signing in.** Calls carry the cookie of a session of the console: sign in at `/sign-in` and send the cookie \
`customer` (`__Host-customer` over HTTPS). Keys for programs come in a later version.

**Writing.** Every write carries the header `X-CSRF-Token` with the token `GET /api/v1/session` gives.

**Versions.** An order has a version, sent as `ETag`. Whoever changes it names the version last seen in \
`If-Match`; when the order moved meanwhile nothing is changed and the answer is 409 `stale`. That makes writes \
safe to repeat: a second submission of the same version is refused, the same answers saved again change nothing, \
the same picture is kept once, and a subject has at most one running order. `Idempotency-Key` is not read yet.

**Problems** are `application/problem+json` (RFC 9457) with a stable `code`; sentences come in the language of \
`Accept-Language` (`zh-CN` or `en`).

**Pages.** Lists give `next`; send it as `after` for the next page.

**The person in charge** is verified live by law (真实性核验); that cannot be done through an API. The API \
prepares everything else; the person answers the ministry's SMS and the camera in person.";

/// The API's routes.
pub(crate) fn router() -> Router<Web> {
    let (routes, document) = parts();
    routes
        .route("/api/openapi.json", get(|| async move { Json(document) }))
        .route("/api/docs", get(docs::show))
}

/// The document of the API, as `beian openapi` prints it.
pub fn openapi() -> OpenApi {
    parts().1
}

fn parts() -> (Router<Web>, OpenApi) {
    OpenApiRouter::with_openapi(base()).nest(V1, v1::router()).split_for_parts()
}

fn base() -> OpenApi {
    let cookie =
        ApiKeyValue::with_description("customer", "The session of the console; `__Host-customer` over HTTPS");
    let tags = [
        ("session", "Who is signed in"),
        ("query", "What the public may know"),
        ("orders", "Orders (备案订单): from the first answer to the number"),
        ("evidence", "Pictures of certificates and the like (材料)"),
        ("filings", "What stands in the register"),
    ];
    OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Beian (备案)")
                .version("1")
                .description(Some(ABOUT))
                .license(Some(
                    LicenseBuilder::new().name("Apache-2.0").identifier(Some("Apache-2.0")).build(),
                ))
                .build(),
        )
        .tags(Some(tags.map(|(name, about)| TagBuilder::new().name(name).description(Some(about)).build())))
        .components(Some(
            ComponentsBuilder::new()
                .schema_from::<ProblemDocument>()
                .schema_from::<FieldProblemDocument>()
                .security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)))
                .build(),
        ))
        .security(Some([SecurityRequirement::new("session", Vec::<String>::new())]))
        .build()
}
