//! `/tools/app` of a running server: packages that are large, too large, or break off on the way.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

const EXAMPLE: &[u8] = include_bytes!("certificates/example.pem");
const MD5: &str = "3ae3bb4230d5777193c423a7ec466d10";
const MIB: u64 = 1 << 20;

/// A server in a directory of its own, with one place for a package.
struct Server {
    here: tempfile::TempDir,
    child: Child,
    address: SocketAddr,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    fn start(megabytes: u64) -> Self {
        let here = tempfile::tempdir().unwrap();
        let config = format!(
            "[server]\nlisten = \"127.0.0.1:0\"\nworker = false\n[requests]\ninspect = 0\n\
             [packages]\nat_once = 1\nmegabytes = {megabytes}\n"
        );
        std::fs::write(here.path().join("beian.toml"), config).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_beian"))
            .arg("serve")
            .current_dir(here.path())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap()).lines();
        let line = log.find_map(|line| line.ok().filter(|line| line.contains("serving listen="))).unwrap();
        let address = line.split("listen=").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
        // Whoever logs must be read, or it waits for ever.
        std::thread::spawn(move || log.for_each(drop));
        Self { here, child, address }
    }

    /// Sends a request and gives the whole answer.
    fn ask(&self, head: &str) -> String {
        let mut line = TcpStream::connect(self.address).unwrap();
        write!(line, "{head}\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        answer(line)
    }

    /// The visitor's cookie and the token of the form.
    fn form(&self) -> (String, String) {
        let page = self.ask("GET /tools/app HTTP/1.1");
        let between =
            |from: &str, to: &str| page.split(from).nth(1).unwrap().split(to).next().unwrap().to_owned();
        (between("set-cookie: ", ";"), between("name=\"csrf\" value=\"", "\""))
    }

    /// Begins to send a file of `length` bytes; gives the line on which its bytes are awaited.
    fn begin(&self, length: u64) -> TcpStream {
        let (cookie, token) = self.form();
        let begin = format!(
            "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{token}\r\n\
             --b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.apk\"\r\n\r\n"
        );
        let whole = begin.len() as u64 + length + END.len() as u64;
        let mut line = TcpStream::connect(self.address).unwrap();
        write!(
            line,
            "POST /tools/app HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nCookie: {cookie}\r\n\
             Content-Type: multipart/form-data; boundary=b\r\nContent-Length: {whole}\r\n\r\n{begin}",
            self.address
        )
        .unwrap();
        line
    }

    /// Hands in a file of zeros.
    fn hand_in_zeros(&self, length: u64) -> String {
        let mut line = self.begin(length);
        std::io::copy(&mut std::io::repeat(0).take(length), &mut line).unwrap();
        line.write_all(END).unwrap();
        answer(line)
    }

    fn hand_in(&self, bytes: &[u8]) -> String {
        let mut line = self.begin(bytes.len() as u64);
        line.write_all(bytes).unwrap();
        line.write_all(END).unwrap();
        answer(line)
    }

    /// Where packages lie while they are read.
    fn directory(&self) -> PathBuf {
        self.here.path().join("beian-data/packages")
    }

    /// What lies there: names in the directory, and files without a name that the process still holds.
    fn held(&self) -> usize {
        let named = std::fs::read_dir(self.directory()).unwrap().count();
        let open = std::fs::read_dir(format!("/proc/{}/fd", self.child.id())).unwrap().flatten();
        let open = open.filter_map(|entry| std::fs::read_link(entry.path()).ok());
        named + open.filter(|target| target.starts_with(self.directory())).count()
    }

    /// The most memory the process ever held, in bytes.
    fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
    }
}

const END: &[u8] = b"\r\n--b--\r\n";

fn answer(mut line: TcpStream) -> String {
    let mut bytes = Vec::new();
    line.read_to_end(&mut bytes).unwrap();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn a_large_package_is_never_held_in_memory_and_leaves_nothing_behind() {
    let server = Server::start(4096);
    let read = server.hand_in(EXAMPLE);
    assert!(read.starts_with("HTTP/1.1 200") && read.contains(MD5), "{read}");
    let before = server.memory();
    let refused = server.hand_in_zeros(300 * MIB);
    assert!(refused.starts_with("HTTP/1.1 422"), "{refused:.200}");
    let grown = server.memory() - before;
    assert!(grown < 32 * MIB, "{} MiB more than before", grown / MIB);
    assert_eq!(server.held(), 0);
}

#[test]
fn a_package_beyond_the_limit_is_refused_with_the_limit() {
    let server = Server::start(1);
    let refused = server.hand_in_zeros(3 * MIB);
    assert!(refused.starts_with("HTTP/1.1 422") && refused.contains("1.0 MB"), "{refused}");
    assert_eq!(server.held(), 0);
}

#[test]
fn whoever_breaks_off_leaves_nothing_and_takes_no_place() {
    let server = Server::start(4096);
    let mut line = server.begin(300 * MIB);
    std::io::copy(&mut std::io::repeat(0).take(4 * MIB), &mut line).unwrap();
    // The only place is taken: others are told when to come back.
    let busy = server.hand_in(EXAMPLE);
    assert!(busy.starts_with("HTTP/1.1 503") && busy.contains("retry-after: 60"), "{busy:.300}");
    assert_eq!(server.held(), 1, "it lies there without a name");
    assert_eq!(std::fs::read_dir(server.directory()).unwrap().count(), 0);
    drop(line);
    // Asked again until the server has noticed.
    let free = (0..1_000).any(|_| server.hand_in(EXAMPLE).starts_with("HTTP/1.1 200"));
    assert!(free, "the place is given back");
    assert_eq!(server.held(), 0);
}
