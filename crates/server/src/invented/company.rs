//! Invented companies with everything a first filing asks for.

use beian_app::orders::Start;
use beian_domain::id::ResourceId;
use beian_domain::order::answers::{AccessAnswers, Answers, PersonAnswers, ServiceAnswers, SubjectAnswers};
use beian_domain::region::{Province, RegionCode};
use beian_domain::sample;
use chrono::NaiveDate;

/// An invented company that files its first website.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
    /// Draws its numbers; different for every company.
    pub seed: u64,
    /// 单位名称.
    pub name: String,
    /// 统一社会信用代码.
    pub code: String,
    /// The province whose authority decides.
    pub province: Province,
    /// The county its address lies in.
    pub region: RegionCode,
    /// Its address from the street on.
    pub street: String,
    /// The website's domain.
    pub domain: String,
    /// The website's name.
    pub site: String,
    /// 主体负责人.
    pub head: Person,
    /// 网站负责人.
    pub webmaster: Person,
}

/// An invented person in charge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// 姓名.
    pub name: String,
    /// 公民身份号码.
    pub id: String,
    /// 手机号码.
    pub mobile: String,
    /// 应急联系电话.
    pub emergency: String,
    /// 电子邮箱.
    pub email: String,
}

/// County, area code, trade in Chinese, the same in the domain, and what the website calls itself.
const TRADES: &[(u32, &str, &str, &str, &str)] = &[
    (330_106, "0571", "青瓷茶具", "qingci", "青瓷茶具网"),
    (110_105, "010", "晨光图书", "chenguang", "晨光图书网"),
    (440_305, "0755", "南山电子", "nanshan", "南山电子商城"),
    (310_104, "021", "徐汇设计", "xuhui", "徐汇设计工作室"),
    (320_102, "025", "玄武旅行", "xuanwu", "玄武旅行网"),
    (420_106, "027", "江城烘焙", "jiangcheng", "江城烘焙坊"),
    (510_104, "028", "锦江川味", "jinjiang", "锦江川味网"),
    (610_113, "029", "雁塔文具", "yanta", "雁塔文具网"),
    (370_102, "0531", "泉城花木", "quancheng", "泉城花木网"),
    (350_102, "0591", "榕城渔具", "rongcheng", "榕城渔具网"),
    (430_102, "0731", "星城乐器", "xingcheng", "星城乐器网"),
    (500_103, "023", "山城火锅料", "shancheng", "山城火锅料网"),
    (460_105, "0898", "海口椰雕", "haikou", "海口椰雕网"),
    (120_101, "022", "津门泥塑", "jinmen", "津门泥塑网"),
];
const SURNAMES: [&str; 12] = ["周", "吴", "郑", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨", "朱"];

/// The company with this number. The first dozen differ in trade and place, later ones repeat them.
///
/// # Panics
/// Never: the places are districts of the region table.
pub fn company(number: usize) -> Company {
    let (region, _, trade, latin, site) = TRADES[number % TRADES.len()];
    let round = number / TRADES.len();
    let seed = u64::try_from(number).unwrap_or(0) + 1;
    let region = RegionCode::from_number(region).expect("six digits");
    let province = Province::from_region(region).expect("a district of a province");
    let suffix = if round == 0 { String::new() } else { round.to_string() };
    Company {
        seed,
        name: format!("{}示例{trade}{suffix}有限公司", province.name_zh()),
        code: sample::unified_code_in(seed, region).to_string(),
        province,
        region,
        street: format!("示例路{}号样例大厦{}层", 10 + seed, 2 + seed % 20),
        domain: format!("{latin}{suffix}-example.cn"),
        site: format!("{site}{suffix}"),
        head: person(seed * 2, SURNAMES[number % SURNAMES.len()], "示范"),
        webmaster: person(seed * 2 + 1, SURNAMES[(number + 5) % SURNAMES.len()], "小样"),
    }
}

fn person(seed: u64, surname: &str, given: &str) -> Person {
    let born = NaiveDate::from_yo_opt(1978 + i32::try_from(seed % 20).unwrap_or(0), 100)
        .expect("a day of every year");
    Person {
        name: format!("{surname}{given}"),
        id: sample::resident_id(seed, born).as_str().to_owned(),
        mobile: sample::mobile(seed * 2).as_str().to_owned(),
        emergency: sample::mobile(seed * 2 + 1).as_str().to_owned(),
        email: format!("person{seed}@example.cn"),
    }
}

impl Company {
    /// The answers to the first page.
    pub fn start(&self) -> Start {
        Start {
            nature: "enterprise".to_owned(),
            name: self.name.clone(),
            certificate_type: "business-licence".to_owned(),
            certificate_number: self.code.clone(),
            province: self.province.code().to_string(),
            domain: self.domain.clone(),
        }
    }

    /// All answers of the form, for a website on `resource` at `address` in `place`.
    pub fn answers(&self, resource: ResourceId, address: &str, place: Province) -> Answers {
        Answers {
            subject: self.subject(),
            services: vec![self.service(AccessAnswers {
                resource: Some(resource),
                addresses: address.to_owned(),
                mode: "cloud".to_owned(),
                place: place.code().to_string(),
            })],
            evidence: Vec::new(),
        }
    }

    fn subject(&self) -> SubjectAnswers {
        SubjectAnswers {
            nature: "enterprise".to_owned(),
            name: self.name.clone(),
            certificate_type: "business-licence".to_owned(),
            certificate_number: self.code.clone(),
            certificate_expiry: "long-term".to_owned(),
            province: self.province.code().to_string(),
            certificate_address: format!("{}{}", self.province.full_name_zh(), self.street),
            region: self.region.to_string(),
            address: self.street.clone(),
            investor: self.head.name.clone(),
            remark: String::new(),
            person_is_legal_representative: "yes".to_owned(),
            person: PersonAnswers { office_phone: self.office_phone(), ..self.head.answers() },
        }
    }

    fn service(&self, access: AccessAnswers) -> ServiceAnswers {
        ServiceAnswers {
            domain: self.domain.clone(),
            name: self.site.clone(),
            home_url: format!("https://www.{}/", self.domain),
            contents: vec!["organisation-portal".to_owned()],
            languages: vec!["simplified-chinese".to_owned()],
            pre_approval: "none".to_owned(),
            pre_approval_number: String::new(),
            remark: String::new(),
            person: PersonAnswers { office_phone: self.office_phone(), ..self.webmaster.answers() },
            access,
        }
    }

    /// 办公电话, with the area code of the place.
    pub fn office_phone(&self) -> String {
        let trade = TRADES.iter().find(|(region, ..)| *region == self.region.number());
        let area = trade.map_or("010", |(_, area, ..)| area);
        format!("{area}-8{:07}", self.seed)
    }
}

impl Person {
    fn answers(&self) -> PersonAnswers {
        PersonAnswers {
            name: self.name.clone(),
            certificate_type: "resident-id".to_owned(),
            certificate_number: self.id.clone(),
            certificate_expiry: "2036-05-20".to_owned(),
            mobile: self.mobile.clone(),
            emergency_phone: self.emergency.clone(),
            office_phone: String::new(),
            email: self.email.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use beian_domain::identity::{ResidentId, UnifiedCode};
    use beian_domain::region::Regions;

    use super::*;

    #[test]
    fn no_two_companies_share_a_number_a_domain_or_a_phone() {
        let companies: Vec<_> = (0..60).map(company).collect();
        let distinct = |pick: fn(&Company) -> Vec<String>| {
            let all: Vec<String> = companies.iter().flat_map(pick).collect();
            assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{all:?}");
        };
        distinct(|company| vec![company.code.clone()]);
        distinct(|company| vec![company.domain.clone()]);
        distinct(|company| vec![company.name.clone()]);
        distinct(|company| [&company.head, &company.webmaster].map(|person| person.id.clone()).to_vec());
        distinct(|company| {
            let people = [&company.head, &company.webmaster];
            people.iter().flat_map(|person| [person.mobile.clone(), person.emergency.clone()]).collect()
        });
    }

    #[test]
    fn numbers_are_right_and_places_are_known() {
        for company in (0..TRADES.len()).map(company) {
            UnifiedCode::parse(&company.code).unwrap();
            ResidentId::parse(&company.head.id).unwrap();
            assert!(Regions::builtin().name(company.region).is_some(), "{}", company.region);
        }
    }
}
