//! What the customer has answered anew since an order came back.

use beian_domain::check::freeze;
use beian_domain::order::Order;
use beian_domain::order::field::{Field, FieldPath};
use beian_domain::order::stage::Stage;

use super::problems::freeze_ids;
use super::thaw::thaw;
use crate::app::App;
use crate::failure::Failure;

/// The fields of a returned order whose answers are no longer what was submitted; none at other stages.
pub(super) async fn changed(app: &App, order: &Order) -> Result<Vec<FieldPath>, Failure> {
    let Stage::Returned { snapshot, .. } = &order.stage else { return Ok(Vec::new()) };
    let Some(submitted) = app.store().snapshot(*snapshot).await? else { return Ok(Vec::new()) };
    let was = thaw(&submitted);
    // Both in normal form where that is possible: a blank in a phone number is no change.
    let frozen = freeze(order.kind, &order.answers, &freeze_ids(app, &order.answers));
    let now = frozen.map_or_else(|_| order.answers.clone(), |frozen| thaw(&frozen));
    let services = u8::try_from(was.services.len().max(now.services.len())).unwrap_or(u8::MAX);
    let numbers = |field: &Field| if field.pattern().contains('*') { services } else { 1 };
    let paths = Field::ALL
        .iter()
        .flat_map(|field| (0..numbers(field)).map(move |number| FieldPath::in_service(*field, number)));
    Ok(paths.filter(|path| bare(&was.text(*path)) != bare(&now.text(*path))).collect())
}

/// The text without what people type or leave out as they like.
fn bare(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
