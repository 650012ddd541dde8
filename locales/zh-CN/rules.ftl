# 各省要求的公开页面。

rules-nav = 各省要求
rules-title = 各省的备案要求
rules-lead = 同一件事，各省的要求不一样。选一个问题，31 个省怎么要求一目了然；点进一个省，看它的全部要求和出处。
rules-honest = 这些内容整理自接入服务商和主管部门公开的资料，出处和日期写在每一条旁边，不是管局自己的发布；管局可能已经调整，拿不准时以管局的答复为准。

## 首页
rules-home = 各省要求有什么不同
rules-home-text = 负责人要不要法定代表人担任、外省身份证能不能备案、一次能备几个域名……按省查，有出处，有日期。
rules-home-do = 看各省要求

## 提问
rules-ask = 问题
rules-ask-do = 看各省的回答
rules-ask-wrong = 没有这个问题，从列表里选一个。
rules-day = 哪一天的要求（不填就是今天）
rules-day-do = 看这一天
rules-day-wrong = 按 2026-11-23 这样填写日期。
rules-day-shown = 这里是 { $day } 的要求。
rules-day-today = 看今天的
rules-answers = 回答有这几种
rules-answer-count = （{ $n } 个省）
rules-default-is = 全国默认：{ $answer }。
rules-default-none = 没有全国默认，只看各省自己怎么说。

## 地图和对比
rules-map-known = 每个省查明了多少
rules-map-known-text = 数字是这个省自己有说法的问题数，其余的看全国默认，或者还没有查明。点一个省看全部要求。
rules-known = { $all } 个问题中有 { $n } 个
rules-side-by-side = 逐省对比
rules-column-province = 省份
rules-column-answer = 要求
rules-column-source = 出处
rules-column-day = 资料日期
rules-column-confidence = 可信程度

## 一条要求的由来
rules-standing-own = 本省要求
rules-standing-default = 全国默认
rules-standing-conflicting = 说法不一
rules-standing-unknown = 未查明
rules-weight-block = 必须满足
rules-weight-warn = 请留意
rules-weight-info = 供参考
rules-as-of = 资料日期 { $day }
rules-undated = 资料未注明日期
rules-layer = 由本平台补充（{ $layer }）
rules-from = { $day } 起
rules-until = { $day } 前
rules-versions = 各方的说法：
rules-why = 为什么这样取：

## 一个省
rules-province-title = { $province }的备案要求
rules-province-lead = { $authority }审核，备案号以“{ $number }”开头。
rules-chapters = 章节
rules-column-what = 项目
rules-column-asked = 要求
rules-column-who = 谁说的
rules-column-clause = 内容
rules-column-when = 对谁、要什么
rules-clauses = 条款
rules-unknown-silent = 看过资料，没有提到
rules-unknown-no-source = 还没有找到资料
rules-national = 全国统一的要求
rules-national-lead = 不论在哪个省都一样，来自法律、规章和工信部的规定。
rules-national-open = 展开全国统一的要求

## 条款的情形
rules-needs-documents = 材料：{ $names }
rules-needs-remark = 备注：{ $names }
rules-needs-approval = 前置审批：{ $names }
rules-when-words = 出现“{ $things }”
rules-when-places = 看{ $things }
rules-when-natures = 单位性质：{ $things }
rules-when-contents = 服务内容：{ $things }
rules-when-orders = 办理：{ $things }
