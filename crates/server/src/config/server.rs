//! `[server]`: where pages are served, and what this process does.

use std::net::SocketAddr;
use std::time::Duration;

use super::reader::Reader;
use super::setting::{Section, open};

/// The section.
pub static SECTION: Section = Section {
    name: "server",
    about: &["服务 Server"],
    settings: &[
        open(
            "listen",
            "\"127.0.0.1:8600\"",
            &[
                "监听地址。正式运行时放在反向代理（TLS）之后。",
                "Where to listen. In earnest, behind a reverse proxy that does TLS.",
            ],
        ),
        open(
            "base_url",
            "\"http://127.0.0.1:8600\"",
            &[
                "用户访问本系统的地址，末尾不带斜杠。用于通知里的链接；https 时 Cookie 只走加密连接。",
                "What people type to get here. Links in notices begin with it; with https, cookies are for https only.",
            ],
        ),
        open(
            "behind_proxy",
            "false",
            &[
                "前面是否有自己的反向代理；为 true 时以 X-Forwarded-For 的最后一项为客户端地址。",
                "A reverse proxy of yours stands in front: the last of X-Forwarded-For is the client's address.",
            ],
        ),
        open(
            "rehearsal",
            "false",
            &[
                "演练：对接的是模拟管局时设为 true，每页都会注明备案号没有效力。",
                "A rehearsal, with the simulated authority: every page says that its numbers are worth nothing.",
            ],
        ),
        open(
            "worker",
            "true",
            &[
                "是否同时运行后台任务；为 false 时请另外运行 beian work。",
                "Run background work in this process too; when false, run `beian work` beside it.",
            ],
        ),
        open(
            "shutdown_seconds",
            "20",
            &[
                "收到停止信号后，等待进行中的请求和任务的秒数。",
                "How long to wait for requests and jobs under way after the signal to stop.",
            ],
        ),
    ],
};

/// Where pages are served, and what this process does.
#[derive(Debug)]
pub struct Server {
    /// Where to listen.
    pub listen: SocketAddr,
    /// What people type to get here, without a slash at the end.
    pub base_url: String,
    /// Whether a proxy of ours stands in front.
    pub behind_proxy: bool,
    /// Whether every page says that this is a rehearsal.
    pub rehearsal: bool,
    /// Whether jobs run in this process.
    pub worker: bool,
    /// How long to wait at the end.
    pub shutdown: Duration,
}

impl Server {
    pub(super) fn read(reader: &mut Reader) -> Self {
        let name = SECTION.name;
        let listen = reader.text(name, "listen").parse().unwrap_or_else(|_| {
            reader.problem(
                name,
                "listen",
                "is not an address",
                "write an address and a port: \"127.0.0.1:8600\"",
            );
            SocketAddr::from(([127, 0, 0, 1], 8600))
        });
        let base_url = reader.text(name, "base_url").trim_end_matches('/').to_owned();
        if !is_base_url(&base_url) {
            let remedy = "write the address people use, such as \"https://beian.example.cn\"";
            reader.problem(name, "base_url", "is not a web address", remedy);
        }
        Self {
            listen,
            base_url,
            behind_proxy: reader.flag(name, "behind_proxy"),
            rehearsal: reader.flag(name, "rehearsal"),
            worker: reader.flag(name, "worker"),
            shutdown: reader.seconds(name, "shutdown_seconds", 1..=600),
        }
    }

    /// Whether people come over https.
    pub fn is_secure(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

fn is_base_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|host| !host.is_empty() && !host.contains([' ', '?', '#', '@']))
}
