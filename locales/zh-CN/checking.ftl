# 检查报告。

checking-title = 备案检查报告
checking-by = 按 { $day } 的规则检查，规则来自：{ $layers }。
checking-clean = 没有必须修改的地方。提醒 { $warns } 处，说明 { $infos } 处。
checking-blocked = 有 { $blocks } 处必须修改，提醒 { $warns } 处，说明 { $infos } 处。
checking-weight-block = 必须修改
checking-weight-warn = 提醒
checking-weight-info = 说明
checking-layer = 规则层：{ $layer }
checking-found = 查到
checking-expected = 要求
checking-why = 原因
checking-remedy = 改法
checking-source = 依据
