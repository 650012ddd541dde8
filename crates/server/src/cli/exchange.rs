//! `beian exchange`: files of the interface, and the accounts they travel through.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// What can be done with files of the interface and with the accounts they travel through.
#[derive(Debug, Subcommand)]
pub enum Exchange {
    /// Checks documents and packs them as the authority takes them. 打包
    Pack(Pack),
    /// Takes documents out of files, replies and base64 text. 解包
    Unpack(Unpack),
    /// Sends files of your own under the next numbers of the platform's books. 报送
    Send(Send),
    /// Fetches what waits at an authority: stores, applies and acknowledges it. 下载
    Fetch(Fetch),
    /// Where numbers, files and code tables of the accounts stand, on both sides. 状态
    Status(Status),
    /// Brings our numbers and the authority's level. 对齐序号
    Resync(Resync),
}

/// Whether long work tells how far it is.
#[derive(Debug, Clone, Copy, Args)]
pub struct Telling {
    /// Tell on standard error how far it is, also when that is no terminal. 显示进度
    #[arg(long)]
    pub progress: bool,
}

/// What to pack.
#[derive(Debug, Args)]
pub struct Pack {
    /// `UploadData` documents, in UTF-8 or GBK.
    #[arg(required = true, value_name = "FILE.xml")]
    pub files: Vec<PathBuf>,
    /// Where the zip goes: a directory, or a name that ends in .zip; beside the document without it.
    #[arg(long, short, value_name = "DIR|FILE.zip")]
    pub output: Option<PathBuf>,
    /// Write characters that GBK lacks as references (&#181083;), for an authority known to resolve them.
    #[arg(long)]
    pub references: bool,
    /// Check codes against these tables: JSON, or a base code document (JCDM). 基础代码
    #[arg(long, value_name = "FILE")]
    pub codes: Option<PathBuf>,
    /// Also write beianInfo, encrypted with the key and the offset in these files.
    #[arg(long, value_name = "KEY_FILE:OFFSET_FILE", conflicts_with = "authority")]
    pub encrypt: Option<String>,
    /// Also write beianInfo, as the account of this name in the configuration sends it.
    #[arg(long, value_name = "NAME")]
    pub authority: Option<String>,
    /// Overwrite what is there.
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub telling: Telling,
}

/// What to unpack.
#[derive(Debug, Args)]
pub struct Unpack {
    /// A zip, base64 text (beianInfo), a saved SOAP message or return document, or a document.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Where the XML goes; beside the file without it.
    #[arg(long, short, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Decrypt with the key and the offset in these files.
    #[arg(long, value_name = "KEY_FILE:OFFSET_FILE", conflicts_with = "authority")]
    pub decrypt: Option<String>,
    /// Decrypt with the key of the account of this name in the configuration.
    #[arg(long, value_name = "NAME")]
    pub authority: Option<String>,
    /// Overwrite what is there.
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub telling: Telling,
}

/// What to send.
#[derive(Debug, Args)]
pub struct Send {
    /// Documents (.xml) or files that `pack` wrote (.zip), in the order in which they get their numbers.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The account in the configuration.
    #[arg(long, value_name = "NAME")]
    pub authority: String,
    #[command(flatten)]
    pub telling: Telling,
}

/// What to fetch.
#[derive(Debug, Args)]
pub struct Fetch {
    /// The account in the configuration.
    #[arg(long, value_name = "NAME")]
    pub authority: String,
    /// Also write each file here, as zip and as XML.
    #[arg(long, short, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Only look at the first file: nothing is stored, applied or acknowledged.
    #[arg(long)]
    pub no_ack: bool,
    /// Overwrite what is there.
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub telling: Telling,
}

/// Whose state to tell.
#[derive(Debug, Args)]
pub struct Status {
    /// The account in the configuration; every one without it.
    #[arg(long, value_name = "NAME")]
    pub authority: Option<String>,
    /// As JSON, for programs.
    #[arg(long)]
    pub json: bool,
}

/// What to bring level.
#[derive(Debug, Args)]
pub struct Resync {
    /// The account in the configuration.
    #[arg(long, value_name = "NAME")]
    pub authority: String,
    /// Go on from the authority's number when it is ahead of ours. 采用管局序号
    #[arg(long, conflicts_with = "dry_run")]
    pub adopt: bool,
    /// What becomes of our open file when the authority's number is adopted.
    #[arg(long, value_enum, requires = "adopt")]
    pub open_file: Option<OpenFile>,
    /// Only compare; change and send nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// What becomes of our open file when the authority's number is adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OpenFile {
    /// It never arrived: it gets the next free number and is sent again.
    SendAgain,
    /// It arrived: it is not sent again.
    Arrived,
}
