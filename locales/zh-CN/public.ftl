# 公开页面：首页、查询、注册、登录。

public-brand = { $provider }备案
public-nav-query = 备案查询
public-nav-sign-in = 登录
public-nav-sign-up = 注册
