//! `[authority.<name>.<method>]`: what one method of an authority needs otherwise than the rest.

use std::collections::BTreeMap;
use std::time::Duration;

use beian_authority::client::Exception;
use beian_authority::soap::Method;
use config::{Config as Layers, Map, Value};

use super::authority;
use super::reader::Reader;
use super::setting::{Section, open, secret};

/// The section; it may stand once per authority and method.
pub static SECTION: Section = Section {
    name: "method",
    about: &[
        "某个方法与其他方法不同之处；空为与上面相同。",
        "What one method needs otherwise: isp_upload, isp_download, isp_downloadack,",
        "isp_querypreviousupload, isp_querybeianstatus or isp_verifybamm. Empty: as above.",
    ],
    settings: &[
        open("url", "\"\"", &["该方法的地址。", "An address of its own."]),
        secret(
            "proxy",
            &["该方法的代理；direct 为不经代理。", "A proxy of its own; \"direct\" goes without."],
        ),
        open("id_parameter", "\"\"", &["第一个参数的写法。", "How the first parameter is spelled."]),
        open("soap_action", "\"\"", &["SOAPAction 头的内容。", "The header SOAPAction."]),
        open(
            "timeout_seconds",
            "0",
            &["一次调用最多等待的秒数；0 为与上面相同。", "How long a call may take; 0: as above."],
        ),
    ],
};

/// The methods that have a section, by the name of their authority.
pub fn names(written: &Layers) -> BTreeMap<String, Vec<&'static str>> {
    let table = written.get_table(authority::SECTION.name).unwrap_or_default();
    let named = table.into_iter().map(|(name, value)| {
        let mut table = value.into_table().unwrap_or_default();
        (name, split(&mut table).into_iter().map(|(method, _)| method).collect())
    });
    named.collect()
}

/// Takes the sections of methods out of the table of an authority.
pub fn split(authority: &mut Map<String, Value>) -> Vec<(&'static str, Map<String, Value>)> {
    let mut split = Vec::new();
    for method in Method::ALL {
        let Some(value) = authority.remove(method.name()) else { continue };
        match value.clone().into_table() {
            Ok(table) => split.push((method.name(), table)),
            // Not a section: left where it is, to be told as a setting that does not exist.
            Err(_) => drop(authority.insert(method.name().to_owned(), value)),
        }
    }
    split
}

/// The name of the section of a method.
pub fn section_name(authority: &str, method: &str) -> String {
    format!("{authority}.{method}")
}

/// What is said about methods of an authority, over what is usual.
pub fn read_all(
    reader: &mut Reader,
    authority: &str,
    usual: BTreeMap<Method, Exception>,
) -> BTreeMap<Method, Exception> {
    let mut exceptions = usual;
    for method in Method::ALL {
        let section = section_name(authority, method.name());
        if reader.has(&section) {
            read(reader, &section, exceptions.entry(method).or_default());
        }
    }
    exceptions
}

fn read(reader: &mut Reader, section: &str, exception: &mut Exception) {
    let mut text = |key| Some(reader.text(section, key)).filter(|text| !text.is_empty());
    let (url, proxy) = (text("url"), text("proxy"));
    let (id, soap_action) = (text("id_parameter"), text("soap_action"));
    let timeout: Duration = reader.seconds(section, "timeout_seconds", 0..=3600);
    exception.url = url.or(exception.url.take());
    exception.proxy = proxy.map(|proxy| if proxy == "direct" { String::new() } else { proxy });
    exception.id = id.or(exception.id.take());
    exception.soap_action = soap_action.or(exception.soap_action.take());
    exception.timeout = (!timeout.is_zero()).then_some(timeout).or(exception.timeout);
}
