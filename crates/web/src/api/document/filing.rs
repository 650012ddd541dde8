//! What stands in the register: the account's own filings, and what the public may know of any.

use beian_app::filings::Filing;
use beian_domain::filing::{FiledService, PublicRecord};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

/// What the public may know of a filed service, as the ministry's public query shows it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PublicRecord, example = json!({
    "subject_name": "杭州示例科技有限公司", "subject_nature": "enterprise",
    "subject_number": "浙ICP备2026000001号", "service_number": "浙ICP备2026000001号-1",
    "service_name": "示例科技", "domain": "example.cn", "granted_at": "2026-11-23T02:00:00Z"
}))]
pub(in crate::api) struct PublicRecordDocument {
    /// 主办单位名称.
    pub subject_name: String,
    /// 主办单位性质, a slug.
    pub subject_nature: String,
    /// 主体备案号.
    pub subject_number: String,
    /// 服务备案号.
    pub service_number: String,
    /// 网站名称.
    pub service_name: String,
    /// 域名.
    pub domain: String,
    /// 审核通过时间.
    #[schema(value_type = String, format = DateTime)]
    pub granted_at: DateTime<Utc>,
}

/// What a public query found.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = QueryResult, example = json!({"records": [{
    "subject_name": "杭州示例科技有限公司", "subject_nature": "enterprise",
    "subject_number": "浙ICP备2026000001号", "service_number": "浙ICP备2026000001号-1",
    "service_name": "示例科技", "domain": "example.cn", "granted_at": "2026-11-23T02:00:00Z"
}]}))]
pub(in crate::api) struct QueryDocument {
    /// Filed services, at most one page of them; empty when nothing is filed under this text here.
    pub records: Vec<PublicRecordDocument>,
}

/// A filed service of a subject.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FiledService)]
pub(in crate::api) struct FiledServiceDocument {
    /// 服务备案号.
    pub number: String,
    /// 网站名称.
    pub name: String,
    /// 域名.
    pub domain: String,
    /// 首页网址.
    pub home_url: String,
    /// The order that filed it.
    pub order: String,
    /// When it was granted.
    #[schema(value_type = String, format = DateTime)]
    pub granted_at: DateTime<Utc>,
}

/// A filed subject with its services (主体与互联网信息服务).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Filing)]
pub(in crate::api) struct FilingDocument {
    /// 主体备案号.
    pub number: String,
    /// 主办单位名称.
    pub name: String,
    /// 备案省份, a region code.
    pub province: String,
    /// The order that filed it.
    pub order: String,
    /// When it was granted.
    #[schema(value_type = String, format = DateTime)]
    pub granted_at: DateTime<Utc>,
    /// Its services.
    pub services: Vec<FiledServiceDocument>,
}

/// The account's filings.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Filings, example = json!({"filings": [{
    "number": "浙ICP备2026000001号", "name": "杭州示例科技有限公司", "province": "330000",
    "order": "01JC3K2M7Q4XA", "granted_at": "2026-11-23T02:00:00Z",
    "services": [{
        "number": "浙ICP备2026000001号-1", "name": "示例科技", "domain": "example.cn",
        "home_url": "https://www.example.cn/", "order": "01JC3K2M7Q4XA", "granted_at": "2026-11-23T02:00:00Z"
    }]
}]}))]
pub(in crate::api) struct FilingsDocument {
    /// Subjects with their services.
    pub filings: Vec<FilingDocument>,
}

impl From<PublicRecord> for PublicRecordDocument {
    fn from(record: PublicRecord) -> Self {
        Self {
            subject_name: record.subject_name,
            subject_nature: record.subject_nature,
            subject_number: record.subject_number.to_string(),
            service_number: record.service_number.to_string(),
            service_name: record.service_name,
            domain: record.domain,
            granted_at: record.granted_at,
        }
    }
}

impl From<&Filing> for FilingDocument {
    fn from(filing: &Filing) -> Self {
        let subject = &filing.subject;
        Self {
            number: subject.number.to_string(),
            name: subject.subject.name.to_string(),
            province: subject.subject.province.region().to_string(),
            order: subject.order.to_string(),
            granted_at: subject.granted_at,
            services: filing.services.iter().map(FiledServiceDocument::new).collect(),
        }
    }
}

impl FiledServiceDocument {
    fn new(filed: &FiledService) -> Self {
        Self {
            number: filed.number.to_string(),
            name: filed.service.name.to_string(),
            domain: filed.service.domain.to_string(),
            home_url: filed.service.home_url.to_string(),
            order: filed.order.to_string(),
            granted_at: filed.granted_at,
        }
    }
}
