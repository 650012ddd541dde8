//! Result codes of ICP filings (1001–1068, 1999).

use super::result_codes;

result_codes! { Icp:
    1001 "审核通过", "Approved by the bureau";
    then "无需处理，备案号随备案数据下发", "Nothing; the numbers come with the filing data";

    1002 "审核未通过", "Refused by the bureau";
    then "按审核意见修改后重新报备", "Mend what the bureau's opinion names and file again";

    1003 "主办者与已有主办者冲突", "The organiser clashes with one already filed";
    then "核对名称和证件；主办者已有备案号的，改报新增网站或新增接入",
         "Check name and certificate; if the organiser has a number, file a new site or a new access instead";
    at "Zt_xx/Zj/Zjhm", "Zt_xx/Zj/Zjlx", "Zt_xx/Dwmc";

    1004 "域名无效", "The domain name is not valid";
    then "核对拼写，只报注册的域名，不带主机名和路径",
         "Check the spelling; give the registered domain without host name or path";
    at "Ym_xx/Ym";

    1005 "域名已在备案库中", "The domain name is already filed";
    then "核实该域名现属哪个备案；属同一主体的，改报新增接入或变更",
         "Find out whose filing holds it; if it is the same subject's, file a new access or a change";
    at "Ym_xx/Ym";

    1006 "IP 地址无效", "The IP address is not valid";
    then "填写公网地址，起始地址不大于终止地址", "Give public addresses, the first not above the last";
    at "Ip_xx/Qsip", "Ip_xx/Zzip";

    1007 "联系方式无效", "The contact data are not valid";
    then "核对负责人的电话、手机和邮箱", "Check phone, mobile and e-mail of the persons in charge";
    at "Fzr_sjhm", "Fzr_dhhm", "Fzr_dzyj";

    1008 "证件无效", "The certificate is not valid";
    then "核对证件类型和号码，并确认证件在有效期内", "Check type and number, and that the certificate has not expired";
    at "Zj/Zjlx", "Zj/Zjhm", "Fzr_zjlx", "Fzr_zjhm";

    1009 "电子邮箱无效", "The e-mail address is not valid";
    then "核对邮箱；多个邮箱用半角分号隔开", "Check the address; several are joined by a semicolon";
    at "Fzr_dzyj";

    1010 "办公电话无效", "The office phone is not valid";
    then "填写带区号的号码，只用数字和连字符", "Give the number with its area code, digits and hyphens only";
    at "Fzr_dhhm";

    1011 "手机号码无效", "The mobile number is not valid";
    then "核对手机号码，十一位", "Check the mobile number: eleven digits";
    at "Fzr_sjhm", "sjhm";

    1012 "MSN 无效", "The MSN account is not valid";
    then "改正或不填", "Mend it or leave it out";
    at "Msn";

    1013 "QQ 号无效", "The QQ account is not valid";
    then "改正或不填", "Mend it or leave it out";
    at "Qq";

    1014 "主办单位性质无效", "The nature of the organiser is not valid";
    then "从最近下发的单位性质表中选择；单位必须填写",
         "Choose from the delivered table of natures; organisations must give one";
    at "Zt_xx/Dwxz";

    1015 "身份证号码无效", "The identity card number is not valid";
    then "对照证件核对十八位号码", "Compare all eighteen characters with the card";
    at "Zj/Zjhm", "Fzr_zjhm";

    1016 "所指数据不在备案库中", "The data referred to are not in the library";
    then "核对备案号和记录 ID；拿不准时申请数据同步",
         "Check filing number and record id; if in doubt ask for a data synchronisation";
    at "Ztid", "Ztbah", "Wzid", "Wzbah", "Baxh", "Jrid", "Ymid", "Jlid";

    1017 "有变更正在审核，请稍候", "A change is under review; wait for it";
    then "等该变更有结果后再报", "File again once that change has its result";

    1018 "备案密码错误", "The filing password is wrong";
    then "向主办者问清备案密码再报，不要连续尝试", "Ask the organiser for the password; do not try again and again";
    at "ICPmm";

    1019 "省市县代码错误", "The region code is wrong";
    then "从最近下发的区域表中重选，省、市、县要对应",
         "Choose from the delivered regions; province, city and county must belong together";
    at "Txdz/Shengid", "Txdz/Shiid", "Txdz/Xianid", "Clxx/Shengid";

    1020 "网站名称与已有网站冲突", "The site name clashes with one already filed";
    then "确认不是重复上报，否则换一个名称", "Make sure it is not filed twice, or choose another name";
    at "Wz_xx/Wzmc";

    1021 "首页网址已备案", "The home page address is already filed";
    then "确认不是重复上报，否则改用本网站的首页网址", "Make sure it is not filed twice, or give this site's own address";
    at "Syurl";

    1022 "首页网址格式错误", "The home page address is malformed";
    then "填写完整的主机名，不带空格", "Give a complete host name without blanks";
    at "Syurl";

    1023 "所指 IP 数据不在备案库中", "The IP record referred to is not in the library";
    then "核对 IP 记录 ID；新增的地址不填该 ID", "Check the IP record id; new addresses carry none";
    at "Ip_xx/Ipid";

    1024 "IP 地址冲突", "The IP addresses clash";
    then "去掉重叠的地址段", "Remove ranges that overlap";
    at "Ip_xx/Qsip", "Ip_xx/Zzip";

    1025 "网站只有这一个接入，不能取消", "This is the only access of the site and cannot be cancelled";
    then "网站停办的改报注销网站，否则等其他接入报备后再取消",
         "If the site ends, cancel the site; otherwise wait until another access is filed";
    at "Zx_xx/Jlid", "Zx_xx/Zxlb";

    1026 "注销理由代码错误", "The cancellation reason is not a known code";
    then "从最近下发的注销理由表中选择", "Choose from the delivered table of reasons";
    at "Zx_xx/Zxly";

    1027 "已申请注销该主体", "Cancelling this subject was already requested";
    then "不必重报，等待结果", "Do not repeat it; wait for the result";
    at "Zx_xx/Jlid";

    1028 "ICP 用户名错误", "The ICP user name is wrong";
    then "核对主办者的 ICP 用户名", "Check the organiser's ICP user name";

    1029 "同一网站的接入重复", "The same access is given twice for a site";
    then "每个接入只报一次，新接入用新的记录 ID", "Give each access once; a new access has a new record id";
    at "IspJrid";

    1030 "已申请注销该网站", "Cancelling this site was already requested";
    then "不必重报，等待结果", "Do not repeat it; wait for the result";
    at "Zx_xx/Jlid";

    1031 "缺少网站负责人办公电话", "The office phone of the site's person in charge is missing";
    then "补填后重报；单位必须填写", "Add it and file again; organisations must give one";
    at "Wz_Fzr/Fzr_dhhm";

    1032 "本接入商已申请取消该接入", "Cancelling this access was already requested by you";
    then "不必重报，等待结果", "Do not repeat it; wait for the result";
    at "Zx_xx/Jlid";

    1033 "前置审批类型无效", "The kind of pre-approval is not valid";
    then "从最近下发的前置审批表中选择", "Choose from the delivered table of pre-approvals";
    at "Nrlx_xx/Nrlx_id";

    1034 "服务内容无效", "The service content is not valid";
    then "从最近下发的服务内容表中选择", "Choose from the delivered table of contents";
    at "Fwnr/Fwnr_id";

    1035 "接入方式无效", "The access mode is not valid";
    then "从最近下发的接入方式表中选择", "Choose from the delivered table of access modes";
    at "Wzjrfs/Jrfs";

    1036 "服务器放置地无效", "The server location is not valid";
    then "从最近下发的管局表中选择", "Choose from the delivered table of bureaus";
    at "Wzfb/Fbdd";

    1037 "网站已报备", "The site is already filed";
    then "不要重复上报；要改内容的改报变更", "Do not repeat it; to alter it file a change";
    at "Wz_xx/IspWzid";

    1038 "接入已报备", "The access is already filed";
    then "不要重复上报；要改内容的改报变更", "Do not repeat it; to alter it file a change";
    at "IspJrid";

    1039 "本备案中的域名已报备", "A domain of this filing is already filed";
    then "去掉该域名，或核实它现属哪个备案", "Remove the domain, or find out whose filing holds it";
    at "Ym_xx/Ym";

    1040 "本接入的 IP 已报备", "An IP address of this access is already filed";
    then "去掉该地址，或核实它现属哪个接入", "Remove the address, or find out which access holds it";
    at "Ip_xx/Qsip", "Ip_xx/Zzip";

    1041 "首页网址不含所报域名", "The home page lies under none of the domains";
    then "首页网址改用所报的域名", "Give a home page address below one of the domains";
    at "Syurl", "Ym_xx/Ym";

    1042 "主体正在注销，不能注销网站", "The site cannot be cancelled while its subject is";
    then "不必单独注销网站，等主体注销完成", "The site goes with its subject; wait for that";
    at "Zx_xx/Jlid";

    1043 "网站正在注销，不能注销主体", "The subject cannot be cancelled while a site is";
    then "等网站注销完成后再注销主体", "Cancel the subject once the site is done";
    at "Zx_xx/Jlid";

    1044 "缺少主体负责人姓名", "The name of the subject's person in charge is missing";
    then "补填后重报；单位必须填写", "Add it and file again; organisations must give one";
    at "Zt_xx/Fzr/Fzr_xm";

    1045 "接入商只能向本省报备", "A provider files at its own province only";
    then "用本企业所在省的账号报备", "File with the account of your own province";

    1046 "变更不能跨省，须注销后重新备案",
         "A change cannot move the subject across provinces";
    then "先注销原备案，再到新的省份重新备案", "Cancel the filing, then file in the new province";
    at "Zt_xx/Txdz/Shengid";

    1047 "只能取消本接入商的接入", "Only your own access may be cancelled";
    then "核对接入的记录 ID", "Check the record id of the access";
    at "Zx_xx/Jlid";

    1048 "该备案不由本单位接入", "What is filed there is not served by you";
    then "核对备案号；要接入的先报新增接入", "Check the number; to serve it, file a new access first";
    at "Ztid", "Ztbah", "Wzid", "Wzbah", "Baxh", "Jlid";

    1049 "主体已注销", "The subject is already cancelled";
    then "核对主体；仍要提供服务的重新备案", "Check the subject; to go on serving, file anew";
    at "Ztid", "Ztbah", "Zt_xx/Baxh", "Jlid";

    1050 "网站已注销", "The site is already cancelled";
    then "核对网站；仍要提供服务的重新报备网站", "Check the site; to go on serving, file it anew";
    at "Wzid", "Wzbah", "Wz_xx/Baxh", "Jlid";

    1051 "本接入商对该主体未完成的变更过多",
         "You have too many unfinished changes on this subject";
    then "等已提交的变更办结后再报", "Wait until the changes under way are done";
    at "Bgxx/Zt_xx/Ztid";

    1052 "请求仍在原系统受理中", "The former system has not finished with the request";
    then "等原系统办结后再报", "Wait until the former system is done with it";

    1053 "报备单位已删除", "The unit that asks no longer exists";
    then "停止上报，向管局核实本单位状态", "Stop filing and ask the bureau about your unit";
    at "Qqdwid";

    1054 "报备单位无效", "The filing unit is not valid";
    then "核对账号配置的单位 ID，再联系管局", "Check the unit id of the account, then ask the bureau";
    at "Qqdwid";

    1055 "核验单不属于该备案", "The verification sheet is of another filing";
    then "换上本备案的核验单，核对所属对象标识", "Attach this filing's sheet and check what it says it belongs to";
    at "Fjssdx/Ssdxbs", "Fjxx/Fjnr";

    1056 "附件格式代码错误", "The attachment format is not a known code";
    then "从最近下发的附件格式表中选择", "Choose from the delivered table of formats";
    at "Fjxx/Fjwjgs";

    1057 "附件用途代码错误", "The attachment purpose is not a known code";
    then "从最近下发的附件用途表中选择", "Choose from the delivered table of purposes";
    at "Fjxx/Fjyt";

    1058 "主体不存在", "The subject does not exist";
    then "核对主体备案号或主体 ID", "Check the subject's number or id";
    at "Ztid", "Ztbah", "Zt_xx/Baxh", "Ssdxbs";

    1059 "网站不存在", "The site does not exist";
    then "核对网站备案号或网站 ID", "Check the site's number or id";
    at "Wzid", "Wzbah", "Wz_xx/Baxh", "Ssdxbs";

    1060 "核验单已入库", "Verification sheet stored";
    then "无需处理，等待审核", "Nothing; wait for the review";

    1061 "附件用途与所属对象不符", "The attachment's purpose does not fit what it belongs to";
    then "按附件用途表把附件归到主体或网站", "Attach it to the subject or the site as the table of purposes says";
    at "Fjxx/Fjyt", "Fjssdx/Ssdxlx", "Fjssdx/Ssdxbs";

    1062 "接入信息与 IP 库一致", "Access data agree with the IP library";
    then "无需处理，等待审核", "Nothing; wait for the review";

    1063 "所用 IP 不在本单位 IP 备案中", "The IP addresses are not in your own IP filing";
    then "先为该地址段报 IP 备案，再重报", "File the range as yours first, then file again";
    at "Ip_xx/Qsip", "Ip_xx/Zzip";

    1064 "网站域名在黑名单中", "A domain of the site is blacklisted";
    then "不予接入，请主办者联系管局", "Do not serve it; the organiser has to turn to the bureau";
    at "Ym_xx/Ym";

    1065 "主体在黑名单中", "The subject is blacklisted";
    then "不予接入，请主办者联系管局", "Do not serve it; the organiser has to turn to the bureau";
    at "Zt_xx/Zj/Zjhm", "Zt_xx/Dwmc";

    1066 "语言代码错误", "The language is not a known code";
    then "从最近下发的语言表中选择", "Choose from the delivered table of languages";
    at "Yylb/Yylb_id";

    1067 "备案号或关键字对应多个网站", "More than one site answers to the number or key";
    then "改用网站 ID，或填写完整的网站备案号", "Give the site's id, or its whole number";
    at "Wzbah", "Baxh";

    1068 "备案号或关键字对应多条缩略信息", "More than one summary record answers to the number or key";
    then "改用记录 ID；仍不行的联系管局核对", "Give the record id; if that fails ask the bureau";
    at "Wzbah", "Baxh";

    1999 "其他原因", "Other reason";
    then "看代码描述；看不明白的联系管局", "Read the text that came with it, or ask the bureau";
}
