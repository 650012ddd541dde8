//! What a subject is: 单位性质.

use super::code_table;

code_table! {
    /// Nature of a subject (单位性质, `Dwxz`). Codes 7 and 8 are not assigned.
    SubjectNature {
        Defence = 1, "defence", "国防机构";
        Government = 2, "government", "政府机关";
        PublicInstitution = 3, "public-institution", "事业单位";
        Enterprise = 4, "enterprise", "企业";
        Individual = 5, "individual", "个人";
        SocialOrganisation = 6, "social-organisation", "社会团体";
        PrivateNonEnterprise = 9, "private-non-enterprise", "民办非企业单位";
        Foundation = 10, "foundation", "基金会";
        LawPractice = 11, "law-practice", "律师执业机构";
        ForeignCulturalCentre = 12, "foreign-cultural-centre", "外国在华文化中心";
        MassOrganisation = 13, "mass-organisation", "群众性团体组织";
        ForensicInstitution = 14, "forensic-institution", "司法鉴定机构";
        ReligiousOrganisation = 15, "religious-organisation", "宗教团体";
        ForeignInstitution = 16, "foreign-institution", "境外机构";
        MedicalInstitution = 17, "medical-institution", "医疗机构";
        NotaryOffice = 18, "notary-office", "公证机构";
        CollectiveEconomy = 19, "collective-economy", "集体经济";
        ArbitrationInstitution = 20, "arbitration-institution", "仲裁机构";
    }
}

impl SubjectNature {
    /// A natural person files for himself (个人备案); everything else is a unit (单位).
    pub const fn is_individual(self) -> bool {
        matches!(self, Self::Individual)
    }
}
