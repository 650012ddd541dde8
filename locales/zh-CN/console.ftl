# 客户控制台。

console-nav-home = 我的备案
console-nav-orders = 备案订单
console-nav-account = 账号设置
