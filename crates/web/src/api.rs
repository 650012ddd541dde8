//! The API (开放接口): `/api/v1` with its OpenAPI document and a page that shows it.

mod auth;
mod docs;
mod document;
mod endings;
mod extract;
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
use crate::i18n::{Lang, Words};
use crate::state::Web;

/// Where version 1 lives.
const V1: &str = "/api/v1";

/// What people read before the first operation, paragraph by paragraph.
const ABOUT: [&str; 7] = [
    "api-about",
    "api-about-sign-in",
    "api-about-write",
    "api-about-version",
    "api-about-problem",
    "api-about-page",
    "api-about-person",
];

fn about(words: Words) -> String {
    ABOUT.map(|key| words.t(key)).join("\n\n")
}

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
                .description(Some(about(Words::new(Lang::En))))
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
