# 做完一件事之后的一句话。

notice-signed-up = 注册好了。可以开始备案了。
notice-signed-out = 已退出登录。
notice-order-opened = 订单已建好。从主体信息开始填，随时可以离开，填过的都会保存。
notice-saved = 已保存。
notice-saved-later = 已保存，下次从这里接着填。
notice-saved-problems = 已保存。还有几处要改，改完才能提交。
notice-uploaded = 已上传。
notice-removed = 已删除。
notice-submitted = 已提交。系统正在预检，一般一分钟内有结果。
notice-withdrawn = 已撤回。改好后再提交。
notice-abandoned = 已放弃这个订单。
notice-password-changed = 密码已修改，其他地方的登录已全部退出。

## 初审台
notice-desk-approved = 已通过 { $name }，系统会提交管局。
notice-desk-returned = 已退回 { $name }，客户会收到通知。
notice-desk-queue-empty = 没有等待初审的订单了。
notice-desk-account-verified = 已标为实名。
notice-desk-account-not-verified = 已改为未实名。
notice-desk-job-restarted = 任务已重新开始。
notice-desk-resource-added = 已保存 { $name }。
notice-desk-resources-imported = 已导入 { $n } 台。
notice-matter-handled = 已记下处理情况。
notice-refusal-judged = 归因已记下。
