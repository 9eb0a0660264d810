/** Words that answer the other questions: is it about public water, is it urgent, is another responsible. Notation: `table.ts`. */
import { readTable } from './table.ts';

/** `water` names the public supply; `else` names what only looks like it. */
export const SENSES_OF_RELEVANCE = readTable(`
water 1 | 公共供水 | the public supply | 自来水 供水 水费 水表 停水 断水 水压 水价 水务 自来水厂 水厂 水改 户表 没水 无水 缺水 通水 直饮 入户水 二次加压 用水 饮水 饮用水 吃水 喝水 水管 水质 水小 水电费 水网 管网 爆管 水箱 水塔 总阀
water 1 | 与水有关的费用、设施 | charges and facilities of water | 开户费 抄表 水卡 泵房 加压费 一户一表 三供一业 停水停电 水龙头
else 1 | 排污、污染环境 | discharge and pollution | 排污 污水处理厂 废水 废料 排放 污水横流 养猪场 养殖场 屠宰场 采石 采矿 矿山 矿区 化工厂 砂石厂 粉尘 扬尘 噪音 臭气 河道 河流 河水 小溪 水库 鱼塘 水渠 灌溉 稻田 农田 黑臭水体 下水道 化粪池 排水 雨水管 内涝 积水 垃圾站 垃圾中转站 垃圾 污水厂 污水管 水污染 大气 工业废 猪场 鸡场 水源地 饮用水源 河堤 防洪 水利 山塘 渔
else 1 | 消防用水 | fire mains | 消防…无水 消防…没水 消防…没有水 消防…缺水 消防水 消防用水 消防供水 消防管 消防栓 消火栓 无…消防水
else 1 | 房屋、物业其他事项 | houses, other matters of a manager | 房屋质量 渗水 外墙 电梯 门禁 绿化 停车 车位 房产证 产权证 不动产证 交房 延期 装修 消防 保安 业委会 物业费 物业合同 质量问题 违建 公摊面积
else 1 | 拆迁、租赁、其他 | demolition, leases, other | 拆迁 征收 征地 租赁 租金 合同纠纷 燃气 天然气 供电 变压器 电力 电网 公交 道路 修路 水泥路 学校 医保 社保 医院 工资 网络 路灯 暖气 供暖 热水 大火 火灾 补偿款 安置费 宅基地 贷款
`);

/** What makes a message urgent 紧急: off now or day after day, danger, unfit at the tap, the weak go without. */
export const SENSES_OF_URGENCY = readTable(`
urgent 1.6 | 正在停水 | off now | 现在…停水 现在…没水 现在…断水 至今…没水 至今…停水 至今…无水 至今…没有水 到现在……没水 到现在……停水 今天……停水 已经停水 停水已经 停水超过 停水一整 已停水 已断水 已经断水 仍…停水 还没来水 没有来水 依然没 还是没水 仍然没水 仍未…水 被停水 被断水 停水已 停水…了 直接断水 直接停 把水…停 断水中 未恢复 没有恢复 未来水 仍未恢复
urgent 1.6 | 停水多日 | for days running | 停水…天 断水…天 没水…天 无水…天 连续…天 停水…星期 停水…周 停水…月 没水…星期 星期没水 个星期……水 周……没水 停水…小时 持续…天 长时间停水 长时间无水 长时间没水 长时间断水 天都没水 连续停水 连续…停水 天没水 天没有水 天停水 天断水 天无水 几天没 多天没 多天停 好几天 数日 天……没有水 个月……停水 停水……个月 停水……月 持续…月
urgent 1.6 | 天天停水 | off every day | 每天……停水 每天……没水 每天……断水 每天……无水 天天……停水 天天停水 天天没水 每晚……停水 每晚……没水 每晚……无 每到……停水 每到……没水 晚上……停水 白天停水 晚上停水 晚上……没水 高峰期……没水 高峰……没水 高峰……停水 高峰……无水 长期……停水 长期停水 长期断水 长期缺水 长期没水 长期无水 长期……无水 周期性停水 几乎……断水 天天断水 整天停水 全天停水 家常便饭 一直没水 没水喝 无水用 没水用 断水…情况 几乎没水 几乎断水 一直没有水 一直……停水 无水可用 长期无法…用水
urgent 1.4 | 只在半夜有水 | water only at night | 才来水 才有水 半夜……有水 凌晨……有水 只有……来水 只有……有水 定时供水 分时供水 限时供水 早晚停水 隔天……水 洗澡洗…没水 等到……才
urgent 0.6 | 涉及多户 | several households | 小区 全村 村民 居民 业主 整栋 几栋 全镇 几百户 户居民 多户 全体 楼栋 住户 宿舍
urgent 2 | 危及房屋、人身、水淹 | danger or flooding | 地基 下沉 塌陷 坍塌 倒塌 危房 触电 漏电 被淹 淹了 水淹 人身安全 房屋安全 冲垮 冲毁 结冰 滑倒 危险 水漫 坠落 掉进 摔
urgent 1.6 | 水不能用 | unfit at the tap | 黄泥 黄泥水 泥浆 泥水 自来水…污水 发臭 恶臭 霉 无法饮用 不能饮用 不能喝 没法喝 不敢喝 浑浊不堪 拉肚子 腹泻 呕吐 中毒 生病 红虫 虫子 黑水 异味 臭味 结石 身体健康
urgent 1.8 | 老人、孩子、孕妇 | the old, children, pregnant women | 老人 小孩 孩子 婴儿 幼儿 宝宝 孕妇 老年人 儿童 孤寡 病人 残疾 学生 老幼 老小 小朋友 孩童 高龄
urgent 1.5 | 唯一水源枯竭或受污染 | the only source is dry or polluted | 井…干 干枯 枯竭 干涸 井水…污染 唯一…水源 水源…污染 挑水 水源匮乏 水源…匮乏 没有水源 严重缺水 水位下降 买水 桶装水 矿泉水 干旱 天干 旱
urgent 0.6 | 无法生活 | life is not possible | 无法生活 没法生活 怎么生活 影响…生活 苦不堪言 痛苦 洗澡 做饭 煮饭 冲厕所 上厕所 急需 紧急 救救 救命 尽快 迫切 燃眉
urgent -0.8 | 只说经常停水 | only "often" | 经常…停水 经常停水 时常停水 频繁停水 停水…频繁 有时 偶尔 不定时
urgent -1 | 咨询、建议 | an enquiry | 咨询 请问 建议 想了解 是否
`);

/** Who is responsible 职责: `outside` another than the water company, by the text. */
export const SENSES_OF_DUTY = readTable(`
outside 1.6 | 物业停水、代收、不作为 | the property manager | 物业……停水 物业……断水 物业…停…水 物业……水费 物业……收 物业…霸 物业…不作为 物业……拒 投诉…物业 投诉……物业 水费……物业 物业……关 物业……不管 物业……强 物业…挪用 物业……加价
outside 0.8 | 物业 | the property manager | 物业
outside 1.6 | 开发商未建好、未移交 | the developer | 开发商……未 开发商……没 开发商……不 开发商……拖 开发商……偷工减料 开发企业……未 开发商……水 地产……拖欠 地产……偷工减料 投诉……开发商 开发商
outside 1.6 | 政府、村委会、征收办 | government, village committee | 村委…收 村委…不 村委……贪 村委……钱 村干部……钱 村支书 村主任 水利局 拆迁办 征收办 征拆 乡政府……承诺 政府投资 政府……停工 拨款 财务…公布 资金……去 国家……款 承包 包工头 施工方…政府 扶贫
outside 0.8 | 单位、房东、第三人 | a landlord, an employer, a third party | 房东 后勤 单位…停 施工单位 工地 施工队 发电 项目部 楼上 邻居 承租 出租方 市场管理 安置房 园区管理
outside 1.6 | 物业未交水费 | the manager kept the water money | 物业……欠交……水费 物业……欠……水费 物业……拖欠……水费 物业……不交……水费 物业……未…缴 物业……没交
outside -1.6 | 供水企业 | the water company | 供水…噪音 自来水公司……不 自来水公司……收 自来水公司……停 投诉…自来水 投诉…水务 投诉…供水 投诉…水厂 水务公司 供水公司 水厂…收 自来水厂 水务集团 供水集团 自来水公司……推 自来水公司…强 水司
outside -0.5 | 供水企业 | the water company | 自来水公司 水厂 水务
`);
