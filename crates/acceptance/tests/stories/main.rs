//! The stories: what people do with the platform, and what they may count on, on both databases.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on says where")]
mod accounts;
mod app_tool;
mod bad_news;
mod batches;
mod by_hand;
mod by_hand_mistakes;
mod ending_early;
mod exchange;
mod lessons;
mod limits;
mod mistakes;
mod numbering;
mod phone_check;
mod public_query;
mod refused_files;
mod rules;
mod straight_path;
mod supervision;
mod verdicts;
