//! Result codes that any document can bring (5001–5011, 5999).

use super::result_codes;

result_codes! { General:
    5001 "文件不符合接口格式", "The file violates the interface schema";
    then "代码描述给出文件名；找出不合格的字段，改正后整份重报",
         "The text names the file; find the field that breaks the schema, mend it and send the whole file anew";

    5002 "属性不存在", "The attribute does not exist";
    then "核对文件根元素的属性，只带版本号", "Check the root's attributes; it carries the version only";

    5003 "请求单位与调用单位不一致", "The requesting unit differs from the calling unit";
    then "文件里的请求单位 ID 要与登录账号一致", "The unit in the file must be the account's own";
    at "Qqdwid";

    5004 "接口版本错误", "The interface version is wrong";
    then "按代码描述中的版本改正根元素", "Give the version that the text names";

    5005 "未备案网站不属于本单位", "The unfiled site is not yours";
    then "核对域名和 IP，只报本单位名下的网站", "Check domain and IP; report on your own sites only";
    at "Clxx/Ym", "Clxx/IP", "Clxx/Jrs", "Clxx/Yys";

    5006 "未备案网站处理结果已上报", "The result for the unfiled site was already reported";
    then "不必重报", "Do not repeat it";
    at "Clxx/Ym";

    5007 "处理状态代码错误", "The handling status is not a known code";
    then "从最近下发的未备案处理表中选择", "Choose from the delivered table of handling states";
    at "Clxx/Cljg";

    5008 "含有非法字符", "The file contains illegal characters";
    then "去掉控制字符和 GBK 之外的生僻字", "Remove control characters and characters outside GBK";

    5009 "单位无此业务权限", "The unit lacks permission for this business";
    then "向管局申请开通该业务", "Ask the bureau to open this business";
    at "Qqdwid";

    5010 "附件格式不符合要求", "The attachment is in a format that is not allowed";
    then "转成 JPG，压到规定大小后重报", "Convert it to JPG within the size limit and send again";
    at "Fjxx/Fjnr", "Fjxx/Fjwjgs", "Nrlx_xx/Spwj";

    5011 "功能未开放", "The function is not opened";
    then "停用该功能，向管局询问开放时间", "Stop using it and ask the bureau when it opens";

    5999 "其他原因", "Other reason";
    then "看代码描述；看不明白的联系管局", "Read the text that came with it, or ask the bureau";
}
