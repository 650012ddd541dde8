# 账号与人。

account-kind-organisation = 单位
account-kind-person = 个人
account-role-owner = 账号所有者
account-role-filer = 备案经办人
account-role-viewer = 只读成员
account-staff-reviewer = 备案专员
account-staff-admin = 管理员
account-staff-auditor = 审计员
