//! What the automatic check says about whole orders.

use super::*;

#[test]
fn the_list_of_rules() {
    let mut page = String::new();
    for rule in RULES {
        page.push_str(&format!("{:<34}{:<7}{}\n", rule.code, rule.severity.slug(), rule.source));
    }
    insta::assert_snapshot!("rules", page);
}
