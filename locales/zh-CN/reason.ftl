# 初审退回时可选的理由。

reason-differs-from-certificate = 与证件不一致，照证件原样填写
reason-picture-unclear = 照片不清楚，在光线均匀的地方重拍
reason-picture-incomplete = 照片不完整，四个角都要拍到
reason-picture-wrong = 传错了材料，换成这一项要求的材料
reason-picture-copy = 要原件的照片，不要复印件或截图
reason-certificate-expired = 证件已过期，换成有效期内的证件
reason-name-not-accepted = 名称不符合命名要求，换一个名称
reason-name-unrelated = 名称与主办单位或网站内容无关，改成有关联的名称
reason-content-differs = 网站内容与所选的服务内容不一致
reason-domain-owner = 域名所有者与主办单位不一致，先办理域名过户
reason-domain-real-name = 域名还没有完成实名认证，或刚完成不满三个工作日
reason-address-incomplete = 地址不完整，写到门牌号
reason-phone-unreachable = 电话打不通，换成本人能接听的号码
reason-person-not-present = 核验照不是负责人本人，请本人重拍
reason-authorisation-missing = 缺少授权书，由法定代表人签字并加盖公章
reason-pre-approval-missing = 内容需要前置审批，补充审批文件
reason-site-reachable = 备案完成前网站要关闭，先停止解析
reason-other = 其他
