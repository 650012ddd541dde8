# 后台任务。

job-title = 后台任务
job-lead = 多次失败、已经停下来的任务。排除原因后重新开始，订单会接着往前走。
job-none-title = 没有停下来的任务
job-none-text = 任务失败后会自动重试；重试多次仍不成功的，会列在这里。
job-column-kind = 任务
job-column-about = 关于
job-column-attempts = 次数
job-column-last = 最近一次
job-column-error = 失败原因
job-column-do = 操作
job-restart = 重新开始
job-restart-who = 由管理员重新开始
job-kind-run-checks = 系统预检
job-kind-upload = 提交管局
job-kind-poll-authority = 取管局结果
job-kind-apply-download = 处理一份未能自动处理的管局结果
job-kind-tell-people = 通知相关的人
job-kind-deliver-notice = 发出一条通知
job-kind-watch-phone-check = 盯短信核验期限
