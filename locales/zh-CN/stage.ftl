# 订单所处的阶段、由谁处理。

stage-draft = 待完善备案信息
stage-checking = 系统预检
stage-in-review = 等待初审
stage-in-review-first = 等待初审
stage-in-review-resubmitted = 已修改待审核
stage-in-review-phone-check-missed = 短信核验逾期，等待初审
stage-in-review-phone-check-failed = 短信核验未通过，等待初审
stage-in-review-file-refused = 整份文件被管局退回，等待初审
stage-returned = 待修改
stage-returned-precheck = 待修改
stage-returned-provider = 初审驳回
stage-returned-authority = 管局驳回
stage-sending = 待提交管局
stage-phone-check = 待短信核验
stage-with-authority = 待管局审核
stage-filed = 已备案
stage-done = 已完成
stage-abandoned = 已放弃

## 进度线上的站
stage-stop-fill = 填写
stage-stop-check = 系统预检
stage-stop-review = 初审
stage-stop-phone = 短信核验
stage-stop-authority = 管局审核
stage-stop-filed = 已备案

## 由谁处理
stage-party-customer = 你
stage-party-system = 系统
stage-party-reviewer = 备案专员
stage-party-persons-in-charge = 负责人本人
stage-party-authority = 管局
stage-party-nobody = —

## 谁做的
stage-who-customer = 客户
stage-who-staff = 备案专员
stage-who-staff-named = 备案专员 { $name }
stage-who-system = 系统
stage-who-authority = 管局
