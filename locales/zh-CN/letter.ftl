# 邮件和短信。主题、正文、短信（letter-…-sms）。

letter-end =
    订单号：{ $order }
    查看订单：{ $url }

    { $provider } · 有疑问请联系 { $contact }

letter-check-passed-subject = 系统预检通过：{ $domain }
letter-check-passed-body = { $domain } 的备案订单已通过系统预检，正在等待初审。初审最长两个工作日，结果会另行通知。
letter-check-blocked-subject = 需要修改：{ $domain }
letter-check-blocked-body = { $domain } 的备案订单在系统预检时发现 { $count } 处需要修改。打开订单，每一处都写明了原因和改法，点开就到那一项。
letter-returned-by-reviewer-subject = 需要修改：{ $domain }
letter-returned-by-reviewer-body =
    备案专员看过了 { $domain } 的备案订单，有 { $count } 处需要修改。打开订单，点每一条就到那一项；改好后重新提交即可。

    专员的话：{ $comment }
letter-approved-by-reviewer-subject = 初审通过：{ $domain }
letter-approved-by-reviewer-body = { $domain } 的备案订单已通过初审，即将提交管局。
letter-claim-confirmed-subject = 认领完成：{ $domain }
letter-claim-confirmed-body = { $domain } 的备案已转到本账号名下。
letter-phone-check-started-subject = 请在 { $until } 前完成短信核验：{ $domain }
letter-phone-check-started-body =
    { $domain } 的备案订单已提交管局。工业和信息化部会用 12381 给主体负责人和网站负责人发短信验证码，请每位负责人在 { $until } 前完成核验。

    逾期或连续输错，订单会退回，需要重新提交。短信发到备案里填写的手机号。
letter-phone-check-started-sms = { $domain } 的 ICP 备案已提交管局。请留意 12381 发来的验证码短信，并在 { $until } 前完成短信核验，逾期订单会退回。
letter-received-by-authority-subject = 管局已受理：{ $domain }
letter-received-by-authority-body = 管局已收到 { $domain } 的备案，正在审核，最长二十个工作日。
letter-phone-check-passed-subject = 短信核验完成：{ $domain }
letter-phone-check-passed-body = { $domain } 的短信核验已全部完成，管局正在审核，最长二十个工作日。
letter-phone-check-missed-subject = 短信核验已逾期：{ $domain }
letter-phone-check-missed-body = { $domain } 的短信核验没有在 24 小时内完成，订单已退回初审。备案专员会再次提交，届时会收到新的验证码。
letter-phone-check-failed-subject = 短信核验未通过：{ $domain }
letter-phone-check-failed-body = { $domain } 的短信核验多次输错，订单已退回初审。备案专员会再次提交，届时请核对证件号码后六位、手机号和验证码。
letter-file-refused-subject = 管局退回了报送文件：{ $domain }
letter-file-refused-body = 管局退回了装有 { $domain } 订单的整份报送文件，与你填写的内容无关，订单已退回初审。备案专员查明原因后会再次提交，不用重新填写。
letter-granted-subject = 备案号已下发：{ $number }
letter-granted-body =
    { $domain } 的备案已通过。

    备案号：{ $number }

    接下来三件事：在网站首页底部展示备案号，并链接到 https://beian.miit.gov.cn/ ；网站开通后 30 日内办理公安联网备案；把域名解析到备案的服务器。
letter-granted-sms = { $domain } 的 ICP 备案已通过，备案号 { $number }。请在网站首页底部展示备案号并链接到 beian.miit.gov.cn。
letter-refused-by-authority-subject = 管局驳回：{ $domain }
letter-refused-by-authority-body =
    管局没有通过 { $domain } 的备案，意见如下：

    { $opinion }

    按意见修改后重新提交即可，已填写的内容都保留着。
