# App 安装包、证书和密钥库：读出的内容、检查结果、读不了的原因。

## 平台
inspect-platform-android = 安卓
inspect-platform-ios = 苹果 iOS
inspect-platform-harmony-os = 鸿蒙

## 文件类型
inspect-kind-apk = 安卓安装包（APK）
inspect-kind-aab = 安卓应用捆绑包（AAB）
inspect-kind-apk-bundle = 多个 APK 的合集（XAPK、APKS）
inspect-kind-ipa = 苹果安装包（IPA）
inspect-kind-hap = 鸿蒙模块（HAP、HSP）
inspect-kind-harmony-app = 鸿蒙安装包（APP）
inspect-kind-apple-profile = 苹果描述文件（mobileprovision）
inspect-kind-harmony-profile = 鸿蒙 Profile 文件（p7b）
inspect-kind-certificates = 证书
inspect-kind-pkcs12 = PKCS#12 密钥库（p12、pfx）
inspect-kind-jks = Java 密钥库（jks、keystore）

## 签名方式
inspect-scheme-jar = v1（JAR 签名）
inspect-scheme-v2 = v2
inspect-scheme-v3 = v3
inspect-scheme-v31 = v3.1
inspect-scheme-code-signature = 苹果代码签名
inspect-scheme-profile = 描述文件里的证书
inspect-scheme-harmony-block = 鸿蒙签名块
inspect-scheme-bare = 证书文件
inspect-scheme-keystore = 密钥库条目

## 为什么以它为准
inspect-why-only = 文件里只有这一张证书。
inspect-why-all-agree = 各种签名方式用的都是这一张证书。
inspect-why-newest-scheme = 各种签名方式用的证书不同，新系统认最新的签名方式，所以以它为准。
inspect-why-rotated = 签名密钥更换过，现在用的是这一张，应用商店和备案都以现在的为准。
inspect-why-leaf = 证书链里只有这一张是 App 自己的，其余是签发机构的。
inspect-why-first-of-several = 有多个签名者，取第一个。

## 用途
inspect-purpose-development = 开发调试
inspect-purpose-ad-hoc = 指定设备（Ad Hoc）
inspect-purpose-enterprise = 企业内部分发
inspect-purpose-distribution = 应用商店发布

## 摘要算法
inspect-digest-md5 = MD5
inspect-digest-sha1 = SHA-1
inspect-digest-sha256 = SHA-256

## 是谁的
inspect-whose-issuer = 同一证书链里签发机构的证书
inspect-whose-earlier = 更换密钥之前的旧证书
inspect-whose-other-signer = 文件里另一个签名者或条目的证书

## 轻重
inspect-severity-block = 要先改
inspect-severity-warn = 请核对
inspect-severity-info = 供参考

## 结果页
inspect-report-title = App 备案信息
inspect-asked-title = 备案表单要填的
inspect-asked-for = { $spelling }（{ $platforms }）
inspect-asked-from = 取自证书 { $subject }。{ $why }
inspect-asked-none = 没有可以填的公钥和指纹，因为文件里没有签名证书。
inspect-asked-package = 包名
inspect-asked-bundle = Bundle ID（包名）
inspect-asked-platform = 运行平台
inspect-app-title = App
inspect-app-name = APP 名称
inspect-app-names = 其他语言的名称
inspect-app-icon = APP 图标
inspect-app-icon-save = 保存图标
inspect-app-icon-about = { $width } × { $height } 像素，{ $size }，符合表单要求
inspect-app-version = 版本
inspect-app-system = 最低系统版本
inspect-app-target = 目标系统版本
inspect-app-permissions = 申请的权限（{ $n } 项）
inspect-file-title = 文件
inspect-file-kind = 文件类型
inspect-file-size = 文件大小
inspect-team = 开发团队
inspect-purpose = 用途
inspect-profile-until = 描述文件有效期至
inspect-findings-title = 检查结果
inspect-findings-first = 先看检查结果：有 { $n } 处要先改，再复制下面的值。
inspect-findings-go = 检查结果
inspect-findings-none = 没有发现问题。
inspect-findings-none-compared = 没有发现问题，与你填的一致。
inspect-spellings-title = 其他写法
inspect-spellings-lead = 同一张证书的其他写法，别的表单或工具要用时从这里复制。
inspect-signers-title = 证书和签名方式
inspect-signer-counts = 以这一张为准
inspect-signer-from = API { $from } 起
inspect-signer-to = API { $to } 及以下
inspect-signer-between = API { $from } 到 { $to }
inspect-certificate-subject = 持有者
inspect-certificate-issuer = 签发者
inspect-certificate-self = 自己签发
inspect-certificate-serial = 序列号
inspect-certificate-valid = 有效期
inspect-certificate-range = { $from } 至 { $until }
inspect-certificate-key = 密钥
inspect-certificate-algorithm = 签名算法
inspect-certificate-leaf = App 的证书
inspect-certificate-issuers = 上级证书
inspect-certificate-earlier = 以前的证书
inspect-key-rsa = RSA { $bits } 位
inspect-key-ec = 椭圆曲线 { $curve }
inspect-key-dsa = DSA { $bits } 位
inspect-key-other = { $oid }

## 检查结果：签名
inspect-finding-unsigned-what = 这个安装包没有签名。
inspect-finding-unsigned-why = 公钥和指纹来自签名证书，没有签名就没有可以填的值。
inspect-finding-unsigned-remedy = 换成正式发布的、签过名的安装包，比如上架应用商店的那一个。
inspect-finding-store-copy-what = 这是从应用商店下载的副本，里面没有开发者自己的签名证书。
inspect-finding-store-copy-why = 商店会用自己的证书重新签名，那张证书的指纹不是备案要的。
inspect-finding-store-copy-remedy = 请开发人员给出打包后、上架前的安装包，或直接上传发布证书。
inspect-finding-store-signed-what = 这是从应用商店下载的副本，上面的值取自描述文件里列出的证书。
inspect-finding-store-signed-why = 商店会用自己的证书重新签名，描述文件里可能列了几张证书。
inspect-finding-store-signed-remedy = 向开发人员确认发布用的是这一张，或用上架前的安装包再读一次。
inspect-finding-debug-certificate-what = 签名用的是调试证书（{ $subject }）。
inspect-finding-debug-certificate-why = 调试证书由开发工具自动生成，和正式发布用的证书不同，填了它的指纹，核查时会对不上。
inspect-finding-debug-certificate-remedy = 请开发人员用正式的签名密钥打一个发布版（release），再来读取。
inspect-finding-development-what = 这是开发调试用的证书或描述文件{ $subject }。
inspect-finding-development-why = 上架用的是发布证书，它的指纹和公钥与开发证书不同。
inspect-finding-development-remedy = 换成用发布证书（Distribution）签名的安装包，或直接上传发布证书。
inspect-finding-wrong-platform-what = 这是{ $found }的文件，而你填的平台是{ $filed }。
inspect-finding-wrong-platform-why = 每个平台的包名、公钥和指纹分别填写，各不相同。
inspect-finding-wrong-platform-remedy = 上传{ $filed }的安装包，或为{ $found }另加一条平台信息。
inspect-finding-only-jar-what = 只有 v1（JAR）签名。
inspect-finding-only-jar-why = 指纹仍然可用，但安卓 7 以后的系统用 v2 及以上的签名，面向安卓 11 的 App 必须有 v2。
inspect-finding-only-jar-remedy = 如果还会重新打包，请同时加上 v2 和 v3 签名，证书不变，备案的值也不变。
inspect-finding-several-signers-what = 有 { $count } 个签名者，上面显示的是第一个的值。
inspect-finding-several-signers-why = 备案每个平台只填一张证书。
inspect-finding-several-signers-remedy = 向开发人员确认以哪一个为准，所有证书都列在下面。
inspect-finding-schemes-disagree-what = 各种签名方式用的证书不同：{ $others }与上面显示的不一样。
inspect-finding-schemes-disagree-why = 不同版本的系统会认到不同的证书，多半是打包时用错了密钥。
inspect-finding-schemes-disagree-remedy = 向开发人员确认正式的密钥，用同一个密钥重新签名。
inspect-finding-upload-key-what = 应用捆绑包（AAB）用的是上传密钥。
inspect-finding-upload-key-why = 商店可能用另一个密钥为用户拿到的安装包签名，这时上传密钥的指纹对不上。
inspect-finding-upload-key-remedy = 从商店后台下载签过名的 APK 来读取，或填后台显示的应用签名证书。
inspect-finding-limited-profile-what = 描述文件的用途是{ $purpose }。
inspect-finding-limited-profile-why = 上架应用商店时可能用另一张发布证书。
inspect-finding-limited-profile-remedy = 如果会上架，请确认上架用的是同一张证书。
inspect-finding-rotated-what = 签名密钥更换过 { $earlier } 次，上面显示的是现在的证书。
inspect-finding-rotated-why = 备案以现在的证书为准。
inspect-finding-rotated-remedy = 如果以前备案时填的是旧证书，请办理变更。
inspect-finding-unknown-scheme-what = 还有一种我们不认识的签名（{ $id }）。
inspect-finding-unknown-scheme-why = 一些应用商店和渠道会加上自己的数据，不影响上面的值。
inspect-finding-unknown-scheme-remedy = 不用处理。

## 检查结果：证书
inspect-finding-expired-what = 证书已在 { $until } 到期。
inspect-finding-expired-why = 到期的证书不能再签新版本，之后发布的 App 会用另一张证书。
inspect-finding-expired-remedy = 如果已经换了新证书，请读取用新证书签名的安装包。
inspect-finding-expires-soon-what = 证书还有 { $days } 天到期（{ $until }）。
inspect-finding-expires-soon-why = 换证书之后指纹会变，备案也要跟着变更。
inspect-finding-expires-soon-remedy = 如果近期会换证书，等换好再备案，可以少办一次变更。
inspect-finding-not-yet-valid-what = 证书从 { $from } 才开始生效。
inspect-finding-not-yet-valid-why = 多半是生成证书的电脑时间不准。
inspect-finding-not-yet-valid-remedy = 向开发人员确认这是正式发布用的证书。
inspect-finding-profile-expired-what = 描述文件已在 { $until } 到期。
inspect-finding-profile-expired-why = 指纹来自证书，仍然可用；但这个安装包可能不是最新的。
inspect-finding-profile-expired-remedy = 确认现在上架的版本用的是同一张证书。
inspect-finding-weak-key-what = 密钥只有 { $bits } 位。
inspect-finding-weak-key-why = 现在一般要求 2048 位以上。
inspect-finding-weak-key-remedy = 不影响备案；下次更换密钥时用 2048 位以上的。
inspect-finding-weak-signature-what = 证书的签名算法是 { $algorithm }。
inspect-finding-weak-signature-why = MD5 已经不安全，但这里只用证书辨认 App。
inspect-finding-weak-signature-remedy = 不影响备案。

## 检查结果：App
inspect-finding-debuggable-what = 这是调试版。
inspect-finding-debuggable-why = 应用商店不收调试版，正式版的证书可能不同。
inspect-finding-debuggable-remedy = 用发布版（release）安装包读取。
inspect-finding-name-missing-what = 安装包里没有 App 名称。
inspect-finding-name-missing-why = 备案的 APP 名称要和用户看到的一致。
inspect-finding-name-missing-remedy = 请开发人员设置名称，备案时填商店里显示的名称。
inspect-finding-name-placeholder-what = 名称“{ $label }”是开发工具自动写的。
inspect-finding-name-placeholder-why = 备案不接受占位的名称，APP 名称要和真实的 App 一致。
inspect-finding-name-placeholder-remedy = 请开发人员改成正式的名称，重新打包后再来读取。
inspect-finding-name-emoji-what = 名称“{ $label }”里有表情符号。
inspect-finding-name-emoji-why = 备案的 APP 名称不能有表情符号，又要和真实的 App 一致。
inspect-finding-name-emoji-remedy = 请开发人员去掉表情符号，各平台用同一个名称。
inspect-finding-icon-missing-what = 安装包里没有合适的图标图片。
inspect-finding-icon-missing-why = 表单要一张 100 KB 以内的图片，这里没有 96 像素以上的位图图标，可能只有矢量图。
inspect-finding-icon-missing-remedy = 请设计人员导出一张 PNG 图标，备案时上传。

## 检查结果：与填写的比较
inspect-finding-name-differs-what = 你填的名称是“{ $filed }”，安装包里是“{ $label }”。
inspect-finding-name-differs-why = APP 名称要和真实的 App 一致，各平台也要相同。
inspect-finding-name-differs-remedy = 改成“{ $label }”，或重新打包。
inspect-finding-name-nearly-what = 你填的“{ $filed }”和安装包里的“{ $label }”只差空格、大小写或全角半角。
inspect-finding-name-nearly-why = 审核会逐字比对。
inspect-finding-name-nearly-remedy = 改成“{ $label }”。
inspect-finding-package-name-differs-what = 你填的包名是 { $filed }，安装包里是 { $found }。
inspect-finding-package-name-differs-why = 包名是 App 的身份，要一字不差；大小写和空格也算。
inspect-finding-package-name-differs-remedy = 改成 { $found }；如果填的没错，就换成那个 App 的安装包。
inspect-finding-fingerprint-shape-what = “{ $filed }”不是证书指纹的样子。
inspect-finding-fingerprint-shape-why = MD5 指纹有 32 位、SHA-1 有 40 位、SHA-256 有 64 位，只有数字和 a 到 f。
inspect-finding-fingerprint-shape-remedy = 填 { $wanted }。
inspect-finding-fingerprint-other-digest-what = 证书是对的，但你填的是 { $digest } 指纹，这里要 { $wanted-digest }。
inspect-finding-fingerprint-other-digest-why = 同一张证书有几种指纹，每个平台只收一种。
inspect-finding-fingerprint-other-digest-remedy = 填 { $wanted-digest }：{ $wanted }。
inspect-finding-fingerprint-other-what = 你填的是{ $whose }（{ $subject }）的指纹。
inspect-finding-fingerprint-other-why = 备案要的是 App 自己现在的签名证书。
inspect-finding-fingerprint-other-remedy = 填 { $wanted }。
inspect-finding-certificate-differs-what = 你填的指纹 { $filed } 不属于这个文件里的任何证书。
inspect-finding-certificate-differs-why = 多半是换过签名密钥，或者这不是正式发布的那个安装包。
inspect-finding-certificate-differs-remedy = 如果这就是正式的安装包，填 { $wanted }；已经备案的请办理变更。
inspect-finding-public-key-other-what = 你填的是{ $whose }（{ $subject }）的公钥。
inspect-finding-public-key-other-why = 备案要的是 App 自己现在的签名证书里的公钥。
inspect-finding-public-key-other-remedy = 从上面复制公钥。
inspect-finding-public-key-differs-what = 你填的公钥不属于这个文件里的任何证书。
inspect-finding-public-key-differs-why = 多半是换过签名密钥，或复制时少了一段。
inspect-finding-public-key-differs-remedy = 从上面复制公钥；已经备案的请办理变更。
inspect-finding-fingerprint-separated-what = 指纹是对的，但带着冒号、空格、横线或标题。
inspect-finding-fingerprint-separated-why = 表单只收连着写的数字和字母。
inspect-finding-fingerprint-separated-remedy = 填 { $wanted }。
inspect-finding-fingerprint-capitals-what = 指纹是对的，只是字母大写。
inspect-finding-fingerprint-capitals-why = 大小写是同一个值，一般写成小写。
inspect-finding-fingerprint-capitals-remedy = 可以填 { $wanted }。

## 读不了
inspect-refused-title = 这个文件读不出来
inspect-refused-part = 位置：{ $part }
inspect-refused-not-a-package = { $likeness }
inspect-refused-not-a-package-do = { $instead }
inspect-refused-encrypted = 文件的一部分（{ $part }）是加密的，只有设备或商店有密钥。
inspect-refused-encrypted-do = 换成打包后直接得到的安装包，而不是从手机或商店导出的。
inspect-refused-truncated = 文件不完整，读到 { $part } 就断了。
inspect-refused-truncated-do = 多半是没有下载完，重新下载或复制一次再来。
inspect-refused-damaged = 文件损坏，{ $part } 读不懂（{ $what }）。
inspect-refused-damaged-do = 重新下载或重新打包；如果在手机上能安装，请把文件交给我们查看。
inspect-refused-incomplete = 文件里缺少 { $part }。
inspect-refused-incomplete-do = 换成完整的安装包：安卓 apk、aab，苹果 ipa，鸿蒙 hap、app，或者签名证书。
inspect-refused-hostile = 文件的结构不正常（{ $trick }，{ $part }），不同的软件会读出不同的内容，所以不读。
inspect-refused-hostile-do = 换成打包工具直接生成的、没有加固或改过的安装包。
inspect-refused-too-much = { $part }超过了上限（{ $most }）。
inspect-refused-too-much-do = 改用较小的文件：同一个 App 的单个 APK，或者只上传签名证书。
inspect-refused-unknown-scheme = 签名方式（{ $id }）我们还不认识。
inspect-refused-unknown-scheme-do = 请开发人员导出签名证书（.cer 或 .pem），直接上传证书。
inspect-refused-password-needed = 这是密钥库，要有密码才能打开。
inspect-refused-password-needed-do = 填上密钥库密码；也可以请开发人员只导出证书，证书不用密码，也不含私钥。
inspect-refused-password-wrong = 密码打不开这个密钥库。
inspect-refused-password-wrong-do = 核对大小写和前后空格；注意是密钥库密码，不是某一条密钥的密码。
inspect-refused-unreadable = 读文件时出错：{ $what }
inspect-refused-unreadable-do = 再试一次。

inspect-likeness-empty = 文件是空的，一个字节也没有。
inspect-likeness-empty-do = 多半是没有下载完，重新下载或复制一次再来。
inspect-likeness-archive = 这是一个普通的 ZIP 压缩包，里面没有安装包的内容。
inspect-likeness-archive-do = 如果安装包在压缩包里，先解压，再上传里面的 apk、ipa 或 hap。
inspect-likeness-other-archive = 这是压缩包（RAR、7z、tar 等）。
inspect-likeness-other-archive-do = 先解压，再上传里面的安装包或证书。
inspect-likeness-picture = 这是图片。
inspect-likeness-picture-do = 截图里的值容易看错，请上传安装包或证书本身。
inspect-likeness-document = 这是文档（PDF、Word、Excel 等）。
inspect-likeness-document-do = 请上传安装包或证书本身。
inspect-likeness-program = 这是电脑上的程序。
inspect-likeness-program-do = 备案的是手机 App，请上传安卓 apk、苹果 ipa 或鸿蒙 hap、app。
inspect-likeness-disk-image = 这是磁盘映像（DMG、ISO）。
inspect-likeness-disk-image-do = 备案的是手机 App，请上传安卓 apk、苹果 ipa 或鸿蒙 hap、app。
inspect-likeness-web-page = 这是网页，多半是下载时存成了登录页或出错页。
inspect-likeness-web-page-do = 登录之后重新下载安装包。
inspect-likeness-text = 这是文本，里面没有证书。
inspect-likeness-text-do = 请上传安装包，或者以 -----BEGIN CERTIFICATE----- 开头的证书。
inspect-likeness-private-key = 这是私钥。私钥要自己保管，不要发给任何人，备案也用不到。我们没有保留它。
inspect-likeness-private-key-do = 请上传证书（.cer、.pem）；如果这把私钥已经发给过别人，请更换密钥。
inspect-likeness-certificate-request = 这是证书申请文件（CSR），还不是证书。
inspect-likeness-certificate-request-do = 把它交给苹果或华为的开发者后台，换回证书（.cer）再上传。
inspect-likeness-unknown = 看不出这是什么文件。
inspect-likeness-unknown-do = 请上传安卓 apk、aab，苹果 ipa，鸿蒙 hap、app，或者签名证书。

inspect-trick-duplicate-name = 有同名的内容
inspect-trick-overlap = 内容互相重叠
inspect-trick-escape = 名称指向包外
inspect-trick-bomb = 解压后远大于所写的大小
inspect-trick-length = 长度超出文件
inspect-trick-depth = 层次过深
inspect-trick-name-mismatch = 目录与内容的名称不一致

## 写法
inspect-spelling-md5 = 证书 MD5 指纹
inspect-spelling-md5-upper = 证书 MD5 指纹，大写
inspect-spelling-md5-colons = 证书 MD5 指纹，带冒号
inspect-spelling-sha1 = 证书 SHA-1 指纹
inspect-spelling-sha1-upper = 证书 SHA-1 指纹，大写
inspect-spelling-sha1-colons = 证书 SHA-1 指纹，带冒号
inspect-spelling-sha256 = 证书 SHA-256 指纹
inspect-spelling-sha256-upper = 证书 SHA-256 指纹，大写
inspect-spelling-sha256-colons = 证书 SHA-256 指纹，带冒号
inspect-spelling-key-pem = 公钥，PEM
inspect-spelling-key-hex = 公钥，DER 十六进制
inspect-spelling-key-bits = 公钥
inspect-spelling-modulus-hex = 公钥的模数，十六进制
inspect-spelling-modulus-decimal = 公钥的模数，十进制
inspect-spelling-exponent = 公钥的指数
inspect-spelling-point = 公钥的点，十六进制
