# 接口文档。

api-title = 开放接口
api-lead = 用程序查询备案、填写和提交订单。本页由代码生成，和正在运行的版本一致。
api-document = 下载 OpenAPI 文档（JSON）
api-contents = 目录
api-start = 怎么开始
api-parameters = 参数
api-body = 请求内容
api-answers = 结果
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
