# 客户控制台：导航、我的备案、订单列表。

console-nav-home = 我的备案
console-nav-orders = 备案订单
console-nav-account = 账号设置
console-start = 开始备案
console-continue = 接着办
console-look = 查看
console-acts = 由{ $who }处理

## 我的备案
console-home-title = 我的备案
console-home-empty = 还没有备案
console-home-empty-text = 先回答两个问题，看看需要准备什么、要多久，再决定是否开始。
console-home-running = 办理中
console-home-services = 已备案的网站
console-home-service = 网站名称
console-home-domain = 域名
console-home-number = 网站备案号
console-home-granted = 审核通过日期
console-home-server = 服务器
console-home-subject-number = 主体备案号

## 订单列表
console-orders-empty = 还没有订单
console-orders-domain = 域名
console-orders-subject = 主办单位
console-orders-kind = 备案类型
console-orders-stage = 状态
console-orders-who = 由谁处理
console-orders-since = 更新时间
