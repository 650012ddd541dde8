use proptest::prelude::*;

use super::*;

fn domain(text: &str) -> DomainName {
    DomainName::parse(text).unwrap()
}

#[test]
fn domains_are_kept_in_ascii_form() {
    assert_eq!(domain(" WWW.Example.CN. ").as_str(), "www.example.cn");
    let chinese = domain("示例。中国");
    assert_eq!((chinese.as_str(), chinese.unicode()), ("xn--fsq092h.xn--fiqs8s", "示例.中国".to_owned()));
    assert_eq!(domain("xn--fsq092h.xn--fiqs8s"), chinese);
}

#[test]
fn domains_that_are_none_say_why() {
    let code = |text: &str| DomainName::parse(text).unwrap_err().code;
    assert_eq!(code("http://example.cn"), "domain-scheme");
    assert_eq!(code("example.cn/index"), "domain-scheme");
    assert_eq!(code("example.cn:8080"), "domain-port");
    assert_eq!(code("*.example.cn"), "domain-wildcard");
    assert_eq!(code("192.0.2.1"), "domain-is-address");
    assert_eq!(code("192.0.2.1:80"), "domain-is-address");
    assert_eq!(code("[2001:db8::1]"), "domain-is-address");
    assert_eq!(code("localhost"), "domain-single-label");
    assert_eq!(code("a_b.example.cn"), "domain-label");
    assert_eq!(code("-a.example.cn"), "domain-label");
    assert_eq!(code("a..example.cn"), "domain-label");
    assert_eq!(code("1.2.3"), "domain-label");
    assert_eq!(code(""), "domain-label");
    let label = "a".repeat(60);
    assert_eq!(code(&format!("{label}.{label}.{label}.cn")), "domain-length");
}

#[test]
fn the_registrable_part_follows_the_registries() {
    for (name, registrable) in [
        ("example.cn", Some("example.cn")),
        ("www.example.cn", Some("example.cn")),
        ("a.b.example.com.cn", Some("example.com.cn")),
        ("www.example.bj.cn", Some("example.bj.cn")),
        ("www.example.gov.cn", Some("example.gov.cn")),
        ("com.cn", None),
        ("www.示例.公司.cn", Some("xn--fsq092h.xn--55qx5d.cn")),
        ("www.示例.政务.cn", Some("xn--fsq092h.xn--zfr164b.cn")),
        ("www.示例.公司", Some("xn--fsq092h.xn--55qx5d")),
        ("shop.example.xyz", Some("example.xyz")),
        ("me.github.io", Some("github.io")),
        ("www.site.example", Some("site.example")),
    ] {
        let name = domain(name);
        assert_eq!(name.registrable().as_ref().map(DomainName::as_str), registrable, "{name}");
        assert_eq!(name.is_registrable(), registrable == Some(name.as_str()), "{name}");
    }
    assert_eq!(domain("a.example.com.cn").public_suffix(), "com.cn");
    assert_eq!(domain("a.example.com.cn").top_level(), "cn");
    assert!(domain("a.example.cn").is_within(&domain("example.cn")));
    assert!(!domain("notexample.cn").is_within(&domain("example.cn")));
}

#[test]
fn home_pages_belong_to_their_domain() {
    let home = HomeUrl::parse("HTTPS://WWW.Example.CN/Index.html").unwrap();
    assert_eq!((home.as_str(), home.host()), ("https://www.example.cn/Index.html", "www.example.cn"));
    assert!(HomeUrl::parse_for("http://example.cn", &domain("example.cn")).is_ok());
    assert!(HomeUrl::parse_for("http://www.example.cn:8080/a?b#c", &domain("example.cn")).is_ok());
    assert!(HomeUrl::parse_for("http://www.example.cn", &domain("www.example.cn")).is_ok());
    let foreign = HomeUrl::parse_for("http://example.com", &domain("example.cn")).unwrap_err();
    assert_eq!((foreign.code, foreign.facts["expected"].as_str()), ("home-url-domain", "example.cn"));
    let code = |text: &str| HomeUrl::parse(text).unwrap_err().code;
    assert_eq!(code("www.example.cn"), "home-url-scheme");
    assert_eq!(code("ftp://example.cn"), "home-url-scheme");
    assert_eq!(code("http://192.0.2.1/"), "home-url-host");
    assert_eq!(code("http://user@example.cn/"), "home-url-host");
    assert_eq!(code("http://example.cn:0/"), "home-url-host");
    assert_eq!(code("http://example.cn/a b"), "home-url-characters");
    assert_eq!(code("http://example.cn/<script>"), "home-url-characters");
    assert_eq!(code(&format!("http://example.cn/{}", "a".repeat(255))), "home-url-length");
}

#[test]
fn ranges_are_single_spanned_or_cidr() {
    for (text, written) in [
        ("1.2.3.4", "1.2.3.4"),
        ("1.2.3.4 - 1.2.3.9", "1.2.3.4-1.2.3.9"),
        ("1.2.3.4~1.2.3.4", "1.2.3.4"),
        ("1.2.3.0/24", "1.2.3.0-1.2.3.255"),
        ("1.2.3.4/32", "1.2.3.4"),
        ("0.0.0.0/0", "0.0.0.0-255.255.255.255"),
        ("2408::/32", "2408::-2408:0:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("2408::1", "2408::1"),
    ] {
        assert_eq!(IpRange::parse(text).map(|range| range.to_string()), Ok(written.to_owned()), "{text}");
    }
    let code = |text: &str| IpRange::parse(text).unwrap_err().code;
    assert_eq!(code("1.2.3"), "ip-range-form");
    assert_eq!(code("1.2.3.4-2408::1"), "ip-range-family");
    assert_eq!(code("1.2.3.9-1.2.3.4"), "ip-range-reversed");
    assert_eq!(code("1.2.3.0/33"), "ip-range-prefix-length");
    assert_eq!(code("1.2.3.0/a"), "ip-range-prefix-length");
    let host_bits = IpRange::parse("1.2.3.4/24").unwrap_err();
    assert_eq!((host_bits.code, host_bits.facts["expected"].as_str()), ("ip-range-host-bits", "1.2.3.0/24"));
}

#[test]
fn ranges_know_what_they_hold() {
    let range = IpRange::parse("1.2.3.0/24").unwrap();
    assert!(range.contains("1.2.3.255".parse().unwrap()) && !range.contains("1.2.4.0".parse().unwrap()));
    assert!(!range.contains("::1".parse().unwrap()));
    assert!(range.covers(&IpRange::parse("1.2.3.4").unwrap()));
    assert!(range.overlaps(&IpRange::parse("1.2.2.0-1.2.3.0").unwrap()));
    assert_eq!(range.ipv4_bounds(), Some((0x0102_0300, 0x0102_03ff)));
    assert_eq!(IpRange::parse("2408::1").unwrap().ipv4_bounds(), None);
}

#[test]
fn only_reachable_addresses_are_public() {
    let public = |text: &str| IpRange::parse(text).unwrap().is_public();
    for text in ["1.2.3.4", "47.96.0.0/16", "223.255.255.255", "2408:4000::1"] {
        assert!(public(text), "{text}");
    }
    for text in [
        "10.0.0.1",
        "172.31.0.1",
        "192.168.1.1",
        "127.0.0.1",
        "100.64.0.1",
        "169.254.1.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "9.255.255.0-10.0.0.0",
    ] {
        assert!(!public(text), "{text}");
    }
    for text in ["::1", "fe80::1", "fd00::1", "2001:db8::1", "2002::1", "ff02::1", "1fff::-2600::"] {
        assert!(!public(text), "{text}");
    }
}

proptest! {
    #[test]
    fn ranges_read_back(a: u32, b: u32, length in 0_u32..=32) {
        let (low, high) = (a.min(b), a.max(b));
        let range = IpRange::new(std::net::Ipv4Addr::from(low).into(), std::net::Ipv4Addr::from(high).into()).unwrap();
        prop_assert_eq!(range.to_string().parse::<IpRange>().unwrap(), range);
        let network = a & !u32::MAX.checked_shr(length).unwrap_or(0);
        let network = std::net::Ipv4Addr::from(network);
        let cidr = IpRange::parse(&format!("{network}/{length}")).unwrap();
        prop_assert!(cidr.contains(std::net::Ipv4Addr::from(a).into()));
        let (start, end) = cidr.ipv4_bounds().unwrap();
        prop_assert_eq!(u64::from(end - start) + 1, 1_u64 << (32 - length));
    }

    #[test]
    fn what_parses_reads_back(text in ".{0,40}", label in "[a-z0-9一-龥]{1,20}") {
        for text in [text.clone(), format!("{label}.cn"), format!("a.{label}.com.cn")] {
            if let Ok(name) = DomainName::parse(&text) {
                prop_assert_eq!(&name.to_string().parse::<DomainName>().unwrap(), &name);
                prop_assert_eq!(&DomainName::parse(&name.unicode()).unwrap(), &name);
                prop_assert!(name.registrable().is_none_or(|part| part.is_registrable()));
            }
        }
        let _ = IpRange::parse(&text);
        if let Ok(url) = HomeUrl::parse(&format!("http://{text}")) {
            prop_assert_eq!(&url.to_string().parse::<HomeUrl>().unwrap(), &url);
        }
    }
}

proptest! {
    /// What is taken as it is, IDNA would give back as it is.
    #[test]
    fn a_host_in_ascii_form_is_left_alone(host in "[a-z0-9-]{1,8}(\\.[a-z0-9-]{1,8}){1,3}") {
        let by_idna = idna::domain_to_ascii_strict(&host).ok();
        let numeric = host.rsplit('.').next().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()));
        let read = DomainName::parse(&host).ok().map(|name| name.to_string());
        if !numeric && host.parse::<std::net::IpAddr>().is_err() {
            prop_assert_eq!(read, by_idna);
        }
    }
}
