//! The door: any file in, its facts out.

use crate::detect::{self, Found};
use crate::facts::{App, Facts, Kind, Platform, Signing};
use crate::keys::{bare, jks, pkcs12};
use crate::{Limits, Refusal, Source, android, apple, harmony};

/// What is asked of a file.
#[derive(Clone, Default)]
pub struct Asked {
    /// Password of a keystore; packages and certificates need none.
    pub password: Option<String>,
    /// How much is read and held at most.
    pub limits: Limits,
}

impl std::fmt::Debug for Asked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let password = self.password.as_ref().map(|_| "…");
        f.debug_struct("Asked").field("password", &password).field("limits", &self.limits).finish()
    }
}

/// Reads a package, a profile, certificates or a keystore.
///
/// What it is, is told by its content alone; a name would prove nothing.
///
/// # Errors
/// Why there are no facts: it is nothing that is read here, it is damaged, encrypted or incomplete, made to mislead,
/// or more than the limits allow; a keystore whose password is missing or wrong; the source could not be read.
pub fn inspect(source: &dyn Source, asked: &Asked) -> Result<Facts, Refusal> {
    let limits = &asked.limits;
    let password = asked.password.as_deref();
    let (kind, platform, app, signing) = match detect::detect(source, asked.limits)? {
        Found::Apk(archive) => return android::apk(&archive),
        Found::AppBundle(archive) => return android::app_bundle(&archive),
        Found::ApkBundle(archive) => return android::bundle(archive),
        Found::Ipa(archive, directory) => app_of(Kind::Ipa, Platform::Ios, apple::ipa(&archive, &directory)?),
        Found::Module(archive) => app_of(Kind::Hap, Platform::HarmonyOs, harmony::module(&archive)?),
        Found::Modules(archive) => app_of(Kind::HarmonyApp, Platform::HarmonyOs, harmony::modules(&archive)?),
        Found::AppleProfile(bytes) => {
            app_of(Kind::AppleProfile, Platform::Ios, apple::bare_profile(&bytes, limits)?)
        }
        Found::HarmonyProfile(bytes) => {
            app_of(Kind::HarmonyProfile, Platform::HarmonyOs, harmony::bare_profile(&bytes, limits)?)
        }
        Found::Certificates(bytes) => keys_of(Kind::Certificates, bare::read(&bytes, limits)?),
        Found::Pkcs12(bytes) => keys_of(Kind::Pkcs12, pkcs12::read(&bytes, password, limits)?),
        Found::Jks(bytes) => keys_of(Kind::Jks, jks::read(&bytes, password, limits)?),
    };
    Ok(Facts { kind, platform, size: source.len(), app, signing })
}

type Parts = (Kind, Option<Platform>, Option<App>, Signing);

fn app_of(kind: Kind, platform: Platform, (app, signing): (App, Signing)) -> Parts {
    (kind, Some(platform), Some(app), signing)
}

/// Keys do not tell for which platform they are.
fn keys_of(kind: Kind, signing: Signing) -> Parts {
    (kind, None, None, signing)
}
