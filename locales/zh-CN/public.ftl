# 公开页面：首页、查询、注册、登录。

public-brand = { $provider }备案
public-nav-query = 备案查询
public-nav-sign-in = 登录
public-nav-sign-up = 注册
public-email = 电子邮箱
public-password = 密码

## 首页
public-home-tab = 网站备案
public-home-title = 网站备案，一次办好
public-home-lead = 网站在中国内地开通之前要先备案。在{ $provider }这里填写、上传、提交，每一步都告诉你现在该做什么、由谁处理、到什么时候。
public-home-start = 开始备案
public-home-line = 从填写到备案号
public-home-time-fill = 约 20 分钟
public-home-time-check = 约 1 分钟
public-home-time-review = { $n } 个工作日内
public-home-time-phone = 24 小时内
public-home-time-authority = 最长 { $n } 个工作日
public-home-who-you = 你填写，随时可以离开
public-home-who-system = 系统自动检查
public-home-who-reviewer = 备案专员审核
public-home-who-persons = 负责人回复工信部短信
public-home-who-authority = 所在省的通信管理局
public-home-who-done = 得到备案号
public-home-need = 准备好这些再开始
public-home-need-licence = 营业执照等主办单位证件（个人备案不用）
public-home-need-cards = 主体负责人和网站负责人的身份证
public-home-need-photo = 网站负责人白墙前的照片，手机现拍
public-home-need-domain = 域名证书，域名已完成实名认证
public-home-need-server = 一台包年包月三个月以上的内地服务器
public-home-need-law = 依据《非经营性互联网信息服务备案管理办法》（信息产业部令第 33 号）。
public-home-query = 查一查备案

## 查询
public-query-title = 备案查询
public-query-lead = 按域名、备案号或主办单位全称，查在本平台备案的网站。
public-query-label = 查什么
public-query-hint = 例如 example.cn、浙ICP备20260001号-1，或主办单位的全称。
public-query-do = 查询
public-query-none = 没有找到“{ $asked }”
public-query-none-text = 本平台没有这条备案。它可能备案在别的服务商，或者还没有备案。全国的备案可以在工信部网站查。
public-query-ministry = 去工信部网站查
public-query-found = 找到 { $n } 条备案
public-query-subject = 主办单位
public-query-nature = 单位性质
public-query-subject-number = 主体备案号
public-query-service-number = 网站备案号
public-query-service = 网站名称
public-query-domain = 域名
public-query-granted = 审核通过日期

## 登录
public-sign-in-title = 登录
public-sign-in-lead = 登录后接着填写，或看订单到了哪一步。
public-sign-in-do = 登录
public-sign-in-to-sign-up = 还没有账号？注册一个
public-sign-in-locked = 密码错的次数太多，为了保护账号，{ $n } 分钟后再来登录。

## 注册
public-sign-up-title = 注册账号
public-sign-up-lead = 一个账号可以备案多个网站。你是账号所有者。
public-sign-up-kind = 账号属于谁
public-sign-up-kind-organisation = 公司、个体工商户、机关、事业单位、社会组织
public-sign-up-kind-person = 以自己的名义备案个人网站
public-sign-up-account = 账号名称
public-sign-up-account-hint = 单位写单位名称；个人可以不填，用你的姓名。
public-sign-up-name = 你的姓名
public-sign-up-email-hint = 用来登录和接收通知。
public-sign-up-password-hint = 至少 10 个字符，一句自己记得住的话就很好。
public-sign-up-do = 注册
public-sign-up-to-sign-in = 已有账号？去登录

## 登录过期时填的内容
public-sign-in-kept = 登录过期了。你刚才填的内容还在，登录后就能接着保存。
public-kept-title = 你刚才填的内容还在
public-kept-lead = 登录过期时提交的内容没有丢，点一下就保存。
public-kept-do = 接着保存
public-kept-drop = 不保存，回到页面

## App 安装包读取
public-nav-app = App 备案信息读取
public-app-title = 读出 App 备案要填的信息
public-app-lead = 上传安装包或签名证书，马上得到包名、公钥、证书指纹和图标，连同怎么填、哪里不对。不用登录，文件不保留。
public-app-file = 安装包或证书
public-app-file-hint = 安卓 apk、aab，苹果 ipa，鸿蒙 hap、app；也可以只传签名证书（cer、pem、p7b、mobileprovision）或密钥库（p12、jks）。
public-app-do = 读取
public-app-none = 选一个安装包或证书
public-app-again = 再读一个文件
public-app-read = 读自 { $name }
public-app-compare = 和已经填的比一比
public-app-compare-lead = 填上准备备案或已经备案的内容，结果里会指出哪里不一致。
public-app-name = APP 名称
public-app-package = 包名或 Bundle ID
public-app-fingerprint = 证书指纹
public-app-fingerprint-hint = 照原样粘贴，带不带冒号、大写小写都可以。
public-app-key = 公钥
public-app-key-hint = 照原样粘贴，哪种写法都可以。
public-app-keystore = 文件是密钥库（p12、jks）
public-app-password = 密钥库密码
public-app-password-hint = 只在这一次读取时用，不保存也不记录。只传证书就不用密码。
public-app-promise = 文件怎么处理
public-app-promise-kept = 文件只在读取时临时放在服务器上，读完、出错或你关掉页面都会立刻删除。文件、结果和你填的内容都不保存，也不写进日志。
public-app-promise-seen = 签名证书里可能有开发者的姓名、公司和邮箱，它们本来就在每个安装包里公开，这里会原样显示给你。
public-app-promise-key = 密钥库里有私钥。读取只用到证书，私钥不会显示。不放心的话，只传证书就够了。

## 首页上的工具
public-home-app = 备案 App
public-home-app-text = 包名、公钥、证书指纹不用手抄，上传安装包就能读出来，还能查出常见的填写差错。
public-home-app-do = 读取 App 备案信息
