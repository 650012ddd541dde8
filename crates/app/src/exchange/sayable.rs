//! Whether a document can be said at all: schema, encoding, codes. Asked before it is packed, so that what the
//! authority would refuse is known with its order and field.

use std::fmt;

use beian_authority::Violation;
use beian_authority::codes::CodeTables;
use beian_authority::message::upload::UploadDocument;
use beian_domain::order::field::{Field, FieldPath};

/// Something in a document that cannot be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unsayable {
    /// Which record of the document, from 0; `None` where it concerns the whole document.
    pub record: Option<usize>,
    /// The field of the form, where the element belongs to one.
    pub field: Option<FieldPath>,
    /// What is wrong, with the element.
    pub violation: Violation,
}

impl fmt::Display for Unsayable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.field {
            Some(field) => write!(f, "{field}: {}", self.violation),
            None => self.violation.fmt(f),
        }
    }
}

/// Everything in a document that cannot be said to the authority with these tables: what breaks the schema, what
/// its encoding lacks, what is not in its tables.
pub(crate) fn unsayable(document: &UploadDocument, tables: &CodeTables) -> Vec<Unsayable> {
    let mut violations = document.violations_in_gbk();
    violations.extend(
        document
            .violations_with(tables)
            .into_iter()
            .filter(|violation| matches!(violation, Violation::Code { .. })),
    );
    let found = violations.into_iter().map(|violation| Unsayable {
        record: violation.record(),
        field: field(violation.path()),
        violation,
    });
    found.collect()
}

/// The field of the form that an element says, by its path below the root.
fn field(path: &str) -> Option<FieldPath> {
    let steps: Vec<(&str, u8)> = path.split('/').map(step).collect();
    let names: Vec<&str> = steps.iter().map(|(name, _)| *name).collect();
    let service = steps.iter().find(|(name, _)| *name == "Wz_xx").map_or(0, |(_, number)| *number);
    let of_subject = names.contains(&"Zt_xx");
    let last = names.last().copied()?;
    let field = match last {
        "Dwmc" => Field::SubjectName,
        "Dwxz" => Field::SubjectNature,
        "Tzr" => Field::SubjectInvestor,
        "Shengid" => Field::SubjectProvince,
        "Shiid" | "Xianid" => Field::SubjectRegion,
        "Xxdz" => Field::SubjectAddress,
        "Zjlx" => Field::SubjectCertificateType,
        "Zjhm" => Field::SubjectCertificateNumber,
        "Zjzs" => Field::SubjectCertificateAddress,
        "Bz" if of_subject => Field::SubjectRemark,
        "Fzr_xm" if of_subject => Field::SubjectPersonName,
        "Fzr_zjlx" if of_subject => Field::SubjectPersonCertificateType,
        "Fzr_zjhm" if of_subject => Field::SubjectPersonCertificateNumber,
        "Fzr_sjhm" if of_subject => Field::SubjectPersonMobile,
        "Fzr_dhhm" if of_subject => Field::SubjectPersonOfficePhone,
        "Fzr_dzyj" if of_subject => Field::SubjectPersonEmail,
        "Fzr_xm" => Field::ServicePersonName,
        "Fzr_zjlx" => Field::ServicePersonCertificateType,
        "Fzr_zjhm" => Field::ServicePersonCertificateNumber,
        "Fzr_sjhm" => Field::ServicePersonMobile,
        "Fzr_dhhm" => Field::ServicePersonOfficePhone,
        "Fzr_dzyj" => Field::ServicePersonEmail,
        "Wzmc" => Field::ServiceName,
        "Syurl" => Field::ServiceHomeUrl,
        "Wz_Bz" => Field::ServiceRemark,
        "Ym" => Field::ServiceDomain,
        "Fwnr_id" => Field::ServiceContents,
        "Yylb_id" => Field::ServiceLanguages,
        "Nrlx_id" => Field::ServicePreApproval,
        "Qzsph" => Field::ServicePreApprovalNumber,
        "Fbdd" => Field::AccessPlace,
        "Jrfs" => Field::AccessMode,
        "Qsip" | "Zzip" => Field::AccessAddresses,
        _ => return None,
    };
    Some(FieldPath::in_service(field, service))
}

/// A step of a path: its name, and its place in a list from 0.
fn step(text: &str) -> (&str, u8) {
    let Some((name, number)) = text.split_once('[') else { return (text, 0) };
    let number = number.trim_end_matches(']').parse::<u8>().unwrap_or(1);
    (name, number.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_is_the_field_that_says_it() {
        let named = |path| field(path).map(|field| field.to_string());
        assert_eq!(
            named("ICP/XZBA/Baxx[3]/Wz_xx[2]/Fwnr/Fwnr_id[1]").as_deref(),
            Some("services.1.contents")
        );
        assert_eq!(
            named("ICP/XZBA/Baxx[1]/Zt_xx/Fzr/Fzr_zjlx").as_deref(),
            Some("subject.person.certificate-type")
        );
        assert_eq!(named("ICP/XZBA/Baxx[1]/Fj[1]/Fjxx/Fjyt"), None);
    }
}
