# 备案表单：开始、五步、材料、核对。

form-start = 开始备案

## 开始
form-start-title = 开始一次备案
form-start-lead = 回答两个问题，先看看需要什么、要多久，再决定是否开始。
form-start-who = 谁来备案？
form-start-organisation = 单位
form-start-organisation-hint = 公司、个体工商户、机关、事业单位、社会组织
form-start-person = 个人
form-start-person-hint = 以本人名义备案个人网站
form-start-what = 备案什么？
form-start-website = 网站
form-start-website-hint = 通过域名访问
form-start-app = App
form-start-app-hint = 安卓、iOS、鸿蒙等
form-start-app-not-yet = App 备案目前由备案专员协助办理，请与我们联系；网站可以在这里直接备案。
form-start-next = 下一步
form-start-free = 到提交之前，什么都不会报送。
form-start-basics = 用什么证件，备案哪个域名？
form-start-basics-lead = 系统据此判断备案类型，你不用自己选。
form-start-look = 看看需要什么
form-start-look-hint = 先看结果，还不会新建订单。
form-start-running = 打开那个订单
form-outlook-title = { $province }：这会是一次{ $kind }
form-outlook-need = 要准备 { $n } 样
form-outlook-time = 大概要多久
form-outlook-time-fill = 填写约 20 分钟，可以分几次
form-outlook-time-review = 初审 { $n } 个工作日内
form-outlook-time-phone = 短信核验 24 小时内
form-outlook-time-authority = 管局审核最长 { $n } 个工作日
form-outlook-open = 开始填写
form-outlook-change = 修改答案
form-outlook-kept = 随时可以离开，填过的都会保存。

## 填写
form-step-count = 第 { $n } 步，共 { $all } 步
form-step-save = 保存，下一步
form-step-later = 保存，以后再填
form-step-look = 看一下
form-step-overtaken = 你填写期间，这一步在别的地方保存过。下面是你刚填的内容，再保存一次就以它为准。
form-step-lead-basics = 备案类型由这些信息决定。
form-step-lead-subject = 主办单位和对它负责的人。照证件原样填写。
form-step-lead-service = 网站是什么样的，由谁负责。
form-step-lead-access = 网站放在哪台服务器上。
form-step-lead-evidence = 每样材料一张清楚的照片。传一样保存一样，可以分几次传。
form-yes-legal = 是法定代表人
form-no-legal = 不是，由法定代表人授权
form-subject-organisation = 主办单位
form-subject-person = 主体负责人
form-subject-person-hint = 对这个单位的备案负责的人，会收到工信部的核验短信。
form-service-website = 网站
form-service-person = 网站负责人
form-service-person-hint = 对网站内容负责的人，可以和主体负责人是同一人。
form-service-same = 和主体负责人是同一人，照抄过来
form-service-no-approval = 不涉及
form-access-none = 你的账号里还没有可以备案的服务器。先购买一台内地的包年包月服务器，或联系备案专员登记。
form-access-hint = 只列出你账号里的服务器。不能选的写明了原因。
form-access-fill = 用这台服务器的地址填写
form-access-fill-hint = 地址、接入方式、放置地按所选的服务器填好。
form-access-abroad = 中国内地以外
form-access-until = { $date } 到期
form-access-left = 还可备案 { $left } 个，共 { $places } 个名额
form-access-gone = 已不在账号里的服务器

## 材料
form-evidence-phone = 用手机拍更方便
form-evidence-phone-text = 证件和核验照用手机当场拍，清楚，也不用来回传文件。
form-evidence-phone-do = 显示二维码
form-evidence-upload = 上传
form-evidence-there = 已上传
form-evidence-missing = 还没上传
form-evidence-remove = 删除这张
form-evidence-another = 再传一张
form-evidence-next = 下一步：核对
form-evidence-later = 以后再传
form-phone-lead = 扫码的手机不用登录，只能给这个订单拍照上传，看不到其他内容。
form-phone-task = 拍照上传备案材料
form-phone-arrived = 已收到的材料
form-phone-back = 拍好了，回到上传资料
form-phone-until = { $until } 前有效
form-phone-all = 需要的材料都齐了。回到电脑上继续。
form-phone-closed = 这个订单现在不用上传材料。

## 核对
form-answers-title = 核对后提交
form-answers-title-closed = 提交的资料
form-answers-lead = 从头看一遍，和证件逐项对照。
form-answers-lead-closed = 这是现在订单里的资料。
form-answers-blocked = 还有 { $n } 处要改，改完才能提交
form-answers-reminders = 可以提交，这几处再看一眼
form-answers-empty = 还没填的
form-answers-consent-label = 信息真实承诺
form-answers-consent = 以上信息和材料真实、准确，是主办单位和负责人本人提供的；如有不实，愿承担相应的法律责任。
form-answers-consent-missing = 核对无误后勾选信息真实承诺，再提交。
form-answers-submit = 提交初审
form-answers-then = 提交后系统先预检，再由备案专员审核。审核之前可以撤回。

## 边填边查
form-check-number = 号码正确，登记地：{ $place }
form-check-form = 格式正确
form-check-segment = 这是虚拟运营商或物联网号段。
form-check-domain = 可以备案的域名
form-check-subdomain = 这是子域名，要备案的是 { $registrable }
form-check-filed = 这个域名已备案：{ $number }

## 负责人
form-person-subject = 主体负责人
form-person-service = 网站负责人
form-evidence-instead = 也可以改交：{ $document }。
form-evidence-asked-by = 提出要求的是：{ $source }。
form-outlook-perhaps = 视情况可能还要
