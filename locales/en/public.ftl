# Public pages: home, query, signing up and in.

public-brand = { $provider } · Filing
public-nav-query = Look up a filing
public-nav-sign-in = Sign in
public-nav-sign-up = Sign up
public-email = E-mail
public-password = Password

## Home
public-home-tab = ICP filing
public-home-title = File your website, once and right
public-home-lead = A website must be filed (备案) before it opens in mainland China. At { $provider } you fill in, upload and submit; every page says what to do now, who acts next, and until when.
public-home-start = Start a filing
public-home-line = From the first answer to the number
public-home-time-fill = about 20 minutes
public-home-time-check = about a minute
public-home-time-review = within { $n } working days
public-home-time-phone = within 24 hours
public-home-time-authority = { $n } working days at most
public-home-who-you = You; leave and return as you like
public-home-who-system = Automatic
public-home-who-reviewer = Our reviewer
public-home-who-persons = The persons in charge answer an SMS
public-home-who-authority = The authority of the province
public-home-who-done = You have the number
public-home-need = Have these at hand
public-home-need-licence = The business licence (营业执照) or other certificate, unless you file as an individual
public-home-need-cards = Identity cards of the two persons in charge
public-home-need-photo = A photo of the website’s person in charge before a white wall, taken with a phone
public-home-need-domain = The domain certificate, with a verified owner
public-home-need-server = A server in mainland China, subscribed for three months or more
public-home-need-law = By the Measures for the filing of non-commercial internet information services (信息产业部令第 33 号).
public-home-query = Look up a filing

## Query
public-query-title = Look up a filing (备案查询)
public-query-lead = Websites filed here, by domain, number or the full name of the subject.
public-query-label = What to look up
public-query-hint = For example example.cn, 浙ICP备20260001号-1, or the subject’s full name.
public-query-do = Look up
public-query-none = Nothing found for “{ $asked }”
public-query-none-text = There is no such filing here. It may stand with another provider, or not be filed yet. The ministry’s site knows all filings of the country.
public-query-ministry = Look it up at the ministry
public-query-found = { $n ->
    [one] One filing found
   *[other] { $n } filings found
}
public-query-subject = Subject (主办单位)
public-query-nature = Kind of subject
public-query-subject-number = Subject number (主体备案号)
public-query-service-number = Website number (网站备案号)
public-query-service = Name of the website
public-query-domain = Domain
public-query-granted = Granted on

## Signing in
public-sign-in-title = Sign in
public-sign-in-lead = Go on filling in, or see how your order stands.
public-sign-in-do = Sign in
public-sign-in-to-sign-up = No account yet? Sign up
public-sign-in-locked = { $n ->
    [one] Too many wrong passwords. To protect the account, come back in a minute.
   *[other] Too many wrong passwords. To protect the account, come back in { $n } minutes.
}

## Signing up
public-sign-up-title = Sign up
public-sign-up-lead = One account can file many websites. You will be its owner.
public-sign-up-kind = Whose account is it?
public-sign-up-kind-organisation = A company, a sole trader, a public body, an association
public-sign-up-kind-person = You file a personal website in your own name
public-sign-up-account = Name of the account
public-sign-up-account-hint = The organisation’s name. A person may leave it empty.
public-sign-up-name = Your name
public-sign-up-email-hint = You sign in with it, and notices go there.
public-sign-up-password-hint = At least 10 characters; a sentence you remember is a good one.
public-sign-up-do = Sign up
public-sign-up-to-sign-in = Have an account? Sign in

## Answers that came after the session had ended
public-sign-in-kept = Your session had ended. What you typed is still here; sign in and go on saving it.
public-kept-title = What you typed is still here
public-kept-lead = It arrived after your session had ended. One click saves it.
public-kept-do = Go on saving
public-kept-drop = Leave it and open the page

## Reading App packages
public-nav-app = Read an App package
public-app-title = Get the values for the filing of an App
public-app-lead = Bring the package or the signing certificate and get package name (包名), public key (公钥), certificate fingerprint (证书指纹) and icon at once, with what to mind. No account needed; the file is not kept.
public-app-file = Package or certificate
public-app-file-hint = apk or aab for Android, ipa for iOS, hap or app for HarmonyOS; or the signing certificate alone (cer, pem, p7b, mobileprovision) or a keystore (p12, jks).
public-app-do = Read it
public-app-none = Choose a package or certificate
public-app-again = Read another file
public-app-read = Read from { $name }
public-app-compare = Compare with what was filled in
public-app-compare-lead = Type what is filed or about to be filed; the result says where it differs.
public-app-name = App name (APP 名称)
public-app-package = Package name or Bundle ID (包名)
public-app-fingerprint = Certificate fingerprint (证书指纹)
public-app-fingerprint-hint = Paste it as it is, with or without colons, in capitals or not.
public-app-key = Public key (公钥)
public-app-key-hint = Paste it as it is, in any spelling.
public-app-keystore = The file is a keystore (p12, jks)
public-app-password = Password of the keystore
public-app-password-hint = Used for this one reading, neither kept nor logged. A certificate alone needs none.
public-app-promise = What becomes of the file
public-app-promise-kept = The file lies on the server only while it is read. It is deleted at once when that is done, when it fails, or when you close the page. The file, the result and what you typed are not kept and not logged.
public-app-promise-seen = A signing certificate may name a developer, a company and an e-mail address. They are public in every copy of the package, and are shown to you as they are.
public-app-promise-key = A keystore holds a private key. Only the certificate is looked at, and the private key is never shown. If in doubt, bring the certificate alone.

## The tool on the home page
public-home-app = Filing an App
public-home-app-text = No need to copy package name, public key and fingerprint by hand: they are read from the package, and common mistakes are found.
public-home-app-do = Read an App package
