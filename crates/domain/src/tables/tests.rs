use std::collections::BTreeSet;

use super::*;

/// Codes, slugs and names of a table are unique, sorted and read back to the same value.
macro_rules! reads_back {
    ($($test:ident: $name:ident, $count:literal;)+) => {$(
        #[test]
        fn $test() {
            assert_eq!($name::ALL.len(), $count);
            assert!($name::ALL.is_sorted_by_key(|value| value.code()));
            let mut slugs = BTreeSet::new();
            let mut names = BTreeSet::new();
            for &value in $name::ALL {
                assert_eq!($name::from_code(value.code()), Some(value));
                assert_eq!($name::from_slug(value.slug()), Some(value));
                let json = serde_json::to_string(&value).unwrap();
                assert_eq!(json, format!("\"{}\"", value.slug()));
                assert_eq!(serde_json::from_str::<$name>(&json).unwrap(), value);
                assert!(value.slug().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'));
                assert!(slugs.insert(value.slug()) && names.insert(value.name_zh()));
            }
            assert_eq!($name::from_code(999), None);
            assert_eq!("no-such".parse::<$name>().unwrap_err().code, "code-unknown");
        }
    )+};
}

reads_back! {
    natures: SubjectNature, 18;
    certificates: CertificateType, 43;
    pre_approvals: PreApprovalKind, 12;
    website_contents: WebsiteContent, 24;
    languages: Language, 17;
    access_modes: AccessMode, 5;
    attachment_purposes: AttachmentPurpose, 5;
}

#[test]
fn persons_in_charge_have_seven_kinds_of_certificate() {
    let codes: Vec<u16> =
        CertificateType::ALL.iter().filter(|kind| kind.for_person()).map(|kind| kind.code()).collect();
    assert_eq!(codes, [2, 7, 11, 14, 30, 41, 42]);
}

#[test]
fn certificates_know_their_nature() {
    assert_eq!(CertificateType::BusinessLicence.nature(), Some(SubjectNature::Enterprise));
    assert_eq!(CertificateType::ResidentId.nature(), Some(SubjectNature::Individual));
    assert_eq!(CertificateType::SocialCreditCode.nature(), None);
    for kind in CertificateType::ALL.iter().filter(|kind| kind.for_person()) {
        assert_eq!(kind.nature(), Some(SubjectNature::Individual));
    }
}
