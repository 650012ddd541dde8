//! What a configuration says about itself, and about what is wrong with it.

use std::path::PathBuf;

use beian_authority::client::PasswordForm;
use beian_authority::soap::Method;
use config::Map;

use super::{Config, Source};

struct Written {
    _directory: tempfile::TempDir,
    file: PathBuf,
}

fn written(text: &str) -> Written {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("beian.toml");
    std::fs::write(&file, text).unwrap();
    Written { _directory: directory, file }
}

fn source(written: &Written, variables: &[(&str, &str)]) -> Source {
    let variables: Map<String, String> =
        variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Source::new(Some(&written.file)).with_environment(variables)
}

fn problems(text: &str, variables: &[(&str, &str)]) -> Vec<String> {
    let written = written(text);
    let problems = Config::load(&source(&written, variables)).err().unwrap();
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn an_empty_file_runs_beside_itself() {
    let written = written("");
    let config = Config::load(&source(&written, &[])).unwrap();
    assert!(config.database.url.starts_with("sqlite://"));
    assert!(config.data.directory.starts_with(written.file.parent().unwrap()));
    assert!(config.authorities.is_empty());
}

#[test]
fn the_environment_wins_over_the_file() {
    let written = written("[server]\nlisten = \"127.0.0.1:1\"\n[work]\nconcurrency = 2\n");
    let config = Config::load(&source(
        &written,
        &[("BEIAN__SERVER__LISTEN", "127.0.0.1:2"), ("BEIAN__SERVER__WORKER", "false")],
    ))
    .unwrap();
    assert_eq!(config.server.listen.port(), 2);
    assert!(!config.server.worker);
    assert_eq!(config.work.concurrency, 2);
}

#[test]
fn every_problem_is_told_at_once_with_its_remedy() {
    let text = "[server]\nlisten = \"nowhere\"\nworkers = true\n[databse]\nurl = \"\"\n[work]\nconcurrency = 0\n\
                [mail]\nroute = \"pigeon\"\n[authority.zhejiang]\nprovinces = [\"atlantis\"]\nisp_id = 7\n";
    let told = problems(text, &[("BEIAN__LOG__FILTER", "][")]);
    for key in [
        "server.listen",
        "server.workers: is no setting\n    → did you mean \"worker\"",
        "databse: is no section\n    → did you mean \"database\"",
        "work.concurrency",
        "mail.route: is \"pigeon\"\n    → write one of \"off\", \"file\", \"smtp\"",
        "authority.zhejiang.provinces: \"atlantis\" is no province",
        "authority.zhejiang.user_name",
        "log.filter",
    ] {
        assert!(told.iter().any(|problem| problem.starts_with(key)), "{key}: {told:#?}");
    }
}

#[test]
fn files_are_kept_for_the_three_months_in_which_they_may_be_asked_for() {
    let told = problems("[exchange]\nkeep_days = 91\n", &[]);
    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with("exchange.keep_days: 91 days are too few"), "{told:?}");
    assert!(told[0].contains("three months") && told[0].contains("write 92 or more"), "{told:?}");
    let kept = |text: &str| Config::load(&source(&written(text), &[])).unwrap().exchange.keep_files.as_secs();
    assert_eq!(kept("[exchange]\nkeep_days = 92\n"), 92 * 86_400);
    assert_eq!(kept(""), 400 * 86_400);
}

#[test]
fn each_account_says_how_filings_share_a_file() {
    let account = "isp_id = 7\nuser_name = \"u\"\npassword = \"p\"\n";
    let text = format!(
        "[authority.beijing]\nprovinces = [\"beijing\"]\n{account}\
         batch_wait_seconds = 30\nbatch_records = 20\nbatch_megabytes = 8\n[authority.others]\n{account}"
    );
    let config = Config::load(&source(&written(&text), &[])).unwrap();
    let batches: Vec<_> = config.authorities.iter().map(|authority| authority.batch).collect();
    assert_eq!((batches[0].wait.as_secs(), batches[0].records, batches[0].bytes), (30, 20, 8 << 20));
    assert_eq!(batches[1], beian_app::settings::Batch::default());
    let told = problems(&format!("[authority.others]\n{account}batch_records = 1001\n"), &[]);
    assert!(told.iter().any(|problem| problem.starts_with("authority.others.batch_records")), "{told:?}");
}

#[test]
fn what_is_printed_can_be_read_again_and_tells_no_secret() {
    let written = written(
        "[authority.ministry]\nisp_id = 7\nuser_name = \"u\"\npassword = \"swordfish\"\n\
         [database]\nurl = \"postgres://u:swordfish@db.example/beian\"\n",
    );
    let printed = Config::print(&source(&written, &[])).unwrap();
    assert!(!printed.contains("swordfish"), "{printed}");
    assert!(printed.contains("[authority.ministry]") && printed.contains("isp_id = 7"), "{printed}");
    let again = self::written(&printed.replace("url = \"******\"", "url = \"\""));
    Config::load(&source(&again, &[])).unwrap();
}

#[test]
fn a_secret_can_come_from_a_file_or_the_environment() {
    let from_file = written("[sms]\nroute = \"http\"\nurl = \"https://sms.example\"\nkey_file = \"key\"\n");
    let told: Vec<_> = Config::load(&source(&from_file, &[])).err().unwrap();
    assert!(told[0].to_string().starts_with("sms.key_file: key cannot be read"), "{told:?}");
    std::fs::write(from_file.file.with_file_name("key"), "swordfish\n").unwrap();
    Config::load(&source(&from_file, &[])).unwrap();
    let bare = written("[sms]\nroute = \"http\"\nurl = \"https://sms.example\"\n");
    Config::load(&source(&bare, &[("BEIAN__SMS__KEY", "swordfish")])).unwrap();
}

#[test]
fn a_star_takes_the_provinces_no_other_authority_takes() {
    let account = "isp_id = 7\nuser_name = \"u\"\npassword = \"p\"\n";
    let text = format!("[authority.zj]\nprovinces = [\"zhejiang\"]\n{account}[authority.rest]\n{account}");
    let config = Config::load(&source(&written(&text), &[])).unwrap();
    let counts: Vec<_> =
        config.authorities.iter().map(|each| (each.name.as_str(), each.provinces.len())).collect();
    assert_eq!(counts, [("rest", 30), ("zj", 1)]);
}

#[test]
fn one_method_of_an_authority_may_be_told_otherwise() {
    let text = "[authority.zj]\nisp_id = 7\nuser_name = \"u\"\npassword = \"p\"\nproxy = \"http://a:swordfish@p.example\"\n\
                filing_password = \"md5\"\nsoap_action = \"urn:{method}\"\nconnect_timeout_seconds = 5\n\
                [authority.zj.isp_upload]\ntimeout_seconds = 900\nid_parameter = \"ispId\"\nproxy = \"direct\"\n";
    let written = written(text);
    let variable = ("BEIAN__AUTHORITY__ZJ__ISP_VERIFYBAMM__URL", "https://other.example/verify");
    let config = Config::load(&source(&written, &[variable])).unwrap();
    let endpoint = config.authorities[0].client.endpoint();
    assert_eq!(endpoint.dialect.filing_password, PasswordForm::Md5);
    assert_eq!((endpoint.timeout.as_secs(), endpoint.connect_timeout.as_secs()), (120, 5));
    let upload = &endpoint.exceptions[&Method::Upload];
    assert_eq!((upload.id.as_deref(), upload.proxy.as_deref()), (Some("ispId"), Some("")));
    assert_eq!(upload.timeout.map(|timeout| timeout.as_secs()), Some(900));
    assert_eq!(endpoint.exceptions[&Method::PreviousUpload].id.as_deref(), Some("ispId"), "as ever");
    assert_eq!(endpoint.url(Method::VerifyPassword), "https://other.example/verify");
    let printed = Config::print(&source(&written, &[])).unwrap();
    assert!(
        printed.contains("[authority.zj.isp_upload]") && printed.contains("timeout_seconds = 900"),
        "{printed}"
    );
    assert!(
        !printed.contains("swordfish") && !format!("{:?}", config.authorities).contains("swordfish"),
        "{printed}"
    );
}

#[test]
fn a_slip_in_the_section_of_a_method_is_told() {
    let account = "isp_id = 7\nuser_name = \"u\"\npassword = \"p\"\n";
    let told = problems(
        &format!(
            "[authority.zj]\n{account}isp_download = 3\nproxy = \"no proxy\"\n[authority.zj.isp_upload]\ntimeout = 9\n"
        ),
        &[],
    );
    for key in [
        "authority.zj.isp_upload.timeout: is no setting\n    → did you mean \"timeout_seconds\"",
        "authority.zj.isp_download: is no setting",
        "authority.zj.*: the proxy is not an address",
    ] {
        assert!(told.iter().any(|problem| problem.starts_with(key)), "{key}: {told:#?}");
    }
}
