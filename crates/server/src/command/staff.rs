//! `staff add`: the provider's own people, from the command line of whoever runs the platform.

use std::io::BufRead as _;

use anyhow::Context as _;
use beian_app::Chance;
use beian_app::accounts::{NewStaff, add_staff_as_operator};

use crate::assemble::{Platform, configuration};
use crate::cli::Staff;
use crate::config::Source;
use crate::telemetry;
use crate::terminal::{explained, say};

/// Characters of made passwords: none that look alike.
const ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz234567899";
/// Groups of four characters in a made password: 100 bits.
const GROUPS: usize = 5;

/// Adds a person.
pub async fn staff(source: &Source, staff: Staff) -> anyhow::Result<()> {
    telemetry::quiet();
    let Staff::Add { email, name, role, password_stdin } = staff;
    let password = if password_stdin { read_password()? } else { make_password(&Chance::system()) };
    let platform = Platform::open(configuration(source)?).await?;
    let new = NewStaff { email: email.clone(), name, role: role.into(), password: password.clone() };
    let added = add_staff_as_operator(&platform.app, new).await;
    platform.close().await?;
    added.map_err(|failure| anyhow::anyhow!("cannot be added: {}", explained(&failure)))?;
    say(format!("{email}: added. 已添加。"));
    if !password_stdin {
        say(format!("Password 密码: {password}"));
    }
    Ok(())
}

/// A password nobody guesses, and that can be read over the phone.
pub fn make_password(chance: &Chance) -> String {
    let groups = (0..GROUPS).map(|_| {
        let bytes: [u8; 4] = chance.bytes();
        bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect::<String>()
    });
    groups.collect::<Vec<_>>().join("-")
}

fn read_password() -> anyhow::Result<String> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).context("no password on standard input")?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
