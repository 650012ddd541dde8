//! Blogs of individuals: the only form, banned, or with consent.

use super::{about, each};
use crate::check::applied::Applied;
use crate::check::sight::Sight;
use crate::finding::Finding;
use crate::order::field::Field;
use crate::rulebook::Blog;

/// What the province says of blogs.
fn asked(applied: &Applied<'_>) -> Option<Blog> {
    applied.value()?.choice()
}

/// The contents, as this code.
const BLOG: &str = "blog";

/// Where only blogs and home pages are taken, the name ends as one.
pub(super) fn form(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if asked(applied) != Some(Blog::Only) {
        return;
    }
    for (offer, name) in each(sight, applied) {
        if !name.ends_with("个人博客") && !name.ends_with("个人主页") {
            out.push(about(applied, offer).with("found", name));
        }
    }
}

/// Where blogs are banned, none is chosen as content; words in the name are told apart.
pub(super) fn not_banned(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if asked(applied) != Some(Blog::Banned) {
        return;
    }
    for offer in applied.offers(sight) {
        if offer.service.contents.iter().any(|content| content == BLOG) {
            let finding = applied.in_service(Field::ServiceContents, offer.n);
            out.push(finding.with("found", "@contents/blog"));
        }
    }
}

/// Where blogs need the consent of the cyberspace office, the remark tells of it, or a pre-approval does.
pub(super) fn approved(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if asked(applied) != Some(Blog::Approval) {
        return;
    }
    for offer in applied.offers(sight) {
        let service = offer.service;
        let blog = service.contents.iter().any(|content| content == BLOG) || service.name.contains("博客");
        let consent = !service.pre_approvals.is_empty() || service.remark.contains("网信");
        if blog && !consent {
            out.push(applied.in_service(Field::ServiceContents, offer.n));
        }
    }
}
