//! Result codes of domain filings (3001–3037, 3998, 3999).

use super::result_codes;

result_codes! { Domain:
    3001 "域名类型错误", "The kind of domain is wrong";
    then "从最近下发的域名类型表中选择", "Choose from the delivered table of kinds";
    at "Xzxx/Ymlx";

    3002 "缺少注册日期", "The registration date is missing";
    then "补填注册日期", "Add the registration date";
    at "Xzxx/Zcsj";

    3003 "缺少到期日期", "The expiry date is missing";
    then "补填有效日期", "Add the expiry date";
    at "Xzxx/Yxrq";

    3004 "到期日期已过", "The expiry date is in the past";
    then "域名续费后填写新的到期日期", "Renew the domain and give the new date";
    at "Xzxx/Yxrq";

    3005 "缺少域名服务器", "The name servers are missing";
    then "补填域名服务器", "Add the name servers";
    at "Xzxx/Ym_fwq";

    3006 "缺少注册商", "The registrar is missing";
    then "补填注册商", "Add the registrar";
    at "Xzxx/Ym_zcs";

    3007 "注册商名称为空或格式错误", "The registrar's name is empty or malformed";
    then "填写注册商全称", "Give the registrar's full name";
    at "Xzxx/Ym_zcs";

    3008 "缺少注册人名称", "The registrant's name is missing";
    then "补填注册人名称", "Add the registrant's name";
    at "Xzxx/Zcr_mc";

    3009 "缺少注册人组织", "The registrant's organisation is missing";
    then "补填注册人组织", "Add the registrant's organisation";
    at "Xzxx/Zcr_zz";

    3010 "缺少注册人所在省", "The registrant's province is missing";
    then "补填注册人所在省", "Add the registrant's province";
    at "Xzxx/Zcr_shengid";

    3011 "缺少注册人所在市", "The registrant's city is missing";
    then "补填注册人所在市", "Add the registrant's city";
    at "Xzxx/Zcr_shiid";

    3012 "缺少注册人邮箱", "The registrant's e-mail is missing";
    then "补填注册人邮箱", "Add the registrant's e-mail";
    at "Xzxx/Zcr_dzyj";

    3013 "注册人邮箱格式错误", "The registrant's e-mail is malformed";
    then "核对注册人邮箱", "Check the registrant's e-mail";
    at "Xzxx/Zcr_dzyj";

    3014 "缺少注册人电话", "The registrant's phone is missing";
    then "补填注册人电话", "Add the registrant's phone";
    at "Xzxx/Zcr_dhhm";

    3015 "注册人电话格式错误", "The registrant's phone is malformed";
    then "填写带区号的注册人电话", "Give the registrant's phone with its area code";
    at "Xzxx/Zcr_dhhm";

    3016 "缺少注册人地址", "The registrant's address is missing";
    then "补填注册人通信地址", "Add the registrant's address";
    at "Xzxx/Zcr_txdz";

    3017 "缺少管理员姓名", "The administrator's name is missing";
    then "补填管理员姓名", "Add the administrator's name";
    at "Xzxx/Gly_mz";

    3018 "缺少管理员组织", "The administrator's organisation is missing";
    then "补填管理员组织", "Add the administrator's organisation";
    at "Xzxx/Gly_zz";

    3019 "缺少管理员所在省", "The administrator's province is missing";
    then "补填管理员所在省", "Add the administrator's province";
    at "Xzxx/Gly_shengid";

    3020 "缺少管理员所在市", "The administrator's city is missing";
    then "补填管理员所在市", "Add the administrator's city";
    at "Xzxx/Gly_shiid";

    3021 "缺少管理员邮箱", "The administrator's e-mail is missing";
    then "补填管理员邮箱", "Add the administrator's e-mail";
    at "Xzxx/Gly_dzyj";

    3022 "管理员邮箱格式错误", "The administrator's e-mail is malformed";
    then "核对管理员邮箱", "Check the administrator's e-mail";
    at "Xzxx/Gly_dzyj";

    3023 "缺少管理员电话", "The administrator's phone is missing";
    then "补填管理员电话", "Add the administrator's phone";
    at "Xzxx/Gly_dh";

    3024 "管理员电话格式错误", "The administrator's phone is malformed";
    then "填写带区号的管理员电话", "Give the administrator's phone with its area code";
    at "Xzxx/Gly_dh";

    3025 "缺少管理员地址", "The administrator's address is missing";
    then "补填管理员地址", "Add the administrator's address";
    at "Xzxx/Gly_dz";

    3026 "接入方式无效", "The access mode is not valid";
    then "从最近下发的接入方式表中选择", "Choose from the delivered table of access modes";

    3027 "服务器放置地无效", "The server location is not valid";
    then "从最近下发的管局表中选择", "Choose from the delivered table of bureaus";

    3028 "注册人省市错误", "The registrant's region is wrong";
    then "从最近下发的区域表中重选，省、市要对应", "Choose from the delivered regions; the city must lie in the province";
    at "Xzxx/Zcr_shengid", "Xzxx/Zcr_shiid";

    3029 "管理员省市错误", "The administrator's region is wrong";
    then "从最近下发的区域表中重选，省、市要对应", "Choose from the delivered regions; the city must lie in the province";
    at "Xzxx/Gly_shengid", "Xzxx/Gly_shiid";

    3030 "缴费人省市错误", "The payer's region is wrong";
    then "从最近下发的区域表中重选，省、市要对应", "Choose from the delivered regions; the city must lie in the province";
    at "Xzxx/Jfr_shengid", "Xzxx/Jfr_shiid";

    3031 "注册日期格式错误", "The registration date is malformed";
    then "按年-月-日填写，共十位", "Write year-month-day, ten characters";
    at "Xzxx/Zcsj";

    3032 "到期日期格式错误", "The expiry date is malformed";
    then "按年-月-日填写，共十位", "Write year-month-day, ten characters";
    at "Xzxx/Yxrq";

    3033 "缴费人电话格式错误", "The payer's phone is malformed";
    then "填写带区号的缴费人电话，或不填", "Give the payer's phone with its area code, or leave it out";
    at "Xzxx/Jfr_dh";

    3034 "缴费人邮箱格式错误", "The payer's e-mail is malformed";
    then "核对缴费人邮箱，或不填", "Check the payer's e-mail, or leave it out";
    at "Xzxx/Jfr_dzyj";

    3035 "注册日期晚于今天", "The registration date is in the future";
    then "核对注册日期", "Check the registration date";
    at "Xzxx/Zcsj";

    3036 "域名单位只能向部级系统报备", "Domain units file at the ministry's system only";
    then "把接口地址改为部级系统", "Point the endpoint at the ministry's system";

    3037 "域名记录属于其他单位", "The domain record belongs to another unit";
    then "核对记录 ID，只能改删本单位的记录", "Check the record id; only your own records may be altered";
    at "Xzxx/Id", "Scxx/Id", "Scxx/Ym";

    3998 "操作成功", "Done";
    then "无需处理", "Nothing";

    3999 "其他原因", "Other reason";
    then "看代码描述；看不明白的联系管局", "Read the text that came with it, or ask the bureau";
}
