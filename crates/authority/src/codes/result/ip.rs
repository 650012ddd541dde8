//! Result codes of IP address filings (2001–2056, 2998, 2999).

use super::result_codes;

result_codes! { Ip:
    2001 "单位不存在", "The unit is not known";
    then "从最近下发的报备单位列表中选择", "Choose from the delivered list of filing units";
    at "Lydw", "Fpsy/Fpdx", "Jsxx/Gbdw", "Jsxx/Sqdw", "Ly_dwid";

    2002 "起始地址大于终止地址", "The first address is above the last";
    then "把起止地址改正过来", "Put the two addresses in order";
    at "Qsip", "Zzip";

    2003 "地址段已报备", "The range is already filed";
    then "不要重复上报；要改内容的改报修改", "Do not repeat it; to alter it file a change";
    at "Qsip", "Zzip";

    2004 "广播信息已报备", "The broadcast is already filed";
    then "不要重复上报；要改内容的改报修改", "Do not repeat it; to alter it file a change";
    at "Jsxx/Qsip", "Jsxx/Zzip";

    2005 "地址段的来源尚未报备", "The source of the range is not filed yet";
    then "先报该地址段的来源，再报分配", "File where the range comes from, then its allocation";
    at "Fpsy/Qsip", "Fpsy/Zzip";

    2006 "起始地址不合法", "The first address is not allowed";
    then "核对起始地址", "Check the first address";
    at "Qsip";

    2007 "终止地址不合法", "The last address is not allowed";
    then "核对终止地址", "Check the last address";
    at "Zzip";

    2008 "网关地址不合法", "The gateway address is not allowed";
    then "核对网关地址", "Check the gateway address";
    at "Wgip";

    2009 "单位分类错误", "The unit class is wrong";
    then "从最近下发的单位分类表中选择", "Choose from the delivered table of unit classes";
    at "Fpsy/Dwfl";

    2010 "缺少分配方式", "The allocation mode is missing";
    then "补填分配方式", "Add the allocation mode";
    at "Fpsy/Fpfs";

    2011 "省市县错误", "The region is wrong";
    then "从最近下发的区域表中重选，省、市、县要对应",
         "Choose from the delivered regions; province, city and county must belong together";
    at "Shengid", "Shiid", "Xianid";

    2012 "电话不合法", "The phone number is not allowed";
    then "填写带区号的号码，只用数字和连字符", "Give the number with its area code, digits and hyphens only";
    at "Lxrdh";

    2013 "电子邮箱不合法", "The e-mail address is not allowed";
    then "核对联系人邮箱", "Check the contact's e-mail";
    at "Lxrdzyj";

    2014 "缺少起始地址", "The first address is missing";
    then "补填起始地址", "Add the first address";
    at "Qsip";

    2015 "缺少终止地址", "The last address is missing";
    then "补填终止地址", "Add the last address";
    at "Zzip";

    2016 "缺少广播单位", "The announcing unit is missing";
    then "补填广播单位", "Add the announcing unit";
    at "Jsxx/Gbdw";

    2017 "广播单位不存在", "The announcing unit is not known";
    then "从最近下发的报备单位列表中选择", "Choose from the delivered list of filing units";
    at "Jsxx/Gbdw";

    2018 "广播申请单位不存在", "The unit that asked for the broadcast is not known";
    then "从最近下发的报备单位列表中选择", "Choose from the delivered list of filing units";
    at "Jsxx/Sqdw";

    2019 "单位性质无效", "The nature of the unit is not valid";
    then "从最近下发的单位性质表中选择", "Choose from the delivered table of natures";
    at "Dwxz";

    2020 "行业分类无效", "The industry is not valid";
    then "从最近下发的行业分类表中选择", "Choose from the delivered table of industries";
    at "Fpsy/Dwhyfl";

    2021 "使用方式无效", "The mode of use is not valid";
    then "填 1 静态、2 动态或 3 未知", "Give 1 static, 2 dynamic or 3 unknown";
    at "Syfs";

    2022 "缺少经营许可证编号", "The operating licence is missing";
    then "请管局补全该单位的许可证编号", "Have the bureau add the licence to the unit's record";

    2023 "行政级别无效", "The administrative rank is not valid";
    then "从最近下发的行政级别表中选择", "Choose from the delivered table of ranks";

    2024 "省无效", "The province is not valid";
    then "从最近下发的区域表中选择省", "Choose the province from the delivered regions";
    at "Shengid";

    2025 "市无效", "The city is not valid";
    then "从最近下发的区域表中选择该省的市", "Choose a city of that province from the delivered regions";
    at "Shiid";

    2026 "县无效", "The county is not valid";
    then "从最近下发的区域表中选择该市的县", "Choose a county of that city from the delivered regions";
    at "Xianid";

    2027 "缺少报备单位", "The filing unit is missing";
    then "补填请求单位 ID", "Add the id of the requesting unit";
    at "Qqdwid";

    2028 "缺少来源单位", "The source unit is missing";
    then "补填来源单位", "Add the source unit";
    at "Lydw", "Ly_dwid";

    2029 "来源单位错误", "The source unit is wrong";
    then "核对来源单位，从报备单位列表中选择", "Check it and choose from the list of filing units";
    at "Lydw", "Ly_dwid";

    2030 "缺少使用日期", "The date of use is missing";
    then "补填分配使用日期", "Add the date of allocation";
    at "Fprq";

    2031 "缺少单位名称", "The unit's name is missing";
    then "补填单位名称", "Add the unit's name";
    at "Dwmc";

    2032 "缺少使用方式", "The mode of use is missing";
    then "补填使用方式", "Add the mode of use";
    at "Syfs";

    2033 "缺少域名跳转标志", "The redirect flag is missing";
    then "补填是否用于域名跳转", "Say whether it serves redirects of domains";
    at "Sfymtz";

    2034 "缺少单位性质", "The nature of the unit is missing";
    then "补填单位性质", "Add the nature of the unit";
    at "Dwxz";

    2035 "缺少单位分类", "The unit class is missing";
    then "补填单位分类", "Add the unit class";
    at "Fpsy/Dwfl";

    2036 "缺少详细地址", "The address is missing";
    then "补填详细地址", "Add the address";
    at "Xxdz";

    2037 "缺少省", "The province is missing";
    then "补填省", "Add the province";
    at "Shengid";

    2038 "缺少市", "The city is missing";
    then "补填市", "Add the city";
    at "Shiid";

    2039 "缺少联系电话", "The contact's phone is missing";
    then "补填联系人电话", "Add the contact's phone";
    at "Lxrdh";

    2040 "缺少联系人姓名", "The contact's name is missing";
    then "补填联系人姓名", "Add the contact's name";
    at "Lxrxm";

    2041 "分配方式无效", "The allocation mode is not valid";
    then "填 1 分配且使用、2 再分配、3 自用或 4 预留", "Give 1 allocated and used, 2 allocated further, 3 own use or 4 kept";
    at "Fpsy/Fpfs";

    2042 "缺少联系人邮箱", "The contact's e-mail is missing";
    then "补填联系人邮箱", "Add the contact's e-mail";
    at "Lxrdzyj";

    2043 "缺少网关地址", "The gateway address is missing";
    then "补填网关 IP", "Add the gateway's IP address";
    at "Wgip";

    2044 "缺少网关所在地", "The place of the gateway is missing";
    then "补填网关物理地址", "Add where the gateway stands";
    at "Wgdz";

    2045 "缺少来源单位名称", "The name of the source unit is missing";
    then "补填来源单位名称", "Add the name of the source unit";
    at "Ly_dwmc";

    2046 "缺少来源单位类型", "The kind of the source unit is missing";
    then "填明来源单位是否为报备单位", "Say whether the source is a filing unit";
    at "Ly_dwlx";

    2047 "缺少分配对象", "The unit the range goes to is missing";
    then "补填分配对象；再分配时必填", "Add it; it is needed when a range is allocated further";
    at "Fpsy/Fpdx";

    2048 "分配对象不存在", "The unit the range goes to is not known";
    then "从最近下发的报备单位列表中选择", "Choose from the delivered list of filing units";
    at "Fpsy/Fpdx";

    2049 "记录已报备", "The record is already filed";
    then "不要重复上报；要改内容的改报修改", "Do not repeat it; to alter it file a change";
    at "IspId";

    2050 "分配单位与使用单位相同", "The allocating and the using unit are the same";
    then "自用的改为自用方式，否则改正分配对象", "For own use choose that mode; otherwise mend the receiving unit";
    at "Fpsy/Fpdx", "Fpsy/Fpfs";

    2051 "该单位不能报广播信息", "The unit may not file broadcasts";
    then "请有权广播的单位报备", "Have a unit file that may announce ranges";
    at "Jsxx/Gbdw";

    2052 "来源单位与请求单位相同", "The source unit is the requesting unit";
    then "填写上级来源单位", "Give the unit the range was received from";
    at "Lydw", "Ly_dwid";

    2053 "申请单位与广播单位相同", "The applicant is the announcing unit";
    then "改正其中一个单位", "Mend one of the two units";
    at "Jsxx/Sqdw", "Jsxx/Gbdw";

    2054 "记录属于其他接入商", "The record belongs to another provider";
    then "核对记录 ID，只能改删本单位的记录", "Check the record id; only your own records may be altered";
    at "Ly/Id", "Ly_xx/Id", "Fpsy/Id", "Zdxx/Id", "Jsxx/Id";

    2055 "IP 记录不在库中", "The IP record is not in the library";
    then "核对记录 ID；拿不准时申请数据同步", "Check the record id; if in doubt ask for a data synchronisation";
    at "Ly/Id", "Ly_xx/Id", "Fpsy/Id", "Zdxx/Id", "Jsxx/Id";

    2056 "地址段冲突", "The ranges clash";
    then "去掉重叠的部分，或核实该段现属哪个单位", "Remove what overlaps, or find out which unit holds the range";
    at "Qsip", "Zzip";

    2998 "操作成功", "Done";
    then "无需处理", "Nothing";

    2999 "其他原因", "Other reason";
    then "看代码描述；看不明白的联系管局", "Read the text that came with it, or ask the bureau";
}
