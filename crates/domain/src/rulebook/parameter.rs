//! The parameters: everything a province is asked, and what holds nationally; each with its shape.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::choices::{
    AccessMatch, AccessOrder, AgeProof, Blog, BoundaryPapers, Chapter, Choice, DayCount, DomainOwner,
    EmergencyRemark, FooterNumber, ForeignIndividual, ForeignRepresentative, Investor, KindChange, Locality,
    NameBan, Nonlocal, Representative, ResidenceProof, SoleTrader, SubjectChange, TutoringStatement,
};
use super::shape::Shape;
use super::table::TableKind;

macro_rules! shape {
    (Flag) => {
        Shape::Flag
    };
    (Number) => {
        Shape::Number
    };
    (Text) => {
        Shape::Text
    };
    (Words) => {
        Shape::Words
    };
    (one $options:ident) => {
        Shape::Choice($options::OPTIONS)
    };
    (some $options:ident) => {
        Shape::Choices($options::OPTIONS)
    };
    (contents) => {
        Shape::Rows(TableKind::Contents)
    };
}

/// Declares the parameters of each chapter: `Variant = "key": shape;`.
macro_rules! parameters {
    ($($chapter:ident { $($variant:ident = $key:literal: $kind:ident $($options:ident)?;)+ })+) => {
        /// A parameter, named by its key in the files: `unit.legal-representative`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Parameter { $($(#[doc = $key] $variant,)+)+ }

        impl Parameter {
            /// All of them, by chapter.
            pub const ALL: &'static [Self] = &[$($(Self::$variant,)+)+];

            /// The key: section and name.
            pub const fn key(self) -> &'static str { match self { $($(Self::$variant => $key,)+)+ } }

            /// What its value looks like.
            pub const fn shape(self) -> Shape {
                match self { $($(Self::$variant => shape!($kind $($options)?),)+)+ }
            }

            /// The chapter of the province pages it stands in.
            pub const fn chapter(self) -> Chapter {
                match self { $($(Self::$variant => Chapter::$chapter,)+)+ }
            }
        }
    };
}

parameters! {
    General {
        FooterNumber = "general.footer-number": one FooterNumber;
        ShellSubject = "general.shell-subject": Flag;
        Migration = "general.migration": Flag;
        DomainDays = "general.domain-days": Number;
        DomainDaysAdvised = "general.domain-days-advised": Number;
        OwnDomainList = "general.own-domain-list": Flag;
        GovernmentSubdomains = "general.government-subdomains": Flag;
    }
    UnitPersons {
        UnitRepresentative = "unit.legal-representative": one Representative;
        UnitSamePerson = "unit.same-person": Flag;
        UnitSiteLetter = "unit.site-letter": Flag;
        UnitNewLetter = "unit.new-letter-on-change": Flag;
        UnitPrincipalsDiffer = "unit.principals-differ": Flag;
        UnitServesOneUnit = "unit.serves-one-unit": Flag;
        UnitMinimumAge = "unit.minimum-age": Number;
        UnitProofBelow = "unit.proof-below": Number;
        UnitAgeProof = "unit.age-proof": some AgeProof;
        UnitMaximumAgeMen = "unit.site-maximum-age-men": Number;
        UnitMaximumAgeWomen = "unit.site-maximum-age-women": Number;
        UnitPhoneLocality = "unit.phone-locality": one Locality;
        UnitPhoneUnique = "unit.phone-unique": Flag;
        UnitIdUnique = "unit.id-unique": Flag;
        UnitPhonesOne = "unit.phones-one-person": Number;
        UnitPhonesTwo = "unit.phones-two-persons": Number;
        UnitEmergencyDiffers = "unit.emergency-phone-differs": Flag;
        UnitEmergenciesDiffer = "unit.emergency-phones-differ": Flag;
        UnitEmergencyRemark = "unit.emergency-remark": one EmergencyRemark;
        UnitLandline = "unit.landline": Flag;
        UnitForeign = "unit.foreign-representative": one ForeignRepresentative;
        UnitBoundary = "unit.hong-kong-macao-taiwan": one BoundaryPapers;
        UnitNonlocalSite = "unit.nonlocal-site-principal": one Nonlocal;
    }
    UnitForms {
        UnitDomainOwner = "unit.domain-owner": some DomainOwner;
        UnitCertificatesFrom = "unit.certificates-from-domains": Number;
        UnitDomesticRegistrar = "unit.domestic-registrar": Flag;
        UnitDomainsPerOrder = "unit.domains-per-order": Number;
        UnitDomainsPerService = "unit.domains-per-service": Number;
        UnitServicesPerOrder = "unit.services-per-order": Number;
        UnitMaximumServices = "unit.maximum-services": Number;
        UnitPlanFrom = "unit.plan-from-services": Number;
        UnitGuaranteeFrom = "unit.guarantee-from-services": Number;
        UnitStatementFrom = "unit.statement-from-domains": Number;
        UnitSingleDomainAfter = "unit.single-domain-after-services": Number;
        UnitMaximumResources = "unit.maximum-resources": Number;
        UnitLabelsRemarkFrom = "unit.labels-remark-from": Number;
        UnitSoleTrader = "unit.sole-trader": one SoleTrader;
        UnitSameCity = "unit.same-city": Flag;
        UnitInvestor = "unit.investor": one Investor;
        UnitLicenceDays = "unit.licence-days": Number;
        UnitElectronicLicence = "unit.electronic-licence": Flag;
        UnitLicenceCopy = "unit.licence-copy": Flag;
        UnitAbnormalRefused = "unit.abnormal-refused": Flag;
        UnitContentOnly = "unit.content-only": contents;
        UnitContentRefused = "unit.content-refused": contents;
        UnitContentRemarkUnless = "unit.content-remark-unless": contents;
        UnitApprovalRemark = "unit.approval-remark": Flag;
        UnitEstablishmentOffice = "unit.establishment-office": Flag;
        UnitTutoring = "unit.tutoring-statement": one TutoringStatement;
        UnitByIpOnly = "unit.government-by-ip": Flag;
        UnitDistinctNames = "unit.distinct-names": Flag;
        UnitEnglishName = "unit.english-name": Flag;
    }
    UnitChanges {
        UnitSubjectChange = "unit.subject-change": one SubjectChange;
        UnitSwap = "unit.subject-swap": Flag;
        UnitToIndividual = "unit.change-to-individual": one KindChange;
        UnitAccessMatch = "unit.access-match": some AccessMatch;
        UnitAccessAddress = "unit.access-address-may-differ": Flag;
        UnitAccessOrder = "unit.access-order": one AccessOrder;
        UnitAccessChangeDays = "unit.access-change-days": Number;
        UnitFiledOpen = "unit.filed-must-open": Flag;
    }
    IndividualPersons {
        IndividualNonlocal = "individual.nonlocal": one Nonlocal;
        IndividualResidenceProof = "individual.residence-proof": some ResidenceProof;
        IndividualStudentCard = "individual.student-card": Flag;
        IndividualRentalMonths = "individual.rental-months": Number;
        IndividualPermitDays = "individual.permit-days": Number;
        IndividualMinimumAge = "individual.minimum-age": Number;
        IndividualProofBelow = "individual.proof-below": Number;
        IndividualAgeProof = "individual.age-proof": some AgeProof;
        IndividualPhoneLocality = "individual.phone-locality": one Locality;
        IndividualPhoneUnique = "individual.phone-unique": Flag;
        IndividualPhones = "individual.phones": Number;
        IndividualForeigners = "individual.foreigners": one ForeignIndividual;
        IndividualBoundary = "individual.hong-kong-macao-taiwan": one BoundaryPapers;
        IndividualTemporaryId = "individual.temporary-id": Flag;
    }
    IndividualForms {
        IndividualNameMinimum = "individual.name-minimum": Number;
        IndividualNameBans = "individual.name-bans": some NameBan;
        IndividualNameWords = "individual.name-words": Words;
        IndividualBlog = "individual.blog": one Blog;
        IndividualRemark = "individual.remark": Flag;
        IndividualRemarkMinimum = "individual.remark-minimum": Number;
        IndividualDeclaration = "individual.declaration": Flag;
        IndividualEmergencyRemark = "individual.emergency-remark": one EmergencyRemark;
        IndividualMaximumServices = "individual.maximum-services": Number;
        IndividualServicesPerOrder = "individual.services-per-order": Number;
        IndividualDomainsPerService = "individual.domains-per-service": Number;
        IndividualFirstDomains = "individual.first-order-domains": Number;
        IndividualSingleDomainAfter = "individual.single-domain-after-services": Number;
        IndividualPlanFrom = "individual.plan-from-services": Number;
        IndividualGuaranteeFrom = "individual.guarantee-from-services": Number;
        IndividualExplainFrom = "individual.explain-from-services": Number;
        IndividualMailFrom = "individual.mail-from-services": Number;
        IndividualCertificatesFrom = "individual.certificates-from-domains": Number;
        IndividualLabelsRemarkFrom = "individual.labels-remark-from": Number;
        IndividualFingerprint = "individual.fingerprint": Flag;
        IndividualToIndividual = "individual.change-to-individual": one KindChange;
        IndividualToUnit = "individual.change-to-unit": one KindChange;
    }
    National {
        LetterMonths = "national.letter-months": Number;
        CrossProvinceUnit = "national.unit-cross-province": Flag;
        PersonalAndOneUnit = "national.person-may-serve-one-unit": Flag;
        PhonesDiffer = "national.phones-differ": Flag;
        EmailsDiffer = "national.emails-differ": Flag;
        EmailMinimum = "national.email-minimum": Number;
        EmailMaximum = "national.email-maximum": Number;
        CertificateDays = "national.certificate-days": Number;
        PictureKilobytes = "national.picture-kilobytes": Number;
        TemporaryId = "national.temporary-id": Flag;
        UnfiledMayOpen = "national.unfiled-may-open": Flag;
        RunningOrders = "national.running-orders": Number;
        ChangeWithNew = "national.change-with-new": Flag;
        ServicesPerResource = "national.services-per-resource": Number;
        ProviderDays = "national.provider-days": Number;
        AuthorityDays = "national.authority-days": Number;
        InaccurateDays = "national.inaccurate-days": Number;
        ChangeAheadDays = "national.change-ahead-days": Number;
        ProvinceMayChange = "national.province-may-change": Flag;
        PhoneCheckHours = "national.phone-check-hours": Number;
        PhoneCheckDigits = "national.phone-check-digits": Number;
        PhoneCheckWrong = "national.phone-check-wrong-entries": Number;
        PhoneCheckResends = "national.phone-check-resends": Number;
        ShellCancelDays = "national.shell-cancel-days": Number;
        RealNameDays = "national.real-name-days": Number;
        RealNameCount = "national.real-name-days-are": one DayCount;
        PrivacyOff = "national.domain-privacy-off": Flag;
        NumberPerDomain = "national.domains-per-number": Number;
        AppDomainLevels = "national.app-domain-levels": Number;
        NameMinimum = "national.name-minimum": Number;
        IndividualNameBansEverywhere = "national.individual-name-bans": some NameBan;
        IndividualNameMaximum = "national.individual-name-advised-maximum": Number;
        IconKilobytes = "national.app-icon-kilobytes": Number;
        PoliceDays = "national.police-filing-days": Number;
        AccessLogDays = "national.access-log-days": Number;
        NetworkLogMonths = "national.network-log-months": Number;
    }
}

static BY_KEY: LazyLock<BTreeMap<&'static str, Parameter>> =
    LazyLock::new(|| Parameter::ALL.iter().map(|parameter| (parameter.key(), *parameter)).collect());

impl Parameter {
    /// The parameter with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        BY_KEY.get(key).copied()
    }

    /// Whether every province must answer it, or say that the answer is unknown.
    pub fn of_provinces(self) -> bool {
        self.chapter() != Chapter::National
    }

    /// The part of the key before the dot.
    pub fn section(self) -> &'static str {
        self.key().split_once('.').map_or("", |(section, _)| section)
    }

    /// The part of the key after the dot.
    pub fn name(self) -> &'static str {
        self.key().split_once('.').map_or("", |(_, name)| name)
    }
}
