//! The closed lists a parameter or a clause may choose from, as enums with the slugs the files use.

/// The slugs of one list, with the name under which its words are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The name of the list: `legal-representative`.
    pub name: &'static str,
    /// Its members, in order.
    pub slugs: &'static [&'static str],
}

/// A closed list that stands in rule files.
pub trait Choice: Copy + 'static {
    /// The list.
    const OPTIONS: Options;

    /// The member with this slug.
    fn from_slug(slug: &str) -> Option<Self>;
}

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident = $set:literal { $($variant:ident = $slug:literal, $vdoc:literal;)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = $vdoc] $variant,)+ }

        impl $name {
            /// Every member, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// The name in rule files.
            pub const fn slug(self) -> &'static str { match self { $(Self::$variant => $slug,)+ } }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.slug())
            }
        }

        impl Choice for $name {
            const OPTIONS: Options = Options { name: $set, slugs: &[$($slug,)+] };
            fn from_slug(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|member| member.slug() == slug)
            }
        }
    )+};
}

choices! {
    /// Who may be the person in charge of the subject (主体负责人).
    Representative = "representative" {
        Must = "must", "Only the legal representative.";
        Letter = "letter", "Somebody else with a letter of the legal representative.";
        Any = "any", "Anybody of the unit.";
    }
    /// What a person below the age of proof shows.
    AgeProof = "age-proof" {
        Income = "income", "An income of one's own.";
        Work = "work", "A work contract or a certificate of work.";
        Study = "study", "A certificate of study.";
        Guardian = "guardian", "The guardian's consent with the household register.";
        RepresentativeExempt = "representative-exempt", "The legal representative needs none.";
    }
    /// Where a phone number must come from.
    Locality = "locality" {
        Local = "local", "Numbers of the province.";
        LocalAdvised = "local-advised", "Numbers of the province are advised, others taken.";
        LocalOrRemark = "local-or-remark", "Numbers of the province, or a remark why not.";
        FirstLocal = "first-local", "The first contact number is of the province.";
        LandlineLocal = "landline-local", "The landline is local, the mobile may come from elsewhere.";
        LocalForNonlocal = "local-for-nonlocal", "Whoever comes from elsewhere uses a local number.";
        Any = "any", "Any number of the mainland.";
    }
    /// What a remark says about the emergency contact.
    EmergencyRemark = "emergency-remark" {
        Name = "name", "The name.";
        NameAndJob = "name-and-job", "Name and job.";
        Relation = "relation", "The relation to the filer.";
    }
    /// How a legal representative without mainland papers files.
    ForeignRepresentative = "foreign-representative" {
        Passport = "passport", "With the passport.";
        PassportOrAuthorise = "passport-or-authorise", "With the passport, or by authorising a holder of a mainland ID card.";
        MayAuthorise = "may-authorise", "By authorising a Chinese citizen.";
        MustAuthorise = "must-authorise", "Only by authorising a holder of a mainland ID card.";
        Refused = "refused", "Not at all.";
    }
    /// Papers of persons from Hong Kong, Macao and Taiwan.
    BoundaryPapers = "boundary-papers" {
        TravelPermit = "travel-permit", "The travel permit.";
        Either = "either", "Travel permit or residence permit.";
        ResidencePreferred = "residence-preferred", "The residence permit, else the travel permit; no local ID card, no passport.";
        ResidencePermit = "residence-permit", "Only the residence permit.";
        MustAuthorise = "must-authorise", "Only by authorising a holder of a mainland ID card.";
        SameProof = "same-proof", "The proof asked of everybody from another province.";
        Refused = "refused", "Only a mainland ID card is taken.";
    }
    /// Foreigners who file as individuals.
    ForeignIndividual = "foreign-individual" {
        Passport = "passport", "With the passport.";
        PermitAndPassport = "permit-and-passport", "With residence permit, registration of residence and passport.";
        SameProof = "same-proof", "With the proof asked of everybody from another province.";
        Refused = "refused", "Only a mainland ID card is taken.";
    }
    /// People whose ID card is of another province.
    Nonlocal = "nonlocal" {
        No = "no", "Refused.";
        Permit = "permit", "Taken with a residence permit.";
        Proof = "proof", "Taken with one of several proofs.";
        Open = "open", "No restriction.";
    }
    /// Proofs of living in the province.
    ResidenceProof = "residence-proof" {
        ResidencePermit = "residence-permit", "居住证.";
        TemporaryPermit = "temporary-permit", "暂住证.";
        SocialSecurity = "social-security", "社保证明.";
        HousePurchase = "house-purchase", "购房合同.";
        PropertyDeed = "property-deed", "房产证.";
        Rental = "rental", "租房合同.";
        StudentCard = "student-card", "学生证.";
        Study = "study", "在读证明.";
        Work = "work", "工作证明.";
    }
    /// Who may own the domain of a unit's service (工信部信管〔2017〕264号 has the full set).
    DomainOwner = "domain-owner" {
        Unit = "unit", "The unit itself.";
        Shareholder = "shareholder", "A shareholder.";
        Representative = "representative", "The legal representative.";
        Principal = "principal", "The main responsible person.";
        Executive = "executive", "A senior executive.";
    }
    /// How a sole trader (个体工商户) files.
    SoleTrader = "sole-trader" {
        Unit = "unit", "As a unit.";
        SealNeeded = "seal-needed", "As a unit, with a seal.";
        NameAndSealNeeded = "name-and-seal-needed", "As a unit, with a trade name and a seal.";
        NameNeeded = "name-needed", "As a unit, once it has a trade name.";
        NamelessAsIndividual = "nameless-as-individual", "With a trade name as a unit, without as an individual with a remark.";
        NamelessByOwner = "nameless-by-owner", "Without a trade name under the owner's name, with a remark.";
        Published = "published", "As a unit if the public register of enterprises shows it; legal representative only.";
    }
    /// What stands in the field of the investor (投资人).
    Investor = "investor" {
        UnitName = "unit-name", "The name of the unit.";
        Representative = "representative", "The legal representative.";
    }
    /// The statement that no tutoring of pupils is offered.
    TutoringStatement = "tutoring-statement" {
        OwnForm = "own-form", "On the province's own form.";
        SharedForm = "shared-form", "On the form several provinces share.";
        Handwritten = "handwritten", "As a sentence written by hand.";
    }
    /// How a subject may change what it is.
    SubjectChange = "subject-change" {
        Free = "free", "Name and number may change.";
        Letter = "letter", "With the letter of the office that issued the certificate.";
        OneOfTwoLetter = "one-of-two-letter", "One of name and number, with the letter.";
        RelatedOrLetter = "related-or-letter", "If the names are related, or with the letter; else cancel and file anew.";
        Related = "related", "To a related name.";
        LetterRelated = "letter-related", "With the letter, if old and new unit are related.";
        NameOnly = "name-only", "The name only; a new number means filing anew.";
        SameRepresentative = "same-representative", "To another unit with the same legal representative.";
        No = "no", "Not at all.";
    }
    /// Whether a filing may pass between a unit and an individual.
    KindChange = "kind-change" {
        Yes = "yes", "Yes.";
        IfRepresentative = "if-representative", "If the person is the unit's legal representative.";
        IfPersonInCharge = "if-person-in-charge", "If the person is legal representative or in charge of the service.";
        WithUnitDomain = "with-unit-domain", "With the certificate of a domain the unit owns.";
        No = "no", "No: cancel and file anew.";
    }
    /// What must agree with the record before access is added.
    AccessMatch = "access-match" {
        Name = "name", "Name of the subject.";
        Number = "number", "Number of the certificate.";
        Representative = "representative", "Person in charge of the subject.";
        SitePrincipal = "site-principal", "Person in charge of the service.";
        Everything = "everything", "Everything.";
    }
    /// What comes first when the record is out of date and access is to be added.
    AccessOrder = "access-order" {
        AccessFirst = "access-first", "Access first, then the change.";
        ChangeFirst = "change-first", "The change first.";
        CurrentRuleThenChange = "current-rule-then-change", "Access by today's rule, then the change.";
        LetterThenChange = "letter-then-change", "Access with the letter of the issuing office, then the change.";
        OpenOrCancelOld = "open-or-cancel-old", "The service must open, or the old access is cancelled first.";
    }
    /// What the name of an individual's service may not be.
    NameBan = "name-ban" {
        Domain = "domain", "A domain name.";
        English = "english", "English only.";
        Pinyin = "pinyin", "Pinyin.";
        PersonName = "person-name", "The name of a person.";
        Number = "number", "A number.";
        PlaceName = "place-name", "The name of a place.";
        StateWord = "state-word", "A word of the state.";
        Idiom = "idiom", "An idiom.";
        Commerce = "commerce", "An industry, company, product, shop, price or brand.";
    }
    /// Whether an individual's service may be a blog.
    Blog = "blog" {
        Only = "only", "Only a blog or a personal home page.";
        Banned = "banned", "Neither in the name nor as content.";
        Approval = "approval", "With the consent of the cyberspace office.";
    }
    /// Which number stands at the foot of a page.
    FooterNumber = "footer-number" {
        Subject = "subject", "The subject's.";
        Service = "service", "The service's.";
    }
    /// Days that are worked or of the calendar.
    DayCount = "day-count" {
        Working = "working", "Working days.";
        Calendar = "calendar", "Days of the calendar.";
    }
    /// The chapters of the province pages; `row` names one and, for a province, its character.
    Chapter = "chapter" {
        National = "national", "What holds everywhere unless a province says otherwise.";
        General = "general", "The province as a whole.";
        UnitPersons = "unit-persons", "Units: persons in charge, ages, phones.";
        UnitForms = "unit-forms", "Units: domains, quantity, forms, sole traders, content.";
        UnitChanges = "unit-changes", "Units: changes and access.";
        IndividualPersons = "individual-persons", "Individuals: who may file.";
        IndividualForms = "individual-forms", "Individuals: names, limits, forms, changes.";
    }
    /// How sure a value is.
    Confidence = "confidence" {
        Confirmed = "confirmed", "Two publishers agree, or the law itself says so.";
        Single = "single", "One publisher says so.";
        Conflicting = "conflicting", "Publishers disagree; the versions and the reason for the choice stand beside it.";
    }
    /// Why a parameter is open.
    Because = "because" {
        Silent = "silent", "The sources were read and say nothing.";
        NoSource = "no-source", "No source was found.";
    }
    /// Whom a clause is about.
    Filer = "filer" {
        Unit = "unit", "Units.";
        Individual = "individual", "Individuals.";
        Both = "both", "Everybody.";
    }
    /// What a clause asks for.
    Asks = "asks" {
        Document = "document", "A document.";
        Approval = "approval", "The consent of another office first.";
        Remark = "remark", "A sentence in the remark.";
        Refusal = "refusal", "It is refused.";
        Wording = "wording", "Another way of filling in.";
        Care = "care", "Nothing that a machine can check; worth knowing.";
        Nothing = "nothing", "Nothing: an overlay lays the clause to rest.";
    }
    /// Where a clause looks for words.
    Where = "where" {
        ServiceName = "service-name", "The name of the service.";
        SubjectName = "subject-name", "The name of the subject.";
        Scope = "scope", "The business scope on the licence.";
        Content = "content", "What the service shows.";
        Address = "address", "The address.";
        Domain = "domain", "The domain.";
    }
    /// How words of a list are looked for.
    Position = "position" {
        Start = "start", "At the start.";
        Anywhere = "anywhere", "Anywhere.";
    }
    /// Where a pre-approval stands today.
    ApprovalState = "approval-state" {
        InForce = "in-force", "In force.";
        Cancelled = "cancelled", "Cancelled nationally; some provinces still ask.";
        Unsettled = "unsettled", "No national document.";
    }
    /// Who signs a document.
    Signer = "signer" {
        Representative = "representative", "The legal representative.";
        Seal = "seal", "The seal of the unit.";
        Person = "person", "The person who files.";
        SitePrincipal = "site-principal", "The person in charge of the service.";
        Fingerprint = "fingerprint", "A fingerprint.";
        PartyOrganisation = "party-organisation", "The party organisation.";
        EstablishmentOffice = "establishment-office", "The office for public establishments (编办).";
        Authority = "authority", "An authority.";
        Verifier = "verifier", "Who verified.";
        Guardian = "guardian", "The guardian.";
        Issuer = "issuer", "Whoever issues it.";
    }
    /// Families of top-level domains.
    DomainFamily = "domain-family" {
        Cn = "cn", "The .cn family.";
        CnSecond = "cn-second", "Second levels of .cn.";
        Chinese = "chinese", "Chinese script.";
        ChineseOperated = "chinese-operated", "Latin script, operated from the mainland.";
        ForeignOperated = "foreign-operated", "Latin script, operated abroad and approved.";
        Brand = "brand", "Delegated brands of Chinese companies; not all can be filed.";
    }
    /// Whether a name ending can be filed.
    DomainStanding = "domain-standing" {
        Approved = "approved", "Approved.";
        Unsure = "unsure", "Delegated, not all can be filed.";
        Refused = "refused", "Refused.";
    }
}

/// Yes and no, for the words of flags.
pub const YES_NO: Options = Options { name: "flag", slugs: &["yes", "no"] };

/// Why a resource cannot carry a filing, for sentences; the slugs of [`crate::resource::Unfit`].
pub const UNFIT: Options = Options {
    name: "unfit",
    slugs: &["pay-per-use", "term-too-short", "expired", "not-mainland", "no-address", "no-place-left"],
};

/// What an App runs on, for sentences; the slugs of [`crate::dossier::System`].
pub const SYSTEMS: Options =
    Options { name: "system", slugs: &["android", "ios", "harmony-os", "desktop", "device"] };

/// The kinds of order, for sentences; the slugs of [`crate::order::kind::OrderKind`].
pub const ORDER_KINDS: Options = Options { name: "order-kind", slugs: super::clause::ORDERS };
