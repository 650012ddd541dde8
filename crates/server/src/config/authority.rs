//! `[authority.<name>]`: one interface account at one authority (管局), as the authority issued it.

use beian_app::settings::Batch;
use beian_authority::client::{Account, Client, Dialect, Endpoint, PasswordForm};
use beian_authority::credentials::{FileKey, Secret};
use beian_domain::region::Province;
use config::Config as Layers;

use super::method;
use super::reader::Reader;
use super::setting::{Section, open, secret};

/// The section; it stands once per authority.
pub static SECTION: Section = Section {
    name: "authority",
    about: &[
        "管局接口账号，一个管局一节：[authority.zhejiang]、[authority.ministry]……",
        "An interface account, one section per authority. None: orders wait at sending.",
        "没有账号时，用 beian simulator 代替。Without an account, `beian simulator` stands in.",
    ],
    settings: &[
        open(
            "provinces",
            "[\"*\"]",
            &[
                "向它报送哪些省份，如 [\"zhejiang\"]；\"*\" 表示其余全部。",
                "The provinces that file there; \"*\" takes all the others.",
            ],
        ),
        open(
            "base_url",
            "\"http://127.0.0.1:8601\"",
            &[
                "接口地址；下面三项为空时由它推出。",
                "The address of the interface; the next three are derived from it when empty.",
            ],
        ),
        open("upload_url", "\"\"", &["报送服务地址。", "The upload service (upDownLoad)."]),
        open("status_url", "\"\"", &["状态查询服务地址。", "The status service (queryBeianStatus)."]),
        open("verify_url", "\"\"", &["密码校验服务地址。", "The password service (verifyBamm)."]),
        open(
            "check_page",
            "\"\"",
            &[
                "短信核验页面的地址，告诉负责人去哪里填验证码。",
                "The page where persons in charge enter the code of the phone check.",
            ],
        ),
        open("isp_id", "0", &["报备单位 ID。", "Your unit id there."]),
        open("user_name", "\"\"", &["用户名。", "User name."]),
        secret("password", &["密码。", "Password."]),
        open("password_file", "\"\"", &["从文件读取密码。", "A file to read the password from."]),
        secret(
            "key",
            &[
                "文件加密密钥（16、24 或 32 个字符）；空则不加密。",
                "Key of the files, 16, 24 or 32 characters; empty: not encrypted.",
            ],
        ),
        open("key_file", "\"\"", &["从文件读取密钥。", "A file to read the key from."]),
        secret("offset", &["加密偏移量（16 个字符）。", "Offset of the key, 16 characters."]),
        open("offset_file", "\"\"", &["从文件读取偏移量。", "A file to read the offset from."]),
        open(
            "batch_wait_seconds",
            "0",
            &[
                "审核通过的订单最多等待多少秒，与其他订单装入同一个文件；0 则不等。",
                "How long an approved order waits for others to share its file; 0: it does not.",
            ],
        ),
        open("batch_records", "1000", &["一个文件最多装多少个订单。", "The most filings in one file."]),
        open(
            "batch_megabytes",
            "50",
            &["一个文件最大多少 MB（压缩之前）。", "The largest file in MB, before it is packed."],
        ),
        open("timeout_seconds", "120", &["一次调用最多等待的秒数。", "How long a call may take."]),
        open(
            "connect_timeout_seconds",
            "20",
            &["建立连接最多等待的秒数。", "How long making a connection may take."],
        ),
        secret(
            "proxy",
            &[
                "访问管局时经过的代理，如 http://用户:密码@地址:端口。",
                "A proxy to go through, such as http://user:password@host:port.",
            ],
        ),
        open(
            "id_parameter",
            "\"ispID\"",
            &[
                "各方法第一个参数的写法；查询上次上报一向写作 ispId。个别方法不同的，另设一节：[authority.<名称>.<方法>]。",
                "How the first parameter is spelled; isp_querypreviousupload has ispId unless told otherwise.",
                "What one method needs otherwise stands in a section of its own: [authority.<name>.<method>].",
            ],
        ),
        open(
            "soap_action",
            r#"'""'"#,
            &[
                "SOAPAction 头的内容，{method} 代表方法名。",
                "The header SOAPAction; {method} stands for the name of the method.",
            ],
        ),
        open(
            "filing_password",
            "\"plain\"",
            &[
                "校验备案密码时的形式：plain 原文，md5 小写十六进制。",
                "How a filing password is sent for checking: \"plain\", or \"md5\" in lower-case hexadecimal.",
            ],
        ),
    ],
};

/// One interface account at one authority.
#[derive(Debug, Clone)]
pub struct Authority {
    /// Its name in jobs, sequences and stored files.
    pub name: String,
    /// The provinces that file there.
    pub provinces: Vec<Province>,
    /// Where persons in charge enter the code of the phone check.
    pub check_page: Option<String>,
    /// The client that speaks to it.
    pub client: Client,
    /// How filings travel together.
    pub batch: Batch,
}

/// The names that appear in the file or the environment.
pub fn names(written: &Layers) -> Vec<String> {
    let table = written.get_table(SECTION.name).unwrap_or_default();
    let mut names: Vec<String> = table
        .into_iter()
        .filter(|(_, value)| value.clone().into_table().is_ok())
        .map(|(name, _)| name)
        .collect();
    names.sort();
    names
}

/// Reads every authority; "*" stands for the provinces no other one takes.
pub fn read_all(reader: &mut Reader) -> Vec<Authority> {
    let names = reader.authorities();
    let lists: Vec<_> = names.iter().map(|name| provinces(reader, name)).collect();
    let taken: Vec<Province> = lists.iter().flatten().flatten().copied().collect();
    let mut authorities = Vec::new();
    for (name, list) in names.iter().zip(lists) {
        let others = || Province::ALL.iter().copied().filter(|province| !taken.contains(province)).collect();
        let provinces = list.unwrap_or_else(others);
        if let Some(authority) = read(reader, name, provinces) {
            authorities.push(authority);
        }
    }
    authorities
}

/// The listed provinces; `None` for "*".
fn provinces(reader: &mut Reader, name: &str) -> Option<Vec<Province>> {
    let section = format!("{}.{name}", SECTION.name);
    let slugs = reader.list(&section, "provinces");
    if slugs.iter().any(|slug| slug == "*") {
        return None;
    }
    let mut provinces = Vec::new();
    for slug in slugs {
        if let Some(province) = Province::from_slug(&slug) {
            provinces.push(province);
            continue;
        }
        let known: Vec<_> = Province::ALL.iter().map(|province| province.slug()).collect();
        let remedy = format!("known are: {}", known.join(", "));
        reader.problem(&section, "provinces", format!("{slug:?} is no province"), remedy);
    }
    Some(provinces)
}

fn read(reader: &mut Reader, name: &str, provinces: Vec<Province>) -> Option<Authority> {
    let section = format!("{}.{name}", SECTION.name);
    let section = section.as_str();
    let check_page = Some(reader.text(section, "check_page")).filter(|page| !page.is_empty());
    let endpoint = endpoint(reader, section);
    let account = Account {
        isp_id: reader.number(section, "isp_id", 1..=i64::MAX),
        user_name: reader.needed(section, "user_name", "write the user name the authority issued"),
        password: Secret::new(reader.secret(section, "password")),
        key: file_key(reader, section),
    };
    let batch = Batch {
        wait: reader.seconds(section, "batch_wait_seconds", 0..=86_400),
        records: reader.number::<i64>(section, "batch_records", 1..=1000).try_into().unwrap_or(1),
        bytes: reader.number::<u64>(section, "batch_megabytes", 1..=50) * 1024 * 1024,
    };
    match Client::new(endpoint, account) {
        Ok(client) => Some(Authority { name: name.to_owned(), provinces, check_page, client, batch }),
        Err(error) => {
            reader.problem(
                section,
                "*",
                error.to_string(),
                "complete the account as the authority issued it",
            );
            None
        }
    }
}

fn endpoint(reader: &mut Reader, section: &str) -> Endpoint {
    let usual = Endpoint::at(&reader.text(section, "base_url"));
    let mut or =
        |key, usual: String| Some(reader.text(section, key)).filter(|url| !url.is_empty()).unwrap_or(usual);
    let (upload, status, verify) =
        (or("upload_url", usual.upload), or("status_url", usual.status), or("verify_url", usual.verify));
    let proxy = Some(reader.text(section, "proxy")).filter(|proxy| !proxy.is_empty());
    let timeout = reader.seconds(section, "timeout_seconds", 1..=3600);
    let connect_timeout = reader.seconds(section, "connect_timeout_seconds", 1..=3600);
    let forms = [("plain", PasswordForm::Plain), ("md5", PasswordForm::Md5)];
    let dialect = Dialect {
        id: reader.text(section, "id_parameter"),
        soap_action: reader.text(section, "soap_action"),
        filing_password: reader.choice(section, "filing_password", &forms),
    };
    let exceptions = method::read_all(reader, section, usual.exceptions);
    Endpoint { upload, status, verify, timeout, connect_timeout, proxy, dialect, exceptions }
}

fn file_key(reader: &mut Reader, section: &str) -> Option<FileKey> {
    let (key, offset) = (reader.secret(section, "key"), reader.secret(section, "offset"));
    if key.is_empty() && offset.is_empty() {
        return None;
    }
    FileKey::new(&key, &offset)
        .map_err(|error| reader.problem(section, "key", error.to_string(), "write both as they were issued"))
        .ok()
}
