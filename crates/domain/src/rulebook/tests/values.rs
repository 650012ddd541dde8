//! Values of every table against literals, so that a slip of the hand in a file shows.

use super::*;

/// Lines of the form `沪 unit.minimum-age = 18 | single warn | D`; `—` stands for what is unknown.
fn stands(lines: &str) {
    let mut wrong = Vec::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (prefix, rest) = line.split_once(' ').unwrap();
        let province = Province::from_prefix(prefix.chars().next().unwrap()).unwrap();
        let (key, expected) = rest.split_once(" = ").unwrap();
        let parameter = Parameter::from_key(key).unwrap_or_else(|| panic!("{key} is no parameter"));
        let found = match rules().province(province).get(parameter) {
            Answer::Own(entry) => {
                let testimony = &entry.testimony;
                let (sure, weight) = (testimony.confidence.slug(), testimony.severity);
                format!("{} | {sure} {weight} | {}", plain(&entry.value), testimony.sources.join(","))
            }
            Answer::Default(_) | Answer::Unknown(_) => "—".to_owned(),
        };
        if found != expected {
            wrong.push(format!("{prefix} {key} = {found}, expected {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn units_persons_in_charge() {
    stands(
        "京 unit.legal-representative = must | conflicting block | I,H
        津 unit.legal-representative = must | confirmed block | T,I,H
        晋 unit.legal-representative = must | conflicting block | I,H
        辽 unit.legal-representative = any | confirmed info | T,I
        吉 unit.legal-representative = letter | conflicting warn | T
        黑 unit.legal-representative = must | confirmed block | T,I
        沪 unit.legal-representative = must | confirmed block | T,I,H
        苏 unit.legal-representative = letter | conflicting block | I,H
        皖 unit.legal-representative = letter | conflicting warn | T,H
        粤 unit.legal-representative = must | confirmed block | T,I,H
        桂 unit.legal-representative = must | confirmed block | T,H
        琼 unit.legal-representative = letter | conflicting warn | H
        渝 unit.legal-representative = must | confirmed block | T,I
        蜀 unit.legal-representative = letter | confirmed block | T,I
        陇 unit.legal-representative = letter | confirmed block | T,I,H
        新 unit.legal-representative = must | conflicting block | T,I,H
        苏 unit.same-person = true | confirmed block | T,I,H
        皖 unit.same-person = true | single warn | H
        琼 unit.same-person = true | single warn | T
        沪 unit.site-letter = true | confirmed block | T,H,R
        渝 unit.site-letter = true | single warn | T
        京 unit.site-letter = —
        湘 unit.new-letter-on-change = true | single warn | H
        津 unit.principals-differ = true | single warn | I
        赣 unit.serves-one-unit = true | single warn | T",
    );
}

#[test]
fn units_ages_and_phones() {
    stands(
        "京 unit.minimum-age = 18 | single warn | T
        津 unit.minimum-age = 16 | conflicting block | T,I,H
        津 unit.proof-below = 18 | single warn | T
        津 unit.age-proof = guardian | single warn | T
        津 unit.site-maximum-age-men = 60 | single warn | T
        津 unit.site-maximum-age-women = 55 | single warn | T
        黑 unit.site-maximum-age-men = 65 | single warn | T
        辽 unit.age-proof = income work | single warn | T
        粤 unit.minimum-age = 16 | confirmed block | T,H
        滇 unit.minimum-age = 16 | confirmed block | T,I
        赣 unit.minimum-age = —
        黔 unit.minimum-age = —
        津 unit.phone-locality = local | confirmed block | I,T17
        冀 unit.phone-locality = landline-local | single warn | T
        苏 unit.phone-locality = first-local | confirmed block | T,I
        湘 unit.phone-locality = local | confirmed block | I,C,H
        桂 unit.phone-locality = local | confirmed block | T,I
        陕 unit.phone-locality = local-or-remark | confirmed block | T,I
        鲁 unit.phone-locality = any | single info | T
        浙 unit.phone-locality = —
        苏 unit.landline = true | confirmed block | T,I
        鄂 unit.phones-one-person = 2 | single warn | T
        鄂 unit.phones-two-persons = 4 | single warn | T
        京 unit.phones-two-persons = 3 | single warn | T
        豫 unit.emergency-phones-differ = true | single warn | I
        渝 unit.emergency-remark = name | single warn | D
        陇 unit.emergency-remark = name-and-job | single warn | T
        黑 unit.id-unique = true | confirmed block | T,I
        冀 unit.foreign-representative = may-authorise | conflicting warn | T,H
        闽 unit.foreign-representative = passport-or-authorise | confirmed block | T,H
        鲁 unit.foreign-representative = must-authorise | confirmed block | T,H
        沪 unit.hong-kong-macao-taiwan = residence-preferred | single warn | T
        赣 unit.nonlocal-site-principal = permit | single warn | I",
    );
}

#[test]
fn units_domains_quantity_forms_and_content() {
    stands(
        "京 unit.domain-owner = unit representative | conflicting warn | T
        辽 unit.domain-owner = unit shareholder representative principal executive | single warn | I
        闽 unit.domain-owner = unit representative | conflicting warn | I,H
        湘 unit.domain-owner = unit | confirmed block | T,I
        宁 unit.domain-owner = unit | conflicting block | T,H
        青 unit.domain-owner = unit representative | conflicting warn | H
        苏 unit.certificates-from-domains = 1 | single warn | I
        豫 unit.certificates-from-domains = 4 | confirmed block | T,I,H
        陕 unit.certificates-from-domains = 5 | single warn | I
        湘 unit.domestic-registrar = true | confirmed block | T,I
        晋 unit.domains-per-order = 3 | single warn | H
        豫 unit.domains-per-order = 5 | confirmed block | T,I,H
        湘 unit.domains-per-order = 1 | confirmed block | T,H
        黔 unit.domains-per-order = 5 | single warn | T
        鄂 unit.services-per-order = 1 | confirmed block | T,H
        陕 unit.maximum-services = 30 | confirmed block | T,H
        沪 unit.plan-from-services = 30 | single warn | H
        渝 unit.plan-from-services = 35 | single warn | D
        湘 unit.plan-from-services = 3 | confirmed block | T,H
        粤 unit.plan-from-services = 32 | conflicting warn | T,I
        桂 unit.statement-from-domains = 6 | single warn | D
        宁 unit.statement-from-domains = 5 | single warn | H
        赣 unit.single-domain-after-services = 15 | single warn | H
        冀 unit.maximum-resources = 5 | single warn | T
        鲁 unit.labels-remark-from = 3 | single warn | I
        京 unit.sole-trader = seal-needed | single warn | T
        冀 unit.sole-trader = nameless-as-individual | single warn | T
        苏 unit.sole-trader = published | single warn | T
        浙 unit.sole-trader = name-and-seal-needed | confirmed block | T,H
        皖 unit.sole-trader = nameless-by-owner | confirmed block | T,H
        陕 unit.sole-trader = name-needed | single warn | T
        豫 unit.same-city = true | single warn | H
        吉 unit.investor = unit-name | single warn | T
        宁 unit.investor = representative | single warn | D
        沪 unit.licence-days = 365 | single warn | D
        沪 unit.electronic-licence = false | single warn | H
        粤 unit.licence-copy = true | single warn | D
        渝 unit.abnormal-refused = true | single warn | D
        赣 unit.content-only = organisation-portal | single warn | T
        黑 unit.content-refused = other | single warn | T
        鄂 unit.content-remark-unless = organisation-portal | single warn | D
        赣 unit.approval-remark = true | single warn | T
        蒙 unit.establishment-office = true | confirmed block | T,H
        蜀 unit.tutoring-statement = handwritten | single warn | T
        陕 unit.government-by-ip = true | single warn | H
        渝 unit.english-name = false | single warn | D",
    );
}

#[test]
fn units_changes_and_access() {
    stands(
        "京 unit.subject-change = one-of-two-letter | single warn | I
        京 unit.change-to-individual = no | single warn | I
        京 unit.access-order = access-first | single warn | T
        京 unit.access-change-days = 10 | single warn | T
        津 unit.access-match = name number | single warn | D
        津 unit.access-address-may-differ = true | single warn | D
        冀 unit.access-order = change-first | single warn | H
        晋 unit.access-order = current-rule-then-change | single warn | D
        蒙 unit.change-to-individual = if-representative | single warn | I
        辽 unit.subject-change = related | single warn | D
        吉 unit.access-order = letter-then-change | single warn | I
        浙 unit.subject-change = name-only | conflicting warn | T
        皖 unit.subject-change = name-only | conflicting warn | H,C
        闽 unit.subject-change = no | conflicting warn | T
        鲁 unit.subject-change = same-representative | confirmed block | T,H
        豫 unit.subject-change = name-only | single warn | I
        粤 unit.change-to-individual = yes | single info | D
        渝 unit.access-match = name number site-principal | single warn | D
        湘 unit.access-match = everything | single warn | D
        蜀 unit.subject-change = name-only | conflicting warn | T,H
        蜀 unit.subject-swap = false | confirmed block | T,H
        滇 unit.access-order = open-or-cancel-old | single warn | D
        桂 unit.filed-must-open = true | single warn | H
        陕 unit.subject-change = no | conflicting warn | H
        新 unit.subject-change = free | single info | I",
    );
}

#[test]
fn individuals_who_may_file() {
    stands(
        "京 individual.nonlocal = open | single info | T
        晋 individual.nonlocal = no | confirmed block | T,I,H
        蒙 individual.nonlocal = no | conflicting block | T,H
        辽 individual.nonlocal = —
        吉 individual.nonlocal = permit | confirmed block | T,I
        沪 individual.nonlocal = permit | confirmed block | T,I,H
        皖 individual.nonlocal = permit | conflicting warn | T
        赣 individual.nonlocal = permit | conflicting block | Hp
        鲁 individual.nonlocal = proof | confirmed block | T,H
        粤 individual.nonlocal = proof | confirmed block | T,H
        桂 individual.nonlocal = no | single warn | H
        琼 individual.nonlocal = —
        渝 individual.nonlocal = no | confirmed warn | I,T17
        滇 individual.nonlocal = no | single warn | T
        陕 individual.nonlocal = open | single info | H
        宁 individual.nonlocal = no | conflicting warn | H,I
        宁 individual.rental-months = 12 | single warn | T
        沪 individual.permit-days = 30 | single warn | H
        沪 individual.student-card = false | single warn | H
        鲁 individual.student-card = true | confirmed block | T,H
        粤 individual.residence-proof = residence-permit property-deed social-security | confirmed block | T,H
        闽 individual.minimum-age = 16 | conflicting warn | T,H
        鲁 individual.minimum-age = 16 | conflicting block | T,I,H
        青 individual.proof-below = 22 | single warn | T
        青 individual.age-proof = study work | single warn | T
        冀 individual.phone-locality = local-for-nonlocal | single warn | T
        湘 individual.phone-locality = local | single warn | H
        辽 individual.phones = 2 | single warn | D
        京 individual.foreigners = passport | single warn | T
        冀 individual.foreigners = refused | confirmed block | I,H
        沪 individual.foreigners = permit-and-passport | single warn | I
        粤 individual.hong-kong-macao-taiwan = residence-permit | single warn | Hp
        蜀 individual.hong-kong-macao-taiwan = same-proof | single warn | I
        蒙 individual.temporary-id = false | single warn | H",
    );
}

#[test]
fn individuals_names_limits_forms_and_changes() {
    stands(
        "京 individual.name-words = 个人空间 博客 | single warn | D
        豫 individual.name-words = 个人 中国 中华 博客 导航 | single warn | D
        津 individual.name-minimum = 3 | single warn | D
        鲁 individual.name-bans = domain english person-name | single warn | D
        蜀 individual.name-bans = domain english person-name number | single warn | D
        苏 individual.blog = only | single warn | I
        陕 individual.blog = approval | single warn | D
        黔 individual.blog = banned | single warn | D
        蒙 individual.remark-minimum = 30 | single warn | D
        桂 individual.declaration = true | single warn | T
        津 individual.emergency-remark = relation | single warn | D
        豫 individual.maximum-services = 3 | single warn | I
        陕 individual.maximum-services = 5 | single warn | H
        鄂 individual.services-per-order = 1 | single warn | H
        琼 individual.first-order-domains = 1 | single warn | H
        赣 individual.single-domain-after-services = 7 | single warn | H
        苏 individual.plan-from-services = 10 | single warn | D
        粤 individual.plan-from-services = 6 | single warn | D
        粤 individual.guarantee-from-services = 10 | single warn | D
        宁 individual.explain-from-services = 3 | single warn | D
        桂 individual.mail-from-services = 4 | single warn | D
        滇 individual.certificates-from-domains = 1 | single warn | D
        粤 individual.fingerprint = true | confirmed block | T,H
        京 individual.change-to-unit = no | single warn | I
        津 individual.change-to-unit = with-unit-domain | single warn | D
        沪 individual.change-to-unit = if-person-in-charge | single warn | D
        蒙 individual.change-to-unit = no | conflicting warn | T
        琼 individual.change-to-individual = no | conflicting warn | T
        鄂 individual.change-to-individual = no | single warn | T",
    );
}

#[test]
fn provinces_as_a_whole() {
    stands(
        "粤 general.footer-number = subject | single warn | H
        沪 general.domain-days = —
        沪 general.domain-days-advised = 180 | conflicting warn | R,Q
        渝 general.government-subdomains = false | single warn | T
        京 general.own-domain-list = true | single warn | T
        陕 general.migration = true | single warn | H",
    );
    let takes =
        |province: &Province| rules().province(*province).get(Parameter::ShellSubject).flag() == Some(true);
    let shells: String =
        Province::ALL.iter().filter(|province| takes(province)).map(|province| province.prefix()).collect();
    assert_eq!(shells, "京津晋辽沪苏浙桂蜀黔滇");
}

#[test]
fn where_a_province_is_silent_the_nation_speaks() {
    let footer = rules().province(Province::Zhejiang).get(Parameter::FooterNumber);
    assert!(matches!(footer, Answer::Default(_)));
    assert_eq!(footer.choice::<FooterNumber>(), Some(FooterNumber::Service));
    let owners = rules().national(Parameter::UnitDomainOwner).unwrap().value.choices::<DomainOwner>();
    assert_eq!(owners, DomainOwner::ALL);
    for (parameter, expected) in [
        (Parameter::DomainDays, 90),
        (Parameter::AuthorityDays, 20),
        (Parameter::ProviderDays, 2),
        (Parameter::LetterMonths, 3),
        (Parameter::ServicesPerResource, 5),
        (Parameter::UnitServicesPerOrder, 10),
        (Parameter::IndividualMaximumServices, 5),
        (Parameter::EmailMaximum, 128),
        (Parameter::PhoneCheckHours, 24),
        (Parameter::InaccurateDays, 10),
        (Parameter::RealNameDays, 3),
        (Parameter::NameMinimum, 3),
    ] {
        let entry = rules().national(parameter).unwrap();
        assert_eq!(entry.value.number(), Some(expected), "{}", parameter.key());
    }
    let unknown = rules().province(Province::Hainan).get(Parameter::IndividualNonlocal);
    assert_eq!(unknown, Answer::Unknown(Because::NoSource));
}

#[test]
fn rows_of_the_tables() {
    let row = |table, code| &rules().row(table, code).unwrap_or_else(|| panic!("{code}")).value;
    assert_eq!(row(TableKind::Domains, "公益").get("ascii").and_then(Value::text), Some("xn--55qw42g"));
    for (ending, national, beijing) in [
        ("com", "approved", Some("approved")),
        ("icu", "approved", Some("approved")),
        ("asia", "approved", Some("refused")),
        ("org", "refused", Some("refused")),
        ("io", "refused", Some("refused")),
        ("games", "approved", None),
        ("taobao", "unsure", None),
        ("gov.cn", "approved", Some("approved")),
    ] {
        let row = row(TableKind::Domains, ending);
        assert_eq!(row.get("national").and_then(Value::text), Some(national), "{ending}");
        assert_eq!(row.get("beijing").and_then(Value::text), beijing, "{ending}");
    }
    let weight = |table, code| rules().row(table, code).unwrap().testimony.severity.slug();
    assert_eq!(
        (weight(TableKind::NameWords, "state"), weight(TableKind::NameWords, "interactive")),
        ("block", "warn")
    );
    assert_eq!((weight(TableKind::Domains, "org"), weight(TableKind::Domains, "io")), ("block", "warn"));
    assert!(row(TableKind::NameWords, "state").words("words").contains(&"中华".to_owned()));
    assert!(row(TableKind::NameWords, "individual-banned").words("words").contains(&"作品展示".to_owned()));
    assert_eq!(row(TableKind::Keywords, "finance").words("words").len(), 17);
    assert_eq!(row(TableKind::Documents, "commitment-guangdong").number("days"), Some(60));
    assert_eq!(row(TableKind::Resources, "dedicated-cloud").number("minimum-months"), Some(12));
    assert_eq!(
        row(TableKind::Contents, "non-bank-payment").get("bit").and_then(Value::text),
        Some("4294967296")
    );
    assert_eq!(row(TableKind::PreApprovals, "religion").name.zh, "宗教");
}

#[test]
fn endings_in_chinese_script_have_the_form_that_dns_has() {
    let with_ascii = rules()
        .table(TableKind::Domains)
        .filter_map(|entry| Some((entry.value.code.as_str(), entry.value.get("ascii")?.text()?)));
    let pairs: Vec<_> = with_ascii.collect();
    assert_eq!(pairs.len(), 33);
    for (unicode, ascii) in pairs {
        assert_eq!(idna::domain_to_ascii(unicode).unwrap(), ascii);
    }
}

#[test]
fn clauses_tell_when_and_what() {
    let clause = |province: Province, code: &str| {
        let found = rules().province(province).clauses().find(|entry| entry.value.code == code);
        &found.unwrap_or_else(|| panic!("{province}: {code}")).value
    };
    let jiangsu = clause(Province::Jiangsu, "truth-letters");
    assert_eq!(jiangsu.documents, ["notice-jiangsu", "commitment-jiangsu"]);
    assert_eq!(jiangsu.asks, Asks::Document);
    let liaoning = clause(Province::Liaoning, "broadcasting-scope");
    assert_eq!(
        (liaoning.when[0].keywords.as_slice(), liaoning.when[0].places.as_slice()),
        (["broadcasting".to_owned()].as_slice(), [Where::Scope].as_slice())
    );
    assert!(clause(Province::Jiangxi, "approval-remark").when.is_empty());
    let games = clause(Province::Guangdong, "games");
    assert_eq!((games.when.len(), games.when[1].contents.as_slice()), (2, ["games".to_owned()].as_slice()));
    assert_eq!(clause(Province::Xinjiang, "party-building").documents, ["party-building"]);
    assert_eq!(clause(Province::Chongqing, "liangjiang").remark.as_deref(), Some("liangjiang"));
}

#[test]
fn a_clause_of_the_past_is_in_force_only_then() {
    let on = |date: &str| {
        let rules = Rulebook::built_in().at(day(date)).province(Province::Hubei);
        rules.clauses().any(|entry| entry.value.code == "annual-check-2020")
    };
    assert!(!on("2020-01-14") && on("2020-01-15") && on("2020-04-15") && !on("2020-04-16"));
    let before = Rulebook::built_in().at(day("2021-06-20")).province(Province::Guangdong);
    assert!(!before.clauses().any(|entry| entry.value.code == "commitment"));
}
