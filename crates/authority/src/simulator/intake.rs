//! The methods as the bureau carries them out. Checks run in a fixed order: nonce, user, password, unit,
//! standing, maintenance, hours, algorithms, numbering, then the file itself.

use chrono::Timelike;

use super::SimulatorError;
use super::account::{SimulatedAccount, Standing};
use super::bureau::Bureau;
use super::faults::FaultKind;
use super::state::{AcceptedUpload, OutgoingFile, Tag};
use crate::codes::MsgCode;
use crate::credentials::{Secret, password_hash};
use crate::packing::{self, Packed, UnpackError};
use crate::reply::{DeliveredFile, Return};
use crate::soap::{Method, Request};
use crate::value::{WireTime, decode_base64};

/// At most this many missing numbers are named.
const MOST_MISSING: i64 = 1000;

impl Bureau<'_> {
    /// Answers one call.
    pub fn answer(&mut self, request: &Request, fault: Option<&FaultKind>) -> Result<Return, SimulatorError> {
        let admitted = self.admit(request).and_then(|account| {
            scripted(request.method, fault)?;
            self.in_service(request.method)?;
            known_algorithm(request, "hashAlgorithm", 0, MsgCode::HASHING)?;
            Ok(account.clone())
        });
        let account = match admitted {
            Ok(account) => account,
            Err(code) => return Ok(answer(code)),
        };
        let mut reply = match request.method {
            Method::Upload => self.upload(&account, request, fault)?,
            Method::Download => self.download(&account, fault)?,
            Method::Acknowledge => self.acknowledge(&account, request),
            Method::PreviousUpload => self.previous_upload(&account)?,
            Method::Status => self.status(request),
            Method::VerifyPassword => self.verify_password(request),
        };
        if fault == Some(&FaultKind::WrongHash) {
            spoil_hash(&mut reply);
        } else if fault == Some(&FaultKind::CorruptZip) {
            spoil_archive(&account, &mut reply);
        }
        Ok(reply)
    }

    fn admit(&self, request: &Request) -> Result<&SimulatedAccount, MsgCode> {
        let given = |name| request.parameter(name).unwrap_or_default();
        if given("randVal").chars().count() < 20 {
            return Err(MsgCode::NONCE);
        }
        let account = self.config.accounts.iter().find(|account| account.user_name == given("userName"));
        let account = account.ok_or(MsgCode::USER)?;
        let expected = password_hash(&Secret::new(account.password.clone()), given("randVal"));
        let hash = decode_base64(given("pwdHash"));
        if hash.is_none() || hash != expected.ok().and_then(|expected| decode_base64(&expected)) {
            return Err(MsgCode::PASSWORD);
        }
        if given("ispId").trim().parse() != Ok(account.isp_id) {
            return Err(MsgCode::AUTHENTICATION);
        }
        match account.standing {
            Standing::Open => Ok(account),
            Standing::AddressUnknown => Err(MsgCode::AUTHENTICATION),
            Standing::OtherProvince => Err(MsgCode::OTHER_PROVINCE),
            Standing::NotOpened => Err(MsgCode::NOT_OPENED),
        }
    }

    /// Maintenance, then hours.
    fn in_service(&self, method: Method) -> Result<(), MsgCode> {
        let settings = self.state.settings();
        if settings.maintenance.iter().any(|window| window.covers(method, self.now)) {
            return Err(maintenance(method));
        }
        let hour = (self.now + chrono::Duration::hours(8)).hour();
        match settings.hours {
            Some(hours) if hour < hours.from || hour >= hours.until => Err(MsgCode::OUTSIDE_HOURS),
            Some(_) | None => Ok(()),
        }
    }

    fn upload(
        &mut self,
        account: &SimulatedAccount,
        request: &Request,
        fault: Option<&FaultKind>,
    ) -> Result<Return, SimulatorError> {
        let encryption = match known_algorithm(request, "encryptAlgorithm", 1, MsgCode::ENCRYPTION) {
            Ok(encryption) => encryption,
            Err(code) => return Ok(answer(code)),
        };
        if let Err(code) = known_algorithm(request, "compressionFormat", 0, MsgCode::COMPRESSION) {
            return Ok(answer(code));
        }
        let given = |name| request.parameter(name).unwrap_or_default();
        let hash = decode_base64(given("beianInfoHash")).unwrap_or_default();
        let sequence = given("dataSequence").trim().parse().unwrap_or(0);
        if let Some(reply) = self.numbering(account.isp_id, sequence, &hash) {
            return Ok(reply);
        }
        if fault == Some(&FaultKind::WrongHash) {
            return Ok(answer(MsgCode::HASH));
        } else if fault == Some(&FaultKind::CorruptZip) {
            return Ok(answer(MsgCode::UNZIP));
        }
        let body = decode_base64(given("beianInfo")).unwrap_or_default();
        let file = DeliveredFile { name: String::new(), encryption, hashing: 0, compression: 0, body, hash };
        match readable(account, &file) {
            Ok(packed) => self.take(account.isp_id, sequence, &packed),
            Err(code) => Ok(answer(code)),
        }
    }

    /// Numbers go up by one. An accepted number repeated with the same content is accepted again without
    /// being stored; with other content it is refused.
    fn numbering(&self, account: i64, sequence: i64, hash: &[u8]) -> Option<Return> {
        let state = self.state.accounts.get(&account)?;
        if sequence < 1 {
            return Some(Return::bare(MsgCode::OTHER, "上报序号应从 1 开始"));
        }
        if sequence <= state.last_sequence {
            let taken = self.state.uploads.get(&(account, sequence));
            let same = taken.is_some_and(|upload| upload.md5 == packing::hex(hash));
            return Some(if same {
                answer(MsgCode::DONE)
            } else {
                Return::bare(MsgCode::OTHER, "该序号已用于另一份文件")
            });
        }
        let next = state.last_sequence + 1;
        if sequence > next {
            let missing = (next..sequence.min(next + MOST_MISSING)).collect();
            return Some(Return { missing, ..answer(MsgCode::GAP) });
        }
        let waiting = self.state.uploads.count(&Tag::UnexaminedOf(account));
        (waiting >= self.state.settings().limits.waiting_files).then(|| answer(MsgCode::QUEUE_FULL))
    }

    fn take(&mut self, account: i64, sequence: i64, packed: &Packed) -> Result<Return, SimulatorError> {
        self.disk.keep_upload(account, sequence, &packed.zip)?;
        self.state.accounts.update(&account, |state| state.last_sequence = sequence);
        let (taken, md5) = (self.now, packed.md5_hex());
        let upload = AcceptedUpload { account, sequence, md5, taken, examined: false };
        self.state.uploads.insert((account, sequence), upload);
        Ok(answer(MsgCode::DONE))
    }

    fn download(
        &mut self,
        account: &SimulatedAccount,
        fault: Option<&FaultKind>,
    ) -> Result<Return, SimulatorError> {
        self.deliver_first_codes(account.isp_id)?;
        let again = fault == Some(&FaultKind::Duplicate);
        let Some((key, more)) = self.next_file(account.isp_id, again) else {
            return Ok(answer(MsgCode::NOTHING));
        };
        let code = if more { MsgCode::MORE } else { MsgCode::DONE_LAST };
        let hand_out = |file: &mut OutgoingFile| {
            file.delivered += 1;
            file.name.clone()
        };
        let name = self.state.outbox.update(&key, hand_out).ok_or(SimulatorError::Missing)?;
        let packed = Packed::from_zip(self.disk.read_download(&name)?);
        Ok(Return { file: Some(seal(account, &name, &packed)), ..answer(code) })
    }

    /// The file to hand out, the last acknowledged one if that is to come again, and whether more wait behind it.
    fn next_file(&self, account: i64, again: bool) -> Option<((i64, i64), bool)> {
        let outbox = &self.state.outbox;
        let mut waiting = outbox.tagged(&Tag::Undelivered(account));
        let again = outbox.tagged(&Tag::Delivered(account)).next_back().filter(|_| again);
        let next = again.or_else(|| waiting.next()).copied()?;
        Some((next, waiting.next().is_some()))
    }

    fn acknowledge(&mut self, account: &SimulatedAccount, request: &Request) -> Return {
        let name = request.parameter("fileName").unwrap_or_default().trim();
        if name.is_empty() {
            return answer(MsgCode::NO_FILE_NAME);
        }
        let tag = Tag::File(name.to_owned());
        let own = self.state.outbox.tagged(&tag).find(|(owner, _)| *owner == account.isp_id).copied();
        let acknowledge = |file: &mut OutgoingFile| file.acknowledged = true;
        match own.and_then(|key| self.state.outbox.update(&key, acknowledge)) {
            Some(()) => answer(MsgCode::DONE),
            None => Return::bare(MsgCode::OTHER, "没有这个文件"),
        }
    }

    fn previous_upload(&self, account: &SimulatedAccount) -> Result<Return, SimulatorError> {
        let mut own = self.state.uploads.between((account.isp_id, 0)..=(account.isp_id, i64::MAX));
        let Some((_, last)) = own.next_back() else {
            return Ok(Return { sequence: Some(0), ..answer(MsgCode::DONE) });
        };
        let packed = Packed::from_zip(self.disk.read_upload(account.isp_id, last.sequence)?);
        let taken = WireTime::from_utc(last.taken).to_string().replace(['-', ' ', ':'], "");
        let name = format!("{taken}{}{}.xml", account.isp_id, last.sequence);
        let file = Some(seal(account, &name, &packed));
        Ok(Return { sequence: Some(last.sequence), file, ..answer(MsgCode::DONE) })
    }

    fn status(&self, request: &Request) -> Return {
        let condition = request.parameter("queryCondition").unwrap_or_default().trim();
        let kind = request.parameter("queryConditionType").and_then(|kind| kind.trim().parse().ok());
        match kind {
            Some(kind) if (0..99).contains(&kind) && condition.chars().count() >= 4 => {
                Return { status: Some(self.state.status(kind, condition)), ..answer(MsgCode::DONE) }
            }
            _ => Return::bare(MsgCode::OTHER, "查询条件无效"),
        }
    }
}

fn scripted(method: Method, fault: Option<&FaultKind>) -> Result<(), MsgCode> {
    if fault == Some(&FaultKind::Maintenance) {
        return Err(maintenance(method));
    }
    if let Some(FaultKind::Code { code }) = fault {
        return Err(MsgCode(*code));
    }
    Ok(())
}

fn maintenance(method: Method) -> MsgCode {
    if method == Method::Upload { MsgCode::MAINTENANCE_UPLOAD } else { MsgCode::MAINTENANCE_DOWNLOAD }
}

fn known_algorithm(request: &Request, name: &str, most: i64, otherwise: MsgCode) -> Result<i64, MsgCode> {
    let id = request.parameter(name).and_then(|value| value.trim().parse().ok());
    id.filter(|id| (0..=most).contains(id)).ok_or(otherwise)
}

pub(super) fn answer(code: MsgCode) -> Return {
    Return::bare(code, code.wording().map_or("其他原因", |(zh, _)| zh))
}

/// Hash before archive, archive before size.
fn readable(account: &SimulatedAccount, file: &DeliveredFile) -> Result<Packed, MsgCode> {
    let key = account.file_key().map_err(|_| MsgCode::DECRYPT)?;
    let packed = packing::open(file, key.as_ref()).map_err(|error| code_of(&error))?;
    packing::unpack_bytes(&packed.zip).map_err(|error| code_of(&error))?;
    Ok(packed)
}

fn code_of(error: &UnpackError) -> MsgCode {
    match error {
        UnpackError::Algorithm { .. } | UnpackError::NoKey | UnpackError::Decrypt(_) => MsgCode::DECRYPT,
        UnpackError::Hash => MsgCode::HASH,
        UnpackError::Archive(_) => MsgCode::UNZIP,
        UnpackError::Entries(_) => MsgCode::FILE_COUNT,
        UnpackError::TooLarge => MsgCode::TOO_LARGE,
        UnpackError::Text(_) | UnpackError::Document(_) => MsgCode::OTHER,
    }
}

fn seal(account: &SimulatedAccount, name: &str, packed: &Packed) -> DeliveredFile {
    let (encryption, body) = match account.file_key() {
        Ok(Some(key)) => (1, key.encrypt(&packed.zip)),
        Ok(None) | Err(_) => (0, packed.zip.clone()),
    };
    let hash = packed.md5.to_vec();
    DeliveredFile { name: name.to_owned(), encryption, hashing: 0, compression: 0, body, hash }
}

fn spoil_hash(reply: &mut Return) {
    if let Some(byte) = reply.file.as_mut().and_then(|file| file.hash.first_mut()) {
        *byte ^= 0xff;
    }
}

/// Damages the archive in the middle of the only entry; the hash is that of the damaged bytes.
fn spoil_archive(account: &SimulatedAccount, reply: &mut Return) {
    let Some(file) = &mut reply.file else { return };
    let Ok(mut packed) = packing::open(file, account.file_key().ok().flatten().as_ref()) else { return };
    let kept = packed.zip.len() / 2;
    packed.zip.truncate(kept);
    *file = seal(account, &file.name, &Packed::from_zip(packed.zip));
}
