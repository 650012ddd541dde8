//! A fault as it is written in JSON and TOML: flat, so that every mistake in it can be named.

use serde::{Deserialize, Serialize};

use super::{Fault, FaultKind, On};

/// A fault as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaultLine {
    /// The method.
    pub on: On,
    /// What goes wrong.
    pub kind: FaultName,
    /// Milliseconds of `delay-ms` and `late`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ms: Option<u64>,
    /// Code of `code`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<i64>,
    /// Status of `http-status`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// How often.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
    /// How many calls pass unharmed first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<u32>,
    /// For this provider only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<i64>,
}

macro_rules! names {
    ($($name:ident $wire:literal,)*) => {
        /// The name of a kind of fault; what each does stands at [`FaultKind`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        pub enum FaultName { $(#[doc = $wire] #[serde(rename = $wire)] $name,)* }

        impl FaultName {
            /// Every name.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// As it is written.
            pub const fn wire(self) -> &'static str {
                match self { $(Self::$name => $wire,)* }
            }
        }

        impl FaultKind {
            /// Its name.
            pub const fn name(&self) -> FaultName {
                match self { $(Self::$name { .. } => FaultName::$name,)* }
            }
        }
    };
}

names! {
    DropReply "drop-reply",
    CutReply "cut-reply",
    EmptyReply "empty-reply",
    DelayMs "delay-ms",
    Late "late",
    CutRequest "cut-request",
    RefuseConnectionLike "refuse-connection-like",
    Http500 "http-500",
    HttpStatus "http-status",
    Rubbish "rubbish",
    SoapFault "soap-fault",
    Maintenance "maintenance",
    Code "code",
    WrongHash "wrong-hash",
    CorruptZip "corrupt-zip",
    Duplicate "duplicate",
}

/// Why a line is no fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoFault {
    /// A key that the kind needs is missing.
    #[error("`{kind}` needs `{key}`")]
    Needs {
        /// The kind.
        kind: &'static str,
        /// The missing key.
        key: &'static str,
    },
    /// A key that says nothing about the kind.
    #[error("`{key}` says nothing about `{kind}`")]
    Idle {
        /// The kind.
        kind: &'static str,
        /// The idle key.
        key: &'static str,
    },
    /// A number that cannot be.
    #[error("`{key}` cannot be {value}")]
    Value {
        /// The key.
        key: &'static str,
        /// Its value.
        value: u32,
    },
}

impl TryFrom<FaultLine> for Fault {
    type Error = NoFault;

    fn try_from(line: FaultLine) -> Result<Self, NoFault> {
        let times = line.times.unwrap_or(1);
        if times == 0 {
            return Err(NoFault::Value { key: "times", value: 0 });
        }
        let kind = kind(&line)?;
        Ok(Self { on: line.on, kind, times, after: line.after.unwrap_or(0), account: line.account })
    }
}

fn kind(line: &FaultLine) -> Result<FaultKind, NoFault> {
    let name = line.kind;
    let needs = |key| NoFault::Needs { kind: name.wire(), key };
    let (mut ms, mut code, mut status) = (line.ms, line.code, line.status);
    let kind = match name {
        FaultName::DelayMs => FaultKind::DelayMs { ms: ms.take().ok_or_else(|| needs("ms"))? },
        FaultName::Late => FaultKind::Late { ms: ms.take().ok_or_else(|| needs("ms"))? },
        FaultName::Code => FaultKind::Code { code: code.take().ok_or_else(|| needs("code"))? },
        FaultName::HttpStatus => {
            let status = status.take().ok_or_else(|| needs("status"))?;
            if !(200..=999).contains(&status) {
                return Err(NoFault::Value { key: "status", value: status.into() });
            }
            FaultKind::HttpStatus { status }
        }
        FaultName::DropReply => FaultKind::DropReply,
        FaultName::CutReply => FaultKind::CutReply,
        FaultName::EmptyReply => FaultKind::EmptyReply,
        FaultName::CutRequest => FaultKind::CutRequest,
        FaultName::RefuseConnectionLike => FaultKind::RefuseConnectionLike,
        FaultName::Http500 => FaultKind::Http500,
        FaultName::Rubbish => FaultKind::Rubbish,
        FaultName::SoapFault => FaultKind::SoapFault,
        FaultName::Maintenance => FaultKind::Maintenance,
        FaultName::WrongHash => FaultKind::WrongHash,
        FaultName::CorruptZip => FaultKind::CorruptZip,
        FaultName::Duplicate => FaultKind::Duplicate,
    };
    let idle = [("ms", ms.is_some()), ("code", code.is_some()), ("status", status.is_some())];
    match idle.iter().find(|(_, given)| *given) {
        Some((key, _)) => Err(NoFault::Idle { kind: name.wire(), key }),
        None => Ok(kind),
    }
}

impl From<Fault> for FaultLine {
    fn from(fault: Fault) -> Self {
        let (mut ms, mut code, mut status) = (None, None, None);
        match &fault.kind {
            FaultKind::DelayMs { ms: of } | FaultKind::Late { ms: of } => ms = Some(*of),
            FaultKind::Code { code: of } => code = Some(*of),
            FaultKind::HttpStatus { status: of } => status = Some(*of),
            FaultKind::DropReply
            | FaultKind::CutReply
            | FaultKind::EmptyReply
            | FaultKind::CutRequest
            | FaultKind::RefuseConnectionLike
            | FaultKind::Http500
            | FaultKind::Rubbish
            | FaultKind::SoapFault
            | FaultKind::Maintenance
            | FaultKind::WrongHash
            | FaultKind::CorruptZip
            | FaultKind::Duplicate => {}
        }
        Self {
            on: fault.on,
            kind: fault.kind.name(),
            ms,
            code,
            status,
            times: (fault.times != 1).then_some(fault.times),
            after: (fault.after != 0).then_some(fault.after),
            account: fault.account,
        }
    }
}
