# 账号与人。

account-kind-organisation = 单位
account-kind-person = 个人
account-role-owner = 账号所有者
account-role-filer = 备案经办人
account-role-viewer = 只读成员
account-staff-reviewer = 备案专员
account-staff-admin = 管理员
account-staff-auditor = 审计员

account-name = 账号名称
account-kind = 账号类型
account-verified = 实名认证
account-verified-yes = 已认证
account-verified-no = 还没认证，备案专员会在审核时核对
account-people = 成员
account-language = 语言
account-language-text = 页面可以用中文或英文显示，备案资料始终用中文。
account-password = 修改密码
account-password-old = 现在的密码
account-password-new = 新密码
account-password-do = 修改密码
