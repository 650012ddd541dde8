# 规则成效：管局审核结果与系统预检的对照。

lessons-title = 规则成效
lessons-lead = 管局的审核结果，对照提交时系统预检说过的话：哪些驳回没有提示，哪些提示没有用处。
lessons-none-title = 这段时间没有审核结果
lessons-none-text = 管局审核之后，结果会自动记到这里。可以选更长的时间，或全部省份。
lessons-filter-days = 时间
lessons-days = 最近 { $n } 天
lessons-since = { $at } 起

## 数字
lessons-of-decided = 占有结果的 { $n }%
lessons-of-refused = 占驳回的 { $n }%
lessons-figure-decided = 已有审核结果
lessons-figure-refused = 管局驳回
lessons-figure-unforeseen = 驳回而预检未提示
lessons-figure-phone-check = 短信核验未通过
lessons-by-code = 按结果代码
lessons-by-about = 未提示的涉及什么
lessons-by-about-note = 按结果代码归类；一次驳回有几个代码的，各计一次
lessons-by-rule = 按规则
lessons-by-rule-text = 只算已有审核结果的订单。“应验”指管局正是因为规则提示的事驳回；“漏报”指审核员认定与规则有关，而预检没有提示。
lessons-by-rule-none = 这段时间里，送审的订单都没有预检提示。
lessons-by-province = 按省份
lessons-cries-wolf = 常提示，少应验
lessons-misses = 有漏报
lessons-code-none = 没有代码

## 列
lessons-column-decided = 有结果
lessons-column-granted = 通过
lessons-column-refused = 驳回
lessons-column-foreseen = 已提示
lessons-column-unforeseen = 未提示
lessons-column-phone-check = 短信核验未通过
lessons-column-code = 结果代码
lessons-column-about = 涉及
lessons-column-rule = 规则
lessons-column-warned = 提示
lessons-column-right = 应验
lessons-column-silent = 漏报
lessons-column-at = 驳回时间
lessons-column-opinion = 审核意见
lessons-column-state = 预检对照
lessons-column-field = 栏目
lessons-column-severity = 轻重
lessons-column-counts = 应验

## 驳回
lessons-refusals-title = 管局驳回
lessons-refusals-lead = 每次驳回对照当时的预检。点“归因”说明它属于哪条规则，或暂无规则。
lessons-refusals-rule = 与这条规则有关：{ $rule }
lessons-refusals-none-title = 没有这样的驳回
lessons-refusals-none-text = 换一个状态、时间或省份看看。
lessons-state-unforeseen = 预检未提示
lessons-state-open = 待归因
lessons-state-silent = 规则漏报
lessons-state-no-rule = 暂无规则
lessons-state-foreseen = 预检已提示
lessons-state-all = 全部
lessons-look = 归因
lessons-order = 打开订单
lessons-told = 管局的答复
lessons-warnings = 当时的预检提示
lessons-warnings-none = 预检没有提示任何问题。
lessons-severity-info = 告知
lessons-severity-warn = 提示
lessons-severity-block = 阻止
lessons-yes = 是
lessons-no = 否
lessons-warned = { $rule }（当时已提示）

## 归因
lessons-judge = 这次驳回属于哪条规则
lessons-judge-again = 重新归因
lessons-judge-rule = 规则
lessons-judge-rule-hint = 当时已提示的，记为应验；没有提示的，记为漏报。
lessons-judge-note = 说明
lessons-judge-note-hint = 例如怎样才能事先看出来。操作日志会留存。
lessons-judge-go = 归到这条规则
lessons-judge-none = 暂无规则
lessons-judged = 已归因
lessons-judged-no-rule = 没有一条规则是管这件事的。
lessons-judged-by = { $who }，{ $at }

## 结果代码涉及什么
lessons-about-nothing = 代码没有指明
lessons-about-organiser = 主办单位与证件
lessons-about-nature = 单位性质
lessons-about-province = 备案省份
lessons-about-region = 所在省市县
lessons-about-certificate = 证件
lessons-about-person-name = 负责人姓名
lessons-about-mobile = 手机号码
lessons-about-office-phone = 办公电话
lessons-about-email = 电子邮箱
lessons-about-contact = 联系方式
lessons-about-service-name = 网站名称
lessons-about-domain = 域名
lessons-about-home-url = 首页网址
lessons-about-contents = 服务内容
lessons-about-languages = 网站语言
lessons-about-pre-approval = 前置审批
lessons-about-addresses = IP 地址
lessons-about-access-mode = 接入方式
lessons-about-access-place = 服务器放置地

## 规则层
lessons-layers = 正在使用的规则：{ $layers }。
lessons-layers-built-in = 内置
lessons-layers-refused = 最近一次改动的规则没有采用，有 { $n } 处需要修改；上面这些规则继续有效。
lessons-layers-problems = 没有采用的原因
lessons-column-layer = 层
lessons-column-file = 文件和行
lessons-column-problem = 问题
lessons-layers-mend = 改好之后会自动重新读取。检查方法：beian rulebook lint 目录
