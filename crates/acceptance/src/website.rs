//! Invented companies with their first website, complete and without fault until a story spoils them.

use beian_app::orders::Start;
use beian_domain::order::answers::Answers;
use beian_domain::resource::Resource;
use beian_domain::sample;

/// An invented company with a website; two with the same number are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Website {
    number: u64,
    in_beijing: bool,
}

impl Website {
    /// The website with this number.
    pub fn number(number: u64) -> Self {
        Self { number, in_beijing: false }
    }

    /// The same company in Beijing instead of Hangzhou.
    #[must_use]
    pub fn in_beijing(self) -> Self {
        Self { in_beijing: true, ..self }
    }

    /// Everything its form asks for, when it stands on `server`.
    pub fn answers(self, server: &Resource) -> Answers {
        let mut answers = sample::answers(server, self.number);
        if self.in_beijing {
            let subject = &mut answers.subject;
            subject.province = "110000".into();
            subject.region = "110105".into();
            subject.name = format!("北京示例{}科技有限公司", self.number);
            subject.certificate_number = sample::unified_code(self.number).as_str().into();
            subject.certificate_address = format!("北京市朝阳区示例路{}号", self.number % 500 + 1);
        }
        answers
    }

    /// Its domain.
    pub fn domain(self, server: &Resource) -> String {
        self.answers(server).service(0).domain
    }
}

/// The answers to the first page.
pub fn start(answers: &Answers) -> Start {
    let subject = &answers.subject;
    Start {
        nature: subject.nature.clone(),
        name: subject.name.clone(),
        certificate_type: subject.certificate_type.clone(),
        certificate_number: subject.certificate_number.clone(),
        province: subject.province.clone(),
        domain: answers.service(0).domain,
    }
}
