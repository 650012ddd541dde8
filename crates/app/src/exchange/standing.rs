//! Standing: where a subject or a domain is filed, by our register and by the authority's answer.

use beian_authority::client::{CallError, StatusCondition};
use beian_domain::identity::CertificateNumber;
use beian_domain::network::DomainName;
use beian_domain::order::kind::Standing;
use beian_domain::region::Province;
use beian_store::certificate_key;

use super::nonce;
use crate::app::App;
use crate::failure::Failure;

/// Why the authority could not be asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotKnown {
    /// The authority did not answer, or not as it should.
    #[error("the authority cannot be asked now: {0}")]
    Authority(#[from] CallError),
    /// Anything of our own.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl From<beian_store::StoreError> for NotKnown {
    fn from(error: beian_store::StoreError) -> Self {
        Self::Failure(error.into())
    }
}

/// Where the domain is filed.
pub(crate) async fn domain_standing(
    app: &App,
    province: Province,
    domain: &DomainName,
) -> Result<Standing, NotKnown> {
    if app.store().service_by_domain(domain).await?.is_some() {
        return Ok(Standing::Here);
    }
    ask(app, province, StatusCondition::Domain(domain.as_str().to_owned())).await
}

/// Where the subject with this certificate is filed.
pub(crate) async fn subject_standing(
    app: &App,
    province: Province,
    certificate: &CertificateNumber,
) -> Result<Standing, NotKnown> {
    if app.store().subject_by_certificate(&certificate_key(certificate)).await?.is_some() {
        return Ok(Standing::Here);
    }
    let condition = StatusCondition::Certificate {
        kind: certificate.certificate_type().code().into(),
        number: certificate.as_str().to_owned(),
    };
    ask(app, province, condition).await
}

/// Asks the authority of the province; where we have no account, nobody can be asked and nothing is known
/// to stand elsewhere.
async fn ask(app: &App, province: Province, condition: StatusCondition) -> Result<Standing, NotKnown> {
    let Some(link) = app.link_of(province) else { return Ok(Standing::Unfiled) };
    let answer = link.client.status(condition, nonce(app)).await?;
    Ok(if answer.filed { Standing::Elsewhere } else { Standing::Unfiled })
}
