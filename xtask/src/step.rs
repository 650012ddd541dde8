//! One step of a task: its name, its seconds, the commands it calls.

use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// Announces the step, does it, and says how long it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("── {name}");
    let began = Instant::now();
    let made = work().with_context(|| format!("step `{name}`"))?;
    eprintln!("   {name}: {:.1} s", began.elapsed().as_secs_f64());
    Ok(made)
}

/// Runs a command in the foreground; anything but success is an error that repeats the command.
pub fn call(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("starting `{}`", written(command)))?;
    if !status.success() {
        bail!("`{}` ended with {status}", written(command));
    }
    Ok(())
}

/// Runs a command without showing anything; its output is told only if it fails.
pub fn call_quietly(command: &mut Command) -> Result<()> {
    let output =
        command.stdin(Stdio::null()).output().with_context(|| format!("starting `{}`", written(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` ended with {}: {}", written(command), output.status, said.trim());
    }
    Ok(())
}

/// Does this command run and succeed? Nothing is shown.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The command as a person would type it.
pub fn written(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}
