//! What a service is, does and how it is reached: 服务内容, 前置审批, 语种, 接入方式, 附件用途.

use super::code_table;

code_table! {
    /// Content that needs a consent before filing (前置审批内容类型, `Nrlx_id`); codes 7, 8 and 12 are not assigned.
    ///
    /// 互联网信息服务管理办法 (State Council order 292) Art 5 and the special laws of each trade.
    PreApprovalKind {
        News = 1, "news", "新闻";
        Publishing = 2, "publishing", "出版";
        Education = 3, "education", "教育";
        Health = 4, "health", "医疗保健";
        DrugsAndDevices = 5, "drugs-and-devices", "药品和医疗器械";
        BulletinBoard = 6, "bulletin-board", "电子公告服务";
        Culture = 9, "culture", "文化";
        Broadcasting = 10, "broadcasting", "广播电影电视节目";
        RideHailing = 11, "ride-hailing", "网络预约车";
        InternetFinance = 13, "internet-finance", "互联网金融";
        Tutoring = 14, "tutoring", "校外培训（高中及以下阶段）";
        Religion = 15, "religion", "宗教";
    }
}

code_table! {
    /// Content of a website (服务内容, `Fwnr_id`). Apps use another list, whose ids overlap with this one.
    WebsiteContent {
        InstantMessaging = 1, "instant-messaging", "即时通信";
        SearchEngine = 2, "search-engine", "搜索引擎";
        Portal = 3, "portal", "综合门户";
        Webmail = 4, "webmail", "网上邮局";
        News = 5, "news", "网络新闻";
        Blog = 6, "blog", "博客/个人空间";
        Advertising = 7, "advertising", "网络广告/信息";
        OrganisationPortal = 8, "organisation-portal", "单位门户网站";
        Shopping = 9, "shopping", "网络购物";
        Payment = 10, "payment", "网上支付";
        Banking = 11, "banking", "网上银行";
        Securities = 12, "securities", "网上炒股/股票基金";
        Games = 13, "games", "网络游戏";
        Music = 14, "music", "网络音乐";
        Video = 15, "video", "网络影视";
        Pictures = 16, "pictures", "网络图片";
        Software = 17, "software", "网络软件/下载";
        Jobs = 18, "jobs", "网上求职";
        Dating = 19, "dating", "网上交友/婚介";
        RealEstate = 20, "real-estate", "网上房产";
        Education = 21, "education", "网络教育";
        WebDesign = 22, "web-design", "网站建设";
        Wap = 23, "wap", "WAP";
        Other = 24, "other", "其他";
    }
}

code_table! {
    /// Language of a service (语种, `Yylb_id`); to be declared truly.
    Language {
        SimplifiedChinese = 1, "simplified-chinese", "中文简体";
        TraditionalChinese = 2, "traditional-chinese", "中文繁体";
        Uyghur = 3, "uyghur", "维吾尔语";
        Kazakh = 4, "kazakh", "哈萨克语";
        Kyrgyz = 5, "kyrgyz", "柯尔克孜语";
        Mongolian = 6, "mongolian", "蒙古语";
        Tibetan = 7, "tibetan", "藏语";
        Zhuang = 8, "zhuang", "壮语";
        Korean = 9, "korean", "朝鲜语";
        Yi = 10, "yi", "彝文";
        Miao = 11, "miao", "苗语";
        English = 12, "english", "英语";
        Japanese = 13, "japanese", "日语";
        French = 14, "french", "法语";
        Russian = 15, "russian", "俄罗斯语";
        Spanish = 16, "spanish", "西班牙语";
        Arabic = 17, "arabic", "阿拉伯语";
    }
}

code_table! {
    /// How a service is connected (接入方式, `Jrfs`).
    AccessMode {
        LeasedLine = 1, "leased-line", "专线";
        Colocation = 2, "colocation", "主机托管";
        VirtualHost = 3, "virtual-host", "虚拟主机";
        Other = 4, "other", "其他";
        Cloud = 5, "cloud", "云接入";
    }
}

code_table! {
    /// What an attached picture proves (附件用途, `Fjyt`).
    AttachmentPurpose {
        VerificationForm = 1, "verification-form", "真实性核验单";
        SubjectCertificate = 2, "subject-certificate", "主办单位有效证件";
        SubjectPersonCertificate = 3, "subject-person-certificate", "主体负责人证件";
        ServicePersonCertificate = 4, "service-person-certificate", "网站负责人证件";
        LivePhoto = 5, "live-photo", "核验现场照片";
    }
}

impl AttachmentPurpose {
    /// Whether the picture hangs on the subject (主体); else on the service (网站).
    pub const fn of_subject(self) -> bool {
        matches!(self, Self::SubjectCertificate | Self::SubjectPersonCertificate)
    }
}
