//! Checks of the parts as they are shown: whole in both languages, and nothing inline.

use super::*;

fn pages() -> Vec<String> {
    let both = |lang| [page(Words::new(lang)), desk::page(Words::new(lang))];
    Lang::ALL.into_iter().flat_map(both).map(|page| page.0).collect()
}

#[test]
fn nothing_is_inline() {
    for page in pages() {
        for forbidden in [" style=", " onclick=", " onload=", "<style", "javascript:"] {
            assert!(!page.contains(forbidden), "{forbidden} would be blocked by our own policy");
        }
        assert_eq!(page.matches("<script").count(), 1, "the only script is ours, by address");
    }
}

#[test]
fn ids_are_unique_and_labels_lead_somewhere() {
    for page in pages() {
        let attribute = |name: &str| -> Vec<String> {
            let start = format!(" {name}=\"");
            page.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
        };
        let mut ids = attribute("id");
        ids.sort();
        let count = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), count, "an id twice");
        for wanted in attribute("for") {
            assert!(ids.contains(&wanted), "nothing has the id {wanted}");
        }
        for wanted in attribute("aria-describedby").iter().flat_map(|list| list.split(' ')) {
            assert!(ids.contains(&wanted.to_owned()), "nothing has the id {wanted}");
        }
    }
}

#[test]
fn every_form_carries_its_token() {
    for page in pages() {
        let posts = page.matches("method=\"post\"").count();
        assert_eq!(posts, page.matches("name=\"csrf\"").count());
    }
}
