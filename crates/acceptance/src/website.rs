//! Invented companies with their first website, complete and without fault until a story spoils them.

use beian_app::orders::Start;
use beian_domain::order::answers::Answers;
use beian_domain::resource::Resource;
use beian_domain::sample;

/// An invented company with a website; two with the same number are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Website(u64);

impl Website {
    /// The website with this number.
    pub fn number(number: u64) -> Self {
        Self(number)
    }

    /// Everything its form asks for, when it stands on `server`.
    pub fn answers(self, server: &Resource) -> Answers {
        sample::answers(server, self.0)
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
