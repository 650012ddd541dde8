# 备案订单：类型、步骤、经过。

order-kind-first-filing = 首次备案
order-kind-add-service-here = 新增互联网信息服务
order-kind-add-service-elsewhere = 新增互联网信息服务（原备案不在本平台）
order-kind-add-access = 新增接入
order-kind-change-subject = 变更主体
order-kind-change-service = 变更互联网信息服务
order-kind-change-both = 变更备案
order-kind-cancel-access = 取消接入
order-kind-cancel-service = 注销互联网信息服务
order-kind-cancel-subject = 注销主体
order-kind-migrate = 迁移备案
order-kind-claim = 认领备案

order-step-basics = 验证备案类型
order-step-subject = 填写主体信息
order-step-service = 填写网站信息
order-step-access = 选择备案资源
order-step-evidence = 上传资料

order-event-opened = 新建订单
order-event-submitted = 提交初审
order-event-check-passed = 系统预检通过
order-event-check-blocked = 系统预检发现问题
order-event-withdrawn = 撤回修改
order-event-abandoned = 放弃备案
order-event-returned-by-reviewer = 初审驳回
order-event-approved-by-reviewer = 初审通过
order-event-claim-confirmed = 确认认领
order-event-departed = 提交管局
order-event-phone-check-started = 管局已收到，发出短信核验
order-event-received-by-authority = 管局已收到，开始审核
order-event-phone-check-passed = 短信核验完成，管局开始审核
order-event-phone-check-missed = 短信核验逾期
order-event-phone-check-failed = 短信核验未通过
order-event-granted = 管局审核通过
order-event-refused-by-authority = 管局驳回
order-opinions = { $n } 处要改

order-step-basics-hint = 证件、省份、域名
order-step-subject-hint = 地址、主体负责人
order-step-service-hint = 名称、内容、网站负责人
order-step-access-hint = 服务器、地址
order-step-evidence-hint = 证件照片、核验照、域名证书

## 订单页
order-tab = { $stage } · { $title }
order-tasks = 要填的五步
order-task-answers = 核对并提交
order-task-answers-hint = 从头看一遍，承诺信息真实
order-task-later = 先填完上面五步
order-go-on = 接着填
order-go-answers = 核对并提交
order-kept = 填过的都已保存，随时可以离开。
order-history = 经过
order-about = 这份订单
order-withdraw = 撤回修改
order-abandon = 放弃备案
order-provisional = （节假日安排公布后可能调整）
order-time-check = 约 1 分钟
order-time-review = { $n } 个工作日内
order-time-phone = 24 小时内
order-time-authority = 最长 { $n } 个工作日
order-why-first-filing = 类型由系统判断：主办单位和域名都没有备案过，所以是首次备案。
order-why-add-service-here = 类型由系统判断：主办单位已在本平台备案，这是它的又一个网站。
order-why-add-service-elsewhere = 类型由系统判断：主办单位已在别的服务商备案，这是它的又一个网站。
order-why-add-access = 类型由系统判断：网站已备案，这次增加本平台的接入。
order-why-change-subject = 变更已备案主体的信息。
order-why-change-service = 变更已备案网站的信息。
order-why-change-both = 变更已备案主体和网站的信息。
order-why-cancel-access = 取消网站在本平台的接入。
order-why-cancel-service = 注销已备案的网站。
order-why-cancel-subject = 注销已备案的主体。
order-why-migrate = 把已备案的网站迁移到另一个主体。
order-why-claim = 把管局已有的备案认领到本平台。

order-submitted-at = { $at } 提交
order-opened-at = { $at } 新建
order-see-submitted = 查看提交时的资料
order-submitted-title = 提交时的资料
order-submitted-lead = { $at } 提交的内容，初审和管局看到的就是它。证件号码、电话和邮箱只显示一部分。
order-rule-review = 提交管局之前可以撤回修改，撤回后要重新排队。
order-rule-left = 已送管局，不能修改，也不能撤回；被退回后可以修改。
order-help = 需要帮忙？
order-help-text = 联系{ $contact }，报上订单号：
order-viewer = 你的账号只能查看。修改和提交由账号所有者或备案经办人来做。
order-reminders = { $n } 处提醒，不影响提交
order-checking-long = 还在等管局系统的答复，会一直重试。不用守着，有结果会通知你。
order-tip-phone = 负责人的手机保持畅通，备案专员可能会打电话核实。
order-tip-closed = 审核期间先不要让域名解析到网站，否则会被退回。
order-tip-call = 管局可能会打电话核实，负责人的手机保持畅通。
order-sending-departed = 已经送出，正在等管局的回执。现在不能撤回。
order-phone-asked = 等本人核验
order-phone-none-wrong = 证件号码、手机号码、验证码都要对：输错五次，第六次会自动退回。
order-phone-missed = 工信部只告诉我们最后的结果，不告诉我们谁已经核验。逾期或没通过，订单回到备案专员，资料不用重填。
order-returned-comment = 照审核意见修改，然后重新提交
order-returned-answered = 都改过了，核对后重新提交
order-returned-then = 也可以先去核对；没改的地方会再指出来。
order-go-upload = 重新上传
order-next-police-over = { $day } 已到期，尽快办理

## 现在要做什么
order-now-draft = 现在要做：填完五步，核对后提交
order-now-draft-text = 每一步都能先保存、以后再填。填错了也没关系，哪里要改会写清楚。
order-now-checking = 系统正在预检
order-now-checking-text = 核对号码、域名和服务器，一般一分钟内有结果。本页会自己更新。
order-now-in-review = 备案专员正在审核
order-now-in-review-text = 审核有结果会通知你。审核之前想改，可以撤回。
order-now-phone-check-missed = 短信核验逾期，订单回到了备案专员
order-now-phone-check-missed-text = 24 小时内没有完成核验。备案专员会联系负责人，准备好之后原样再送管局，不用重新填写。
order-now-phone-check-failed = 短信核验没有通过，订单回到了备案专员
order-now-phone-check-failed-text = 验证码输错次数太多。备案专员会联系负责人，准备好之后原样再送管局，不用重新填写。
order-now-sending = 初审通过，正在送往管局
order-now-sending-text = 一般几分钟内送到。管局收到后会给负责人发核验短信，先请他们留意手机。
order-now-phone-check = 现在要做：负责人完成短信核验
order-now-phone-check-text = 工信部（12381）已向下面的手机发送 6 位验证码。要由本人在核验页面输入，逾期订单会退回初审。
order-now-with-authority = 管局正在审核
order-now-with-authority-text = 现在不能修改，也不能撤回。结果出来会马上通知你。备案完成之前，网站不要开通。
order-now-abandoned = 已放弃
order-now-abandoned-text = 这个订单不再继续，资料留在这里备查。要重新备案，新建一个订单。
order-now-done = 已办完
order-now-done-text = 管局已通过，备案号不变。
order-phone-open = 打开工信部核验页面
order-phone-how = 怎样核验
order-phone-how-1 = 在手机短信里找到 12381 发来的 6 位验证码。
order-phone-how-2 = 打开核验页面，输入证件号码后六位、手机号码和验证码。
order-phone-how-3 = 每位负责人各自完成。两人都完成后，管局开始审核。
order-phone-none = 没有收到短信？
order-phone-none-1 = 看看是不是被当成垃圾短信拦截了，12381 是工信部的号码。
order-phone-none-2 = 在核验页面点“重新发送”，最多可以重发两次。
order-phone-none-3 = 手机号码写错了就等逾期退回，再和备案专员一起改。
order-person-subject = 主体负责人
order-person-service = 网站负责人

## 待修改
order-returned-precheck = 系统预检：有 { $n } 处要改
order-returned-provider = 还差 { $n } 处，改完就能重新提交
order-returned-authority = 管局退回，照意见修改后重新提交
order-returned-authority-text = 对照意见逐步检查，拿不准的联系备案专员。改好后重新提交，从初审开始。
order-returned-opinion = 审核意见
order-returned-codes = 管局结果代码：{ $codes }
order-returned-rest = 其他资料不用重填。
order-go-field = 去修改
order-go-resubmit = 核对并重新提交
order-source-practice = 接入商通行要求

## 已备案
order-next = 接下来三件事
order-next-today = 今天
order-next-footer = 把备案号放到网站底部
order-next-footer-text = 在首页底部中间显示备案号，并链接到工信部网站。把这段代码放到网页里：
order-next-resolve = 恢复域名解析
order-next-resolve-text = 现在可以开通网站了，把域名解析到备案的服务器：
order-next-police = 公安联网备案
order-next-police-until = { $day }前，还剩 { $span }
order-next-police-text = 网站开通后 30 天内，到全国互联网安全管理服务平台办理公安联网备案。
order-next-police-go = 去办理

## 撤回、放弃
order-leave-it = 先不动它
order-withdraw-title = 撤回这个订单？
order-withdraw-lead = 订单回到填写状态，改好后重新提交，重新排队审核。服务器的备案名额为你留着。
order-withdraw-do = 撤回修改
order-abandon-title = 放弃这个订单？
order-abandon-lead = 放弃后不能恢复，服务器的备案名额会释放。资料保留备查，要备案得新建一个订单。
order-abandon-do = 放弃备案
