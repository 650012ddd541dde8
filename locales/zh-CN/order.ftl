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
