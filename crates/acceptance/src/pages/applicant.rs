//! An applicant (主办者) who fills in the forms by hand, page by page.

use beian_domain::evidence::EvidenceKind;
use beian_domain::id::OrderId;
use beian_domain::order::answers::Answers;
use beian_domain::order::field::{Field, FieldPath, Step};
use reqwest::StatusCode;

use super::{Browser, Form, Page};
use crate::picture::jpeg;

/// Somebody who has signed up or in.
#[derive(Debug, Clone)]
pub struct Applicant {
    /// The browser, with the session in it.
    pub browser: Browser,
}

impl Applicant {
    /// Opens an account for a company through the page.
    ///
    /// # Panics
    /// When the page does not let the person in.
    pub async fn signs_up(browser: Browser, email: &str, password: &str, company: &str) -> Self {
        let page = browser.opens("/sign-up").await;
        let form = page
            .form("/sign-up")
            .fill("kind", "organisation")
            .fill("account-name", company)
            .fill("name", "王示例")
            .fill("email", email)
            .fill("password", password);
        let page = form.send().await;
        assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, "/console"), "{}", page.words());
        Self { browser }
    }

    /// Comes in through the page.
    ///
    /// # Panics
    /// When the page does not let the person in.
    pub async fn signs_in(browser: Browser, email: &str, password: &str) -> Self {
        let page = browser.opens("/sign-in").await;
        let page = page.form("/sign-in").fill("email", email).fill("password", password).send().await;
        assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, "/console"), "{}", page.words());
        Self { browser }
    }

    /// Answers the first questions, looks at what the filing will be, and opens it.
    ///
    /// # Panics
    /// When it is not offered, or opening does not lead to the order.
    pub async fn opens(&self, answers: &Answers) -> OrderId {
        let page = self.browser.opens("/console/orders/new").await;
        let page =
            page.form("/console/orders/new").fill("who", "organisation").fill("what", "website").send().await;
        let form = fill_step(page.form("/console/orders/new"), Step::Basics, answers);
        let page = form.press("act", "look").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.words());
        let page = page.form("/console/orders/new").press("act", "open").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.words());
        let order = page.path.strip_prefix("/console/orders/").and_then(|rest| rest.split('/').next());
        let order = order.and_then(|id| OrderId::parse(id).ok());
        order.unwrap_or_else(|| panic!("opening led to {}", page.path))
    }

    /// Types one step and goes on; gives the page that follows.
    pub async fn types(&self, order: OrderId, step: Step, answers: &Answers) -> Page {
        let path = step_path(order, step);
        let mut page = self.browser.opens(&path).await;
        if step == Step::Subject {
            page = choose_province(page, &path, answers).await;
        }
        fill_step(page.form(&path), step, answers).send().await
    }

    /// Hands in a file for one piece of evidence; gives the page that follows.
    ///
    /// # Panics
    /// When the page does not ask for that piece.
    pub async fn brings(&self, order: OrderId, kind: EvidenceKind, file: &str, bytes: Vec<u8>) -> Page {
        let page = self.browser.opens(&step_path(order, Step::Evidence)).await;
        let action = format!("/console/orders/{order}/pictures");
        let mut forms = page.forms().into_iter().filter(|form| form.action() == action);
        let form = forms.find(|form| form.answer("kind") == Some(kind.slug()));
        let form = form.unwrap_or_else(|| panic!("{kind} is not asked for"));
        form.attach(&control(FieldPath::of(kind.field())), file, bytes).send().await
    }

    /// Types every step and brings every piece of evidence that is asked for.
    ///
    /// # Panics
    /// When a page does not lead on.
    pub async fn fills(&self, order: OrderId, answers: &Answers) {
        for step in [Step::Subject, Step::Service, Step::Access] {
            let page = self.types(order, step, answers).await;
            assert_eq!(page.status, StatusCode::OK, "{step:?}: {}", page.words());
            assert_eq!(page.errors(), Vec::<String>::new(), "{step:?}: {}", page.words());
        }
        let page = self.browser.opens(&step_path(order, Step::Evidence)).await;
        let kinds: Vec<EvidenceKind> = page
            .forms()
            .iter()
            .filter_map(|form| form.answer("kind").and_then(EvidenceKind::from_slug))
            .filter(|kind| *kind != EvidenceKind::Other)
            .collect();
        for (shade, kind) in (0..).zip(kinds) {
            let page = self.brings(order, kind, "照片.jpg", jpeg(640, 400, shade)).await;
            assert_eq!(page.status, StatusCode::OK, "{kind}: {}", page.words());
        }
    }

    /// Looks over the answers, promises that they are true, submits; gives the page that follows.
    pub async fn submits(&self, order: OrderId) -> Page {
        let path = format!("/console/orders/{order}/answers");
        let page = self.browser.opens(&path).await;
        page.form(&path).fill("consent", "yes").send().await
    }

    /// The order's page.
    pub async fn looks_at(&self, order: OrderId) -> Page {
        self.browser.opens(&format!("/console/orders/{order}")).await
    }
}

/// The page of a step.
pub fn step_path(order: OrderId, step: Step) -> String {
    format!("/console/orders/{order}/{}", step.slug())
}

/// The name of a field's control.
pub fn control(path: FieldPath) -> String {
    path.to_string().replace('.', "-")
}

/// Fills every field of a step that has an answer.
pub fn fill_step(mut form: Form, step: Step, answers: &Answers) -> Form {
    for field in Field::ALL.iter().filter(|field| field.step() == step) {
        let (name, answer) = (control(FieldPath::of(*field)), answers.text(FieldPath::of(*field)));
        let long_term = format!("{name}_long_term");
        if answer == "long-term" {
            form = form.fill(&long_term, "yes");
        } else if matches!(field, Field::ServiceContents | Field::ServiceLanguages) {
            form = form.fill_all(&name, &answer.lines().collect::<Vec<_>>());
        } else if !answer.is_empty() || form.asks(&name) {
            form = form.fill(&name, &answer);
        }
    }
    form
}

/// Without script the counties come after the province is chosen and shown.
async fn choose_province(page: Page, path: &str, answers: &Answers) -> Page {
    let form = page.form(path).fill("subject-region_province", &answers.subject.province);
    let page = form.press("choose", "subject-region").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.words());
    page
}
