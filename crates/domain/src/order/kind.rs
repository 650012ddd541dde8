//! The kinds of order, and how the kind of a new filing is derived instead of asked.

use crate::account::slugs;

slugs! {
    /// What an order does to a filing (备案类型).
    OrderKind {
        /// 首次备案: neither subject nor service is filed.
        FirstFiling = "first-filing",
        /// 新增互联网信息服务（原备案在本平台）.
        AddServiceHere = "add-service-here",
        /// 新增互联网信息服务（原备案不在本平台）.
        AddServiceElsewhere = "add-service-elsewhere",
        /// 新增接入.
        AddAccess = "add-access",
        /// 变更主体.
        ChangeSubject = "change-subject",
        /// 变更互联网信息服务.
        ChangeService = "change-service",
        /// 变更备案: subject and service at once.
        ChangeBoth = "change-both",
        /// 取消接入.
        CancelAccess = "cancel-access",
        /// 注销互联网信息服务.
        CancelService = "cancel-service",
        /// 注销主体.
        CancelSubject = "cancel-subject",
        /// 迁移备案: a service moves to another subject.
        Migrate = "migrate",
        /// 认领备案: a filing that stands at the authority enters our register.
        Claim = "claim",
    }
}

impl OrderKind {
    /// Cancelling orders cannot be withdrawn (撤销), only abandoned (放弃).
    pub fn cancels(self) -> bool {
        match self {
            Self::CancelAccess | Self::CancelService | Self::CancelSubject => true,
            Self::FirstFiling
            | Self::AddServiceHere
            | Self::AddServiceElsewhere
            | Self::AddAccess
            | Self::ChangeSubject
            | Self::ChangeService
            | Self::ChangeBoth
            | Self::Migrate
            | Self::Claim => false,
        }
    }

    /// Whether the ministry checks the persons in charge by SMS (短信核验); all kinds since 2020-08-17
    /// but cancelling an access, and a claim, which the authority never sees.
    pub fn has_phone_check(self) -> bool {
        !matches!(self, Self::CancelAccess | Self::Claim)
    }

    /// Whether the order goes to the authority at all.
    pub fn reaches_authority(self) -> bool {
        self != Self::Claim
    }
}

/// Where a subject or a domain stands, as far as our register and the authority's answer tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not filed anywhere.
    Unfiled,
    /// Filed, and in our register.
    Here,
    /// Filed, at another provider.
    Elsewhere,
}

/// Why no kind of order fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoKind {
    /// This subject has already filed this domain with us.
    #[error("already filed here")]
    AlreadyHere,
    /// The domain is filed under another subject, or its subject is unknown to the authority.
    #[error("filed under another subject")]
    OtherSubject,
}

/// Derives the kind of a new filing from what is known of the certificate and of the domain or App name.
///
/// `same_subject` tells whether a filed service belongs to the filing subject.
pub fn derive_kind(subject: Standing, service: Standing, same_subject: bool) -> Result<OrderKind, NoKind> {
    match (subject, service) {
        (Standing::Unfiled, Standing::Unfiled) => Ok(OrderKind::FirstFiling),
        (Standing::Here, Standing::Unfiled) => Ok(OrderKind::AddServiceHere),
        (Standing::Elsewhere, Standing::Unfiled) => Ok(OrderKind::AddServiceElsewhere),
        (Standing::Here | Standing::Elsewhere, Standing::Elsewhere) if same_subject => {
            Ok(OrderKind::AddAccess)
        }
        (Standing::Here | Standing::Elsewhere, Standing::Here) if same_subject => Err(NoKind::AlreadyHere),
        (_, Standing::Here | Standing::Elsewhere) => Err(NoKind::OtherSubject),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_follows_from_what_is_filed() {
        use Standing::{Elsewhere, Here, Unfiled};
        assert_eq!(derive_kind(Unfiled, Unfiled, false), Ok(OrderKind::FirstFiling));
        assert_eq!(derive_kind(Here, Unfiled, false), Ok(OrderKind::AddServiceHere));
        assert_eq!(derive_kind(Elsewhere, Unfiled, false), Ok(OrderKind::AddServiceElsewhere));
        assert_eq!(derive_kind(Elsewhere, Elsewhere, true), Ok(OrderKind::AddAccess));
        assert_eq!(derive_kind(Here, Here, true), Err(NoKind::AlreadyHere));
        assert_eq!(derive_kind(Unfiled, Here, false), Err(NoKind::OtherSubject));
        assert_eq!(derive_kind(Here, Elsewhere, false), Err(NoKind::OtherSubject));
    }
}
