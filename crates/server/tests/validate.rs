//! `beian validate` as whoever cleans up a list meets it.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

fn started(arguments: &[&str], directory: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beian"));
    command.arg("validate").args(arguments).current_dir(directory);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// What the command prints for these lines, and what it ends with.
fn beian(arguments: &[&str], lines: &[u8]) -> (String, i32) {
    let mut child = started(arguments, Path::new("."));
    let mut input = child.stdin.take().unwrap();
    // A command that refuses its arguments does not wait for its lines.
    let _ = input.write_all(lines);
    drop(input);
    let output = child.wait_with_output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code().unwrap())
}

/// Lines that are right.
type Right = &'static [&'static str];
/// Lines that are wrong, each with the code of the reason.
type Wrong = &'static [(&'static str, &'static str)];

/// Both for every kind.
const VECTORS: &[(&str, Right, Wrong)] = &[
    (
        "uscc",
        &["91110000600037341L", "91350100M000100Y43", " 91110000 600037341l\r"],
        &[("911100006000373411", "uscc-check-digit"), ("", "uscc-length"), ("91", "uscc-length")],
    ),
    ("organisation-code", &["D2143569-X", "d2143569X"], &[("D2143569-1", "organisation-code-check-digit")]),
    ("licence-15", &["110108000000016"], &[("110108000000017", "old-licence-check-digit")]),
    (
        "resident-id",
        &["11010519491231002X", "11010519491231002x"],
        &[
            ("110105194912310021", "resident-id-check-digit"),
            ("11010519491331002X", "resident-id-date"),
            ("810000199408230021", "resident-id-is-residence-permit"),
        ],
    ),
    (
        "hong-kong-macao-residence",
        &["810000199408230021"],
        &[
            ("820000199001010000", "resident-id-check-digit"),
            ("830000199201300022", "residence-permit-region"),
        ],
    ),
    ("taiwan-residence", &["830000199201300022"], &[("810000199408230021", "residence-permit-region")]),
    ("hong-kong-macao-pass", &["H12345678", "M1234567801"], &[("12345678", "certificate-number-kind")]),
    ("taiwan-pass", &["12345678", "1234567890(B)"], &[("1234567", "travel-permit-format")]),
    (
        "permanent-residence",
        &["911124198108030024", "USA110000000001"],
        &[("911124198108030025", "permanent-residence-check-digit")],
    ),
    ("passport", &["E12345678"], &[("E123-5678", "passport-characters")]),
    ("mobile", &["13800000001", "+86 138 0000 0001"], &[("12800000001", "mobile-format")]),
    ("landline", &["010-12345678"], &[("400-123-4567", "landline-service-number")]),
    ("email", &["zhang.san@example.cn"], &[("example.cn", "email-at-sign")]),
    ("domain", &["example.cn", "示例.中国"], &[("https://example.cn", "domain-scheme")]),
    ("home-url", &["https://www.example.cn"], &[("www.example.cn", "home-url-scheme")]),
    ("ip", &["203.0.113.7", "203.0.113.0/24", "2001:db8::1"], &[("203.0.113.7/24", "ip-range-host-bits")]),
    (
        "filing-number",
        &["京ICP备16020626号", "京ICP备16020626号-8", "粤B2-20090059", "京公网安备11010102001402号"],
        &[("京ICP备16020626", "filing-number-hao-missing"), ("示例", "filing-number-form")],
    ),
    ("subject-number", &["京ICP备16020626号"], &[("京ICP备16020626号-8", "filing-number-sequence")]),
    ("service-number", &["京ICP备04000001号-2A"], &[("京ICP备16020626号", "filing-number-sequence")]),
    ("licence-number", &["京ICP证030173号", "B2-20080101"], &[("粤B3-20090059", "filing-number-form")]),
    (
        "police-number",
        &["浙公网安备 33010602009975号"],
        &[("京公网安备44030002000001号", "police-number-region")],
    ),
];

#[test]
fn every_kind_tells_right_from_wrong_line_by_line() {
    let (listed, code) = beian(&["--list"], b"");
    let listed: Vec<&str> = listed.lines().map(|line| line.split('\t').next().unwrap()).collect();
    let tried: Vec<&str> = VECTORS.iter().map(|(kind, ..)| *kind).collect();
    assert_eq!((listed, code), (tried, 0));
    for (kind, right, wrong) in VECTORS {
        let (told, code) = beian(&[kind], right.join("\n").as_bytes());
        assert_eq!((told, code), ("ok\n".repeat(right.len()), 0), "{kind}");
        let lines: Vec<&str> = wrong.iter().map(|(line, _)| *line).collect();
        let (told, code) = beian(&[kind], format!("{}\n", lines.join("\n")).as_bytes());
        assert_eq!((told.lines().count(), code), (wrong.len(), 1), "{kind}: {told}");
        for (line, (text, reason)) in told.lines().zip(*wrong) {
            let parts: Vec<&str> = line.split('\t').collect();
            assert!(
                matches!(parts[..], ["bad", code, words] if code == *reason && !words.is_empty()),
                "{text}: {line}"
            );
        }
    }
}

#[test]
fn reasons_are_worded_in_both_languages() {
    let line = "91110000600037341";
    let english = "bad\tuscc-length\tThe unified social credit code has 18 characters; these are 17.\n";
    assert_eq!(beian(&["uscc"], line.as_bytes()), (english.to_owned(), 1));
    let chinese = "bad\tuscc-length\t统一社会信用代码是 18 位，现在有 17 位。\n";
    assert_eq!(beian(&["uscc", "--language", "zh"], line.as_bytes()), (chinese.to_owned(), 1));
}

#[test]
fn bytes_that_are_no_text_and_endless_lines_are_bad_lines_and_no_more() {
    let mut lines = b"\xb1\xb1\xbe\xa9\n13800000001\n".to_vec();
    lines.extend(vec![b'1'; 3_000_000]);
    lines.extend(b"\n\0\n13800000001");
    let (told, code) = beian(&["mobile"], &lines);
    let words: Vec<&str> = told.lines().map(|line| line.split('\t').take(2).last().unwrap()).collect();
    assert_eq!((words, code), (vec!["text-encoding", "ok", "text-too-long", "mobile-length", "ok"], 1));
}

#[test]
fn files_are_read_one_after_the_other_and_one_that_cannot_be_read_ends_with_two() {
    let here = tempfile::tempdir().unwrap();
    fs::write(here.path().join("a.txt"), "\u{feff}13800000001\r\n13800000002\r\n").unwrap();
    fs::write(here.path().join("empty.txt"), "").unwrap();
    let ran = |arguments: &[&str]| {
        let output = started(arguments, here.path()).wait_with_output().unwrap();
        let told = String::from_utf8(output.stdout).unwrap();
        (told, String::from_utf8(output.stderr).unwrap(), output.status.code().unwrap())
    };
    assert_eq!(ran(&["mobile", "a.txt", "empty.txt", "-"]), ("ok\nok\n".into(), String::new(), 0));
    let (told, complaint, code) = ran(&["mobile", "a.txt", "nowhere.txt"]);
    assert_eq!((told.as_str(), code), ("ok\nok\n", 2));
    assert!(complaint.starts_with("beian: nowhere.txt: "), "{complaint}");
    assert_eq!(ran(&["mobile", "."]).2, 2);
    assert_eq!(ran(&["nothing-of-the-kind"]).2, 2);
    assert_eq!(ran(&[]).2, 2);
}

#[test]
fn a_program_that_asks_line_by_line_is_answered_line_by_line() {
    let mut child = started(&["mobile"], Path::new("."));
    let (mut input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let mut answers = BufReader::new(output).lines();
    for (line, answer) in [("13800000001", "ok"), ("1", "bad\tmobile-length"), ("13800000002", "ok")] {
        writeln!(input, "{line}").unwrap();
        let told = answers.next().unwrap().unwrap();
        assert!(told.starts_with(answer), "{told}");
    }
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let mut child = started(&["mobile"], Path::new("."));
    let mut input = child.stdin.take().unwrap();
    drop(child.stdout.take());
    let lines = "13800000001\n".repeat(100_000);
    // The command may end before it has read everything.
    let _ = input.write_all(lines.as_bytes());
    drop(input);
    let mut complaint = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
    assert_eq!((child.wait().unwrap().code(), complaint.as_str()), (Some(0), ""));
}

#[test]
fn the_help_says_what_it_prints_and_how_it_ends() {
    let (told, code) = beian(&["--help"], b"");
    assert_eq!(code, 0);
    insta::assert_snapshot!(told);
}
