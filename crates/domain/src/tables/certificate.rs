//! Certificates that prove who a subject or a person is: 证件类型.

use super::{SubjectNature, code_table};

code_table! {
    /// Type of certificate (证件类型, `Zjlx`). Codes 26, 29, 31–33 and 45 are not assigned.
    CertificateType {
        BusinessLicence = 1, "business-licence", "营业执照";
        ResidentId = 2, "resident-id", "居民身份证";
        OrganisationCodeInstitution = 3, "organisation-code-institution", "组织机构代码证（事业单位）";
        InstitutionLegalPerson = 4, "institution-legal-person", "事业单位法人证书";
        MilitaryUnitCode = 5, "military-unit-code", "部队代号";
        SocialOrganisationLegalPerson = 6, "social-organisation-legal-person", "社会团体法人登记证书";
        Passport = 7, "passport", "护照";
        OfficerId = 8, "officer-id", "军官证";
        OrganisationCodeGovernment = 9, "organisation-code-government", "组织机构代码证（政府机关）";
        OrganisationCodeSocial = 10, "organisation-code-social", "组织机构代码证（社会团体）";
        TaiwanTravelPermit = 11, "taiwan-travel-permit", "台湾居民来往大陆通行证";
        OrganisationCodeEnterprise = 12, "organisation-code-enterprise", "组织机构代码证（企业）";
        UnifiedCodeGovernment = 13, "unified-code-government", "统一社会信用代码证书（政府机关）";
        HongKongMacaoTravelPermit = 14, "hong-kong-macao-travel-permit", "港澳居民来往内地通行证";
        UnifiedCodeInstitution = 15, "unified-code-institution", "统一社会信用代码证书（事业单位）";
        OrganisationCodePrivate = 16, "organisation-code-private", "组织机构代码证（民办非企业）";
        PrivateNonEnterpriseRegistration = 17, "private-non-enterprise-registration", "民办非企业单位登记证书";
        OrganisationCodeFoundation = 18, "organisation-code-foundation", "组织机构代码证（基金会）";
        FoundationLegalPerson = 19, "foundation-legal-person", "基金会法人登记证书";
        OrganisationCodeLaw = 20, "organisation-code-law", "组织机构代码证（律师执业机构）";
        LawFirmLicence = 21, "law-firm-licence", "律师事务所执业许可证";
        ForeignCulturalCentreRegistration = 22, "foreign-cultural-centre-registration", "外国在华文化中心登记证";
        MilitaryPaidService = 23, "military-paid-service", "军队单位对外有偿服务许可证";
        UnifiedCodeMass = 24, "unified-code-mass", "统一社会信用代码证书（群众性团体）";
        ReligiousSiteRegistration = 25, "religious-site-registration", "宗教活动场所登记证";
        ForeignEnterpriseOffice = 27, "foreign-enterprise-office", "外国企业常驻代表机构登记证";
        ForensicLicence = 28, "forensic-licence", "司法鉴定许可证";
        PermanentResidence = 30, "permanent-residence", "外国人永久居留身份证";
        ForeignTourismOffice = 34, "foreign-tourism-office", "外国政府旅游部门常驻代表机构批准登记证";
        ForeignInstitution = 35, "foreign-institution", "境外机构证件";
        SocialServiceRegistration = 36, "social-service-registration", "社会服务机构登记证书";
        PrivateSchoolLicence = 37, "private-school-licence", "民办学校办学许可证";
        MedicalInstitutionLicence = 38, "medical-institution-licence", "医疗机构执业许可证";
        NotaryLicence = 39, "notary-licence", "公证机构执业证";
        EmbassySchoolLicence = 40, "embassy-school-licence", "北京市外国驻华使馆人员子女学校办学许可证";
        HongKongMacaoResidence = 41, "hong-kong-macao-residence", "港澳居民居住证";
        TaiwanResidence = 42, "taiwan-residence", "台湾居民居住证";
        RuralCollective = 43, "rural-collective", "农村集体经济组织登记证";
        ArbitrationCommission = 44, "arbitration-commission", "仲裁委员会登记证";
        ForeignNgoOffice = 46, "foreign-ngo-office", "境外非政府组织代表机构登记证书";
        ForeignNewsOffice = 47, "foreign-news-office", "外国驻华新闻机构证";
        RegionalTourismOffice = 48, "regional-tourism-office", "港澳台地区旅游部门常驻代表机构批准登记证";
        SocialCreditCode = 49, "social-credit-code", "中华人民共和国社会信用代码证书";
    }
}

impl CertificateType {
    /// The nature of the subject this certificate belongs to; `None` where the tables do not say.
    pub const fn nature(self) -> Option<SubjectNature> {
        Some(match self {
            Self::MilitaryUnitCode | Self::MilitaryPaidService => SubjectNature::Defence,
            Self::OrganisationCodeGovernment | Self::UnifiedCodeGovernment => SubjectNature::Government,
            Self::OrganisationCodeInstitution
            | Self::InstitutionLegalPerson
            | Self::UnifiedCodeInstitution => SubjectNature::PublicInstitution,
            Self::BusinessLicence | Self::OrganisationCodeEnterprise | Self::ForeignEnterpriseOffice => {
                SubjectNature::Enterprise
            }
            Self::ResidentId
            | Self::Passport
            | Self::OfficerId
            | Self::TaiwanTravelPermit
            | Self::HongKongMacaoTravelPermit
            | Self::PermanentResidence
            | Self::HongKongMacaoResidence
            | Self::TaiwanResidence => SubjectNature::Individual,
            Self::SocialOrganisationLegalPerson | Self::OrganisationCodeSocial => {
                SubjectNature::SocialOrganisation
            }
            Self::OrganisationCodePrivate
            | Self::PrivateNonEnterpriseRegistration
            | Self::SocialServiceRegistration
            | Self::PrivateSchoolLicence => SubjectNature::PrivateNonEnterprise,
            Self::OrganisationCodeFoundation | Self::FoundationLegalPerson => SubjectNature::Foundation,
            Self::OrganisationCodeLaw | Self::LawFirmLicence => SubjectNature::LawPractice,
            Self::ForeignCulturalCentreRegistration
            | Self::ForeignTourismOffice
            | Self::EmbassySchoolLicence => SubjectNature::ForeignCulturalCentre,
            Self::UnifiedCodeMass => SubjectNature::MassOrganisation,
            Self::ForensicLicence => SubjectNature::ForensicInstitution,
            Self::ReligiousSiteRegistration => SubjectNature::ReligiousOrganisation,
            Self::ForeignInstitution => SubjectNature::ForeignInstitution,
            Self::MedicalInstitutionLicence => SubjectNature::MedicalInstitution,
            Self::NotaryLicence => SubjectNature::NotaryOffice,
            Self::RuralCollective => SubjectNature::CollectiveEconomy,
            Self::ArbitrationCommission => SubjectNature::ArbitrationInstitution,
            Self::ForeignNgoOffice
            | Self::ForeignNewsOffice
            | Self::RegionalTourismOffice
            | Self::SocialCreditCode => return None,
        })
    }

    /// Whether a person in charge (负责人) may be identified by it.
    pub const fn for_person(self) -> bool {
        matches!(
            self,
            Self::ResidentId
                | Self::Passport
                | Self::TaiwanTravelPermit
                | Self::HongKongMacaoTravelPermit
                | Self::PermanentResidence
                | Self::HongKongMacaoResidence
                | Self::TaiwanResidence
        )
    }
}
