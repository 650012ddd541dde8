# 每个页面都有的词句。

## 页面的框架
ui-skip = 跳到正文
ui-rehearsal = 演练环境：对接的是模拟管局，这里的备案号没有效力。
ui-navigation = 主导航
ui-crumbs = 所在位置
ui-foot = 页脚
ui-other-language = English
ui-sign-out = 退出登录
ui-ministry = 工信部备案管理系统
ui-hotline = 电话 { $number }
ui-title-wrong = 错误：{ $title }

## 日期与期限
ui-day = { $month } 月 { $day } 日
ui-day-time = { $day } { $time }
ui-span-working-days = { $n } 个工作日
ui-span-days = { $n } 天
ui-span-hours = { $n } 小时
ui-span-minutes = { $n } 分钟
ui-span-over = 已到期
ui-deadline = 还剩 { $span }（{ $when } 前）
ui-deadline-over = 已过期限（{ $when }）

## 表单
ui-errors-title = 有 { $n } 处需要改
ui-example = 例如：{ $text }
ui-optional = （选填）
ui-choose = 选择…
ui-long-term = 长期
ui-characters = 位
ui-province = 省、自治区、直辖市
ui-county = 区、县
ui-choose-province = 选择省份…
ui-choose-county = 选择区县…
ui-show-counties = 列出区县
ui-connection-lost = 网络断开，填过的内容还在。连上后再提交一次。

## 上传
ui-file-choose = 选择文件，或把文件拖到这里
ui-file-replace = 换一个文件，或把文件拖到这里
ui-file-limit = 不超过 { $size }
ui-file-too-large = 文件太大，选一个小一些的
ui-sending = 正在上传
ui-sent = 已上传 %
ui-arrived = 已上传完，正在读取…
ui-often-returned = 常见的退回原因
ui-photo-good = 这样拍：四角齐全，字迹清楚
ui-photo-glare = 反光，看不清
ui-photo-cropped = 缺角，没拍全
ui-photo-blurred = 模糊，没对上焦
ui-photo-dark = 太暗，看不清

## 转到手机
ui-handoff-unopened = 等待手机扫码
ui-handoff-opened = 手机已打开，正在进行
ui-handoff-finished = 手机上已完成
ui-handoff-expired = 二维码已过期
ui-handoff-qr = 二维码：用手机{ $task }
ui-handoff-scan = 用手机相机或微信扫码，不用再登录
ui-handoff-stay = 拍完后回到这里，本页会自己更新
ui-handoff-send = 负责人不在身边？把链接发给他：
ui-handoff-until = { $until } 前有效

## 进度
ui-line = 备案进度
ui-stop-past = （已完成）
ui-stop-now = （现在）
ui-stop-future = （还没到）
ui-task-to-do = 去填写
ui-task-begun = 接着填
ui-task-complete = 已填好
ui-task-wrong = { $n } 处要改
ui-at = 时间
ui-who = 谁
ui-what = 做了什么
ui-opinion = 意见

## 核对与检查结果
ui-unanswered = 还没填
ui-change = 修改
ui-finding-answer = 填写的内容
ui-finding-what = 问题
ui-finding-why = 为什么
ui-finding-remedy = 怎么改
ui-finding-rule = 看规则
ui-finding-answered = 已修改

## 列表
ui-pages = 翻页
ui-page-before = 上一页
ui-page-after = 下一页
ui-filter = 查找
ui-filter-clear = 全部显示
ui-copy = 复制
ui-copied = 已复制
ui-unmask = 看完整内容
ui-unmask-note = 谁在什么时候看过，会记录下来
ui-chart-table = 看数字
ui-filed = 已备案

## 初审台
ui-evidence = 材料
ui-evidence-open = 打开文件
ui-evidence-larger = 放大
ui-evidence-smaller = 缩小
ui-evidence-turn = 旋转
ui-evidence-next = 下一份材料
ui-review-was = 上次提交：
ui-review-reason = 选择理由…
ui-review-opinion = 写给客户：哪里不对，怎么改

## 没能做成时
ui-problem-invalid = 这个请求读不懂
ui-problem-refused = 现在还不能这样做
ui-problem-forbidden = 你没有做这件事的权限
ui-problem-missing = 没有找到这个页面
ui-problem-stale = 别人刚刚处理过
ui-problem-busy = 请求太多，稍等一下
ui-problem-fault = 系统出了故障，是我们的问题
ui-problem-remedy = 可以这样做：{ $remedy }
ui-problem-who-can = 可以做这件事的是：{ $who }。
ui-problem-missing-text = 网址可能不完整，或者内容已经删除，或者不在你的账号里。
ui-problem-see-now = 看现在的内容
ui-problem-busy-text = { $n } 秒后再试。填过的内容还在。
ui-problem-fault-text = 填过的内容已经保存。可以过几分钟再试；联系我们时报上下面的编号，我们能马上找到原因。
ui-problem-reference = 编号
ui-problem-home = 回到首页

## 地图
ui-map-beyond = { $name }：不在 ICP 备案范围内
