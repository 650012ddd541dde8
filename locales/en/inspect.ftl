# App packages, certificates and keystores: what was read, what is wrong, why something was not read.

## Platforms
inspect-platform-android = Android
inspect-platform-ios = iOS
inspect-platform-harmony-os = HarmonyOS

## Kinds of file
inspect-kind-apk = Android package (APK)
inspect-kind-aab = Android App Bundle (AAB)
inspect-kind-apk-bundle = Archive of APKs (XAPK, APKS)
inspect-kind-ipa = iOS package (IPA)
inspect-kind-hap = HarmonyOS module (HAP, HSP)
inspect-kind-harmony-app = HarmonyOS package (APP)
inspect-kind-apple-profile = iOS provisioning profile (mobileprovision)
inspect-kind-harmony-profile = HarmonyOS profile (p7b)
inspect-kind-certificates = Certificate
inspect-kind-pkcs12 = PKCS#12 keystore (p12, pfx)
inspect-kind-jks = Java keystore (jks, keystore)

## Ways of signing
inspect-scheme-jar = v1 (JAR signing)
inspect-scheme-v2 = v2
inspect-scheme-v3 = v3
inspect-scheme-v31 = v3.1
inspect-scheme-code-signature = Apple code signature
inspect-scheme-profile = Certificate in the profile
inspect-scheme-harmony-block = HarmonyOS signing block
inspect-scheme-bare = Certificate file
inspect-scheme-keystore = Entry of the keystore

## Why this one counts
inspect-why-only = It is the only certificate in the file.
inspect-why-all-agree = Every signing scheme names this certificate.
inspect-why-newest-scheme = The signing schemes name different certificates; newer systems go by the newest scheme, so this one counts.
inspect-why-rotated = The signing key was replaced; this is the present one, and stores and the filing go by the present one.
inspect-why-leaf = Of the chain only this one is the App’s own; the others belong to those who issued it.
inspect-why-first-of-several = There are several signers; this is the first.

## Purposes
inspect-purpose-development = development
inspect-purpose-ad-hoc = listed devices (Ad Hoc)
inspect-purpose-enterprise = devices of one enterprise
inspect-purpose-distribution = the store

## Digests
inspect-digest-md5 = MD5
inspect-digest-sha1 = SHA-1
inspect-digest-sha256 = SHA-256

## Whose it is
inspect-whose-issuer = an issuer in the same chain
inspect-whose-earlier = an earlier certificate, before the key was replaced
inspect-whose-other-signer = another signer or entry of the file

## Severity
inspect-severity-block = To be changed
inspect-severity-warn = To be checked
inspect-severity-info = Good to know

## The result
inspect-report-title = Values for the filing of an App
inspect-asked-title = What the filing form asks for
inspect-asked-for = { $spelling }, for { $platforms }
inspect-asked-from = From the certificate { $subject }. { $why }
inspect-asked-none = There is no public key and no fingerprint to fill in, because the file has no signing certificate.
inspect-asked-package = Package name (包名)
inspect-asked-bundle = Bundle ID (包名)
inspect-asked-platform = Platform (运行平台)
inspect-app-title = App
inspect-app-name = App name (APP 名称)
inspect-app-names = Name in other languages
inspect-app-icon = App icon (APP 图标)
inspect-app-icon-save = Save the icon
inspect-app-icon-about = { $width } × { $height } pixels, { $size }, as the form wants it
inspect-app-version = Version
inspect-app-system = Lowest system version
inspect-app-target = Made for system version
inspect-app-permissions = { $n ->
    [one] One permission asked for
   *[other] { $n } permissions asked for
}
inspect-file-title = The file
inspect-file-kind = Kind of file
inspect-file-size = Size of the file
inspect-team = Team
inspect-purpose = Purpose
inspect-profile-until = Profile good until
inspect-findings-title = What we noticed
inspect-findings-first = { $n ->
    [one] Read this first: one thing is to be changed before you copy the values.
   *[other] Read this first: { $n } things are to be changed before you copy the values.
}
inspect-findings-go = What we noticed
inspect-findings-none = Nothing to mend.
inspect-findings-none-compared = Nothing to mend, and it agrees with what you typed.
inspect-spellings-title = Other spellings
inspect-spellings-lead = The same certificate in other spellings, for other forms and tools.
inspect-signers-title = Certificates and signing schemes
inspect-signer-counts = This one counts
inspect-signer-from = from API { $from }
inspect-signer-to = up to API { $to }
inspect-signer-between = API { $from } to { $to }
inspect-certificate-subject = Holder
inspect-certificate-issuer = Issued by
inspect-certificate-self = itself
inspect-certificate-serial = Serial number
inspect-certificate-valid = Validity
inspect-certificate-range = { $from } to { $until }
inspect-certificate-key = Key
inspect-certificate-algorithm = Signed with
inspect-certificate-leaf = The App’s certificate
inspect-certificate-issuers = Issuers
inspect-certificate-earlier = Earlier certificates
inspect-key-rsa = RSA, { $bits } bits
inspect-key-ec = elliptic curve { $curve }
inspect-key-dsa = DSA, { $bits } bits
inspect-key-other = { $oid }

## Findings: who signed
inspect-finding-unsigned-what = This package is not signed.
inspect-finding-unsigned-why = Public key and fingerprint come from the signing certificate; without a signature there is nothing to fill in.
inspect-finding-unsigned-remedy = Bring the signed package that is published, for example the one in the store.
inspect-finding-store-copy-what = This is a copy from a store; the developer’s own signing certificate is not in it.
inspect-finding-store-copy-why = The store signs what it hands out with its own certificate, whose fingerprint is not the one to be filed.
inspect-finding-store-copy-remedy = Ask the developers for the package as it was before it went to the store, or for the distribution certificate.
inspect-finding-store-signed-what = This is a copy from a store; the values above are those of a certificate listed in its profile.
inspect-finding-store-signed-why = The store signs what it hands out with its own certificate, and a profile may list several.
inspect-finding-store-signed-remedy = Ask the developers whether it is the one they publish with, or read the package as it was before it went to the store.
inspect-finding-debug-certificate-what = It is signed with a debug certificate ({ $subject }).
inspect-finding-debug-certificate-why = Development tools make that certificate by themselves. The published App has another one, so its fingerprint would not match when the filing is inspected.
inspect-finding-debug-certificate-remedy = Ask the developers for a release build signed with the real key, and read that.
inspect-finding-development-what = This is a certificate or profile for development{ $subject }.
inspect-finding-development-why = The store’s version is signed with the distribution certificate, which has another fingerprint and key.
inspect-finding-development-remedy = Bring a package signed with the distribution certificate, or that certificate itself.
inspect-finding-wrong-platform-what = This file is for { $found }; the platform you named is { $filed }.
inspect-finding-wrong-platform-why = Package name, key and fingerprint are filed for each platform; they differ.
inspect-finding-wrong-platform-remedy = Bring the package for { $filed }, or add { $found } as another platform.
inspect-finding-only-jar-what = It has a v1 (JAR) signature only.
inspect-finding-only-jar-why = The fingerprint can be used. Android 7 and later look for v2 and newer, and Apps made for Android 11 must have v2.
inspect-finding-only-jar-remedy = When it is built again, sign with v2 and v3 too. The certificate stays, and so do the values filed.
inspect-finding-several-signers-what = It has { $count } signers; the values above are those of the first.
inspect-finding-several-signers-why = One certificate is filed per platform.
inspect-finding-several-signers-remedy = Ask the developers which one counts. All of them are listed below.
inspect-finding-schemes-disagree-what = The signing schemes name different certificates: { $others } differs from the one above.
inspect-finding-schemes-disagree-why = Older and newer systems see different certificates. Usually a wrong key was used when it was built.
inspect-finding-schemes-disagree-remedy = Ask the developers for the real key and have everything signed with it.
inspect-finding-upload-key-what = An App Bundle (AAB) is signed with the upload key.
inspect-finding-upload-key-why = The store may sign what people install with another key; then the upload key’s fingerprint does not match.
inspect-finding-upload-key-remedy = Download a signed APK from the store’s console and read that, or file the app signing certificate shown there.
inspect-finding-limited-profile-what = The profile is for { $purpose }.
inspect-finding-limited-profile-why = The store’s version may be signed with another distribution certificate.
inspect-finding-limited-profile-remedy = If the App goes to the store, make sure it is the same certificate.
inspect-finding-rotated-what = The signing key was replaced; { $earlier } came before the certificate above.
inspect-finding-rotated-why = The filing goes by the present certificate.
inspect-finding-rotated-remedy = If an earlier one stands in the filing, file a change.
inspect-finding-unknown-scheme-what = There is another signature of a kind we do not know ({ $id }).
inspect-finding-unknown-scheme-why = Some stores and channels add data of their own. The values above are not touched by it.
inspect-finding-unknown-scheme-remedy = Nothing to do.

## Findings: the certificate
inspect-finding-expired-what = The certificate ended on { $until }.
inspect-finding-expired-why = No new version can be signed with it; what is published from now on has another certificate.
inspect-finding-expired-remedy = If there is a new certificate, read a package signed with that one.
inspect-finding-expires-soon-what = The certificate ends in { $days } days ({ $until }).
inspect-finding-expires-soon-why = A new certificate has another fingerprint, and the filing must follow.
inspect-finding-expires-soon-remedy = If it is to be replaced soon, do that first and file then; it saves a change.
inspect-finding-not-yet-valid-what = The certificate begins on { $from } only.
inspect-finding-not-yet-valid-why = Usually the clock was wrong where it was made.
inspect-finding-not-yet-valid-remedy = Ask the developers whether this is the certificate of the published App.
inspect-finding-profile-expired-what = The profile ended on { $until }.
inspect-finding-profile-expired-why = The fingerprint is the certificate’s and can be used, but the package may not be the latest.
inspect-finding-profile-expired-remedy = Make sure that the version in the store has the same certificate.
inspect-finding-weak-key-what = The key has { $bits } bits only.
inspect-finding-weak-key-why = 2,048 and more are usual today.
inspect-finding-weak-key-remedy = The filing is not touched by it; take 2,048 or more with the next key.
inspect-finding-weak-signature-what = The certificate is signed with { $algorithm }.
inspect-finding-weak-signature-why = MD5 is no longer safe, but here the certificate only tells one App from another.
inspect-finding-weak-signature-remedy = The filing is not touched by it.

## Findings: the App
inspect-finding-debuggable-what = This is a debug build.
inspect-finding-debuggable-why = Stores do not take debug builds, and the published one may have another certificate.
inspect-finding-debuggable-remedy = Read the release build.
inspect-finding-name-missing-what = The package has no App name.
inspect-finding-name-missing-why = The name filed must be the one people see.
inspect-finding-name-missing-remedy = Ask the developers to set it, and file the name shown in the store.
inspect-finding-name-placeholder-what = “{ $label }” is a name that development tools write by themselves.
inspect-finding-name-placeholder-why = Placeholders are not filed, and the name must be that of the real App.
inspect-finding-name-placeholder-remedy = Ask the developers for the real name, and read the package built with it.
inspect-finding-name-emoji-what = The name “{ $label }” has an emoji.
inspect-finding-name-emoji-why = A name with an emoji is not filed, and the name must be that of the real App.
inspect-finding-name-emoji-remedy = Ask the developers to take it out; the name is the same on all platforms.
inspect-finding-icon-missing-what = The package has no picture that could be the icon.
inspect-finding-icon-missing-why = The form wants a picture of at most 100 KB. There is no bitmap of 96 pixels or more, perhaps a drawing only.
inspect-finding-icon-missing-remedy = Ask the designers for the icon as PNG and hand it in with the filing.

## Findings: beside what was typed
inspect-finding-name-differs-what = You typed the name “{ $filed }”; the package says “{ $label }”.
inspect-finding-name-differs-why = The name filed must be that of the real App, the same on all platforms.
inspect-finding-name-differs-remedy = File “{ $label }”, or have it built with the other name.
inspect-finding-name-nearly-what = “{ $filed }”, which you typed, and “{ $label }” in the package differ in spaces, capitals or width only.
inspect-finding-name-nearly-why = Reviewers compare letter by letter.
inspect-finding-name-nearly-remedy = File “{ $label }”.
inspect-finding-package-name-differs-what = You typed the package name { $filed }; the package says { $found }.
inspect-finding-package-name-differs-why = The package name is what the App is known by. Every letter counts, also capitals and spaces.
inspect-finding-package-name-differs-remedy = File { $found }. If what you typed is right, bring the package of that App.
inspect-finding-fingerprint-shape-what = “{ $filed }” does not look like a fingerprint.
inspect-finding-fingerprint-shape-why = MD5 has 32 digits, SHA-1 40, SHA-256 64: numbers and the letters a to f.
inspect-finding-fingerprint-shape-remedy = File { $wanted }.
inspect-finding-fingerprint-other-digest-what = It is the right certificate, but you typed its { $digest } fingerprint; here { $wanted-digest } is asked for.
inspect-finding-fingerprint-other-digest-why = One certificate has several fingerprints; each platform takes one of them.
inspect-finding-fingerprint-other-digest-remedy = File the { $wanted-digest }: { $wanted }.
inspect-finding-fingerprint-other-what = The fingerprint you typed belongs to { $whose } ({ $subject }).
inspect-finding-fingerprint-other-why = The filing asks for the App’s own, present signing certificate.
inspect-finding-fingerprint-other-remedy = File { $wanted }.
inspect-finding-certificate-differs-what = The fingerprint you typed, { $filed }, belongs to no certificate in this file.
inspect-finding-certificate-differs-why = Usually the signing key was replaced, or this is not the package that is published.
inspect-finding-certificate-differs-remedy = If this is the published package, file { $wanted }; where it is filed already, file a change.
inspect-finding-public-key-other-what = The public key you typed belongs to { $whose } ({ $subject }).
inspect-finding-public-key-other-why = The filing asks for the key of the App’s own, present signing certificate.
inspect-finding-public-key-other-remedy = Copy the public key from above.
inspect-finding-public-key-differs-what = The public key you typed belongs to no certificate in this file.
inspect-finding-public-key-differs-why = Usually the signing key was replaced, or a piece was left out in copying.
inspect-finding-public-key-differs-remedy = Copy the public key from above; where it is filed already, file a change.
inspect-finding-fingerprint-separated-what = The fingerprint is right, but has colons, spaces, hyphens or a heading.
inspect-finding-fingerprint-separated-why = The form takes digits and letters in one piece.
inspect-finding-fingerprint-separated-remedy = File { $wanted }.
inspect-finding-fingerprint-capitals-what = The fingerprint is right; its letters are capitals.
inspect-finding-fingerprint-capitals-why = Capitals mean the same; small letters are usual.
inspect-finding-fingerprint-capitals-remedy = You may file { $wanted }.

## Not read
inspect-refused-title = This file could not be read
inspect-refused-part = Where: { $part }
inspect-refused-not-a-package = { $likeness }
inspect-refused-not-a-package-do = { $instead }
inspect-refused-encrypted = A part of the file ({ $part }) is encrypted; only a device or the store has the key.
inspect-refused-encrypted-do = Bring the package as it was built, not one taken from a phone or a store.
inspect-refused-truncated = The file is not whole; it ends in { $part }.
inspect-refused-truncated-do = Usually a download stopped early. Download or copy it again.
inspect-refused-damaged = The file is damaged: { $part } cannot be understood ({ $what }).
inspect-refused-damaged-do = Download or build it again. If a phone installs it, let us see the file.
inspect-refused-incomplete = The file lacks { $part }.
inspect-refused-incomplete-do = Bring the whole package: apk or aab for Android, ipa for iOS, hap or app for HarmonyOS, or the signing certificate.
inspect-refused-hostile = The file is put together in an unusual way ({ $trick }, { $part }). Different programs would read different things in it, so we do not read it.
inspect-refused-hostile-do = Bring the package as the build tools made it, before anything was hardened or changed.
inspect-refused-too-much = { $part } is more than the limit of { $most }.
inspect-refused-too-much-do = Bring a smaller file: a single APK of the same App, or the signing certificate alone.
inspect-refused-unknown-scheme = It is signed in a way we do not know yet ({ $id }).
inspect-refused-unknown-scheme-do = Ask the developers to export the signing certificate (.cer or .pem), and bring that.
inspect-refused-password-needed = This is a keystore; a password opens it.
inspect-refused-password-needed-do = Type the keystore’s password. Or ask the developers to export the certificate alone: it needs no password and holds no private key.
inspect-refused-password-wrong = The password does not open this keystore.
inspect-refused-password-wrong-do = Look at capitals and spaces at the ends; it is the password of the keystore, not that of one key.
inspect-refused-unreadable = Reading the file failed: { $what }
inspect-refused-unreadable-do = Try again.

inspect-likeness-empty = The file is empty: it has no bytes at all.
inspect-likeness-empty-do = Usually a download stopped early. Download or copy it again.
inspect-likeness-archive = This is an ordinary ZIP archive without a package’s contents.
inspect-likeness-archive-do = If the package is inside, unpack it and bring the apk, ipa or hap.
inspect-likeness-other-archive = This is an archive (RAR, 7z, tar or the like).
inspect-likeness-other-archive-do = Unpack it and bring the package or certificate inside.
inspect-likeness-picture = This is a picture.
inspect-likeness-picture-do = Values are easily misread from a screenshot; bring the package or certificate itself.
inspect-likeness-document = This is a document (PDF, Word, Excel or the like).
inspect-likeness-document-do = Bring the package or certificate itself.
inspect-likeness-program = This is a program for a computer.
inspect-likeness-program-do = Apps for phones are filed: bring an apk for Android, an ipa for iOS, a hap or app for HarmonyOS.
inspect-likeness-disk-image = This is a disk image (DMG, ISO).
inspect-likeness-disk-image-do = Apps for phones are filed: bring an apk for Android, an ipa for iOS, a hap or app for HarmonyOS.
inspect-likeness-web-page = This is a web page, usually a login or error page that was saved in place of the package.
inspect-likeness-web-page-do = Sign in there and download the package again.
inspect-likeness-text = This is text without a certificate in it.
inspect-likeness-text-do = Bring the package, or a certificate that begins with -----BEGIN CERTIFICATE-----.
inspect-likeness-private-key = This is a private key. Keep it to yourself; nobody else should have it, and the filing does not need it. We have not kept it.
inspect-likeness-private-key-do = Bring the certificate (.cer, .pem). If this key was given to others before, replace it.
inspect-likeness-certificate-request = This is a request for a certificate (CSR), not yet a certificate.
inspect-likeness-certificate-request-do = Hand it to Apple’s or Huawei’s developer console and bring the certificate (.cer) you get.
inspect-likeness-unknown = We cannot tell what kind of file this is.
inspect-likeness-unknown-do = Bring an apk or aab for Android, an ipa for iOS, a hap or app for HarmonyOS, or the signing certificate.

inspect-trick-duplicate-name = two parts of one name
inspect-trick-overlap = parts that overlap
inspect-trick-escape = a name that leads out of it
inspect-trick-bomb = unpacks to more than it says
inspect-trick-length = lengths beyond the file
inspect-trick-depth = nested too deeply
inspect-trick-name-mismatch = names that differ between directory and part

## Spellings
inspect-spelling-md5 = MD5 fingerprint (证书 MD5 指纹)
inspect-spelling-md5-upper = MD5 fingerprint, capitals
inspect-spelling-md5-colons = MD5 fingerprint, colons
inspect-spelling-sha1 = SHA-1 fingerprint (证书指纹)
inspect-spelling-sha1-upper = SHA-1 fingerprint, capitals
inspect-spelling-sha1-colons = SHA-1 fingerprint, colons
inspect-spelling-sha256 = SHA-256 fingerprint
inspect-spelling-sha256-upper = SHA-256 fingerprint, capitals
inspect-spelling-sha256-colons = SHA-256 fingerprint, colons
inspect-spelling-key-pem = Public key, PEM
inspect-spelling-key-hex = Public key, DER in hex
inspect-spelling-key-bits = Public key (公钥)
inspect-spelling-modulus-hex = Modulus of the key, hex
inspect-spelling-modulus-decimal = Modulus of the key, decimal
inspect-spelling-exponent = Exponent of the key
inspect-spelling-point = Point of the key, hex
