//! One readable example of every document, and what is made of it.

use crate::message::download::DownloadDocument;

macro_rules! examples {
    ($($name:ident),+ $(,)?) => {
        $(
            #[test]
            fn $name() {
                let text = include_str!(concat!("../examples/", stringify!($name), ".xml"));
                let (document, warnings) = DownloadDocument::from_xml(text).unwrap();
                assert_eq!(warnings, []);
                assert_eq!(document.violations(), []);
                let lines: String = text.lines().skip(1).map(str::trim).collect();
                let written = document.to_xml();
                let (_, written) = written.split_once('\n').unwrap();
                assert_eq!(written, lines);
                insta::assert_debug_snapshot!(document);
            }
        )+
    };
}

examples!(
    base_codes,
    domain_results,
    icp_blacklists,
    icp_cancellations,
    icp_filing_data,
    icp_illegal_access,
    icp_inspections,
    icp_notices,
    icp_results,
    icp_unfiled_sites,
    icp_verification_tasks,
    ip_inspections,
    ip_results,
    sync_domains,
    sync_filings,
    sync_ip,
    sync_nothing,
);
