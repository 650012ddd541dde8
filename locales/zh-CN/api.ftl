# 接口文档。

api-title = 开放接口
api-lead = 用程序查询备案、填写和提交订单。本页由代码生成，和正在运行的版本一致。
api-document = 下载 OpenAPI 文档（JSON）
api-contents = 目录
api-start = 怎么开始
api-parameters = 参数
api-body = 请求内容
api-answers = 结果
api-failures = 可能的失败
api-required = 必填
api-example = 例子
api-schemas = 数据结构
api-columns-name = 名称
api-columns-type = 类型
api-columns-about = 说明
api-columns-in = 位置
api-columns-status = 状态码

## 操作
api-operation-read-session = 查看当前登录的人
api-operation-query = 公共查询
api-operation-list-filings = 列出已备案的主体和网站
api-operation-list-orders = 列出备案订单
api-operation-open-order = 新建备案订单
api-operation-read-order = 查看一个订单
api-operation-save-answers = 保存填写内容
api-operation-submit-order = 提交初审
api-operation-withdraw-order = 撤回修改
api-operation-abandon-order = 放弃备案
api-operation-add-evidence = 上传一份材料
api-operation-remove-evidence = 删除一份材料

## 问题代码
api-problems = 问题代码
api-problem-unreadable = 请求读不懂：不是 JSON，或者缺了需要的内容。
api-problem-not-signed-in = 没有登录，或者登录已过期。
api-problem-forbidden = 这个用户没有做这件事的权限。
api-problem-form-token = X-CSRF-Token 不是这次登录的令牌：重新读取 /api/v1/session。
api-problem-missing = 不存在，或者不在这个账号里。
api-problem-stale = 订单在 If-Match 的版本之后有了变化：重新读取，再决定。
api-problem-invalid = 有字段读不懂：errors 里逐个说明怎么改。
api-problem-version-needed = 缺少 If-Match：写上最后看到的版本。
api-problem-too-many-requests = 请求太多：等 Retry-After 秒再试。
api-problem-fault = 系统出了故障：把 reference 告诉服务商。
api-problem-busy = 系统正忙或正在重启：等 Retry-After 秒再试。

## 怎么开始
api-about = 用自己的程序备案：查询、新建订单、填写、上传材料、提交，一直跟到备案号下来。
api-about-sign-in = **登录。**调用时带上控制台的登录 Cookie：在 `/sign-in` 登录，发送 Cookie `customer`（HTTPS 下是 `__Host-customer`）。给程序用的密钥在以后的版本提供。
api-about-write = **写操作。**每次都带上请求头 `X-CSRF-Token`，值由 `GET /api/v1/session` 给出。
api-about-version = **版本。**订单有版本号，放在 `ETag` 里。要改订单，就在 `If-Match` 写上最后看到的版本；如果订单已经有了变化，什么都不会改，返回 409 `stale`。所以重发是安全的：同一版本只能提交一次，同样的内容再保存一次不会有变化，同一张照片只留一份，一个主体同时只有一个进行中的订单。现在还不读取 `Idempotency-Key`。
api-about-problem = **问题**用 `application/problem+json`（RFC 9457）返回，`code` 固定不变；文字按 `Accept-Language`（`zh-CN` 或 `en`）给出。
api-about-page = **翻页。**列表里有 `next` 时，把它作为 `after` 发回来，就是下一页。
api-about-person = **负责人**的真实性核验，依法必须本人当场完成，不能通过接口办理。其余的都可以用接口准备好，短信和拍照由本人来做。
