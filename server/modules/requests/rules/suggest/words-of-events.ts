/**
 * 供水诉求词表: which words of a message speak for which event, and how strongly (1 a hint, 3 the
 * plain word for it, 5 hardly anything else). The notation is that of `table.ts`; what a utility's
 * rulebook adds to an event in `terms` is read beside it.
 */
import { readTable } from './table.ts';

export const SENSES_OF_EVENTS = readTable(`
# 停水、无水
no-water 3.2 | 停水、断水 | the water is off | 停水 断水 停了水 断了水 停…家…水 停…家水 断…家水 停止供水 中断供水 供水中断 停止…供水 停掉…水 掐水 关水闸 亭水
no-water 2.8 | 没有水 | there is no water | 没水 无水 没有水 没自来水 无自来水 没得水 没了水 水都没 一滴水 用不上水 用不到水 不来水 没来水 不出水 放不出水 供不上水 无法供水 不能供水 无法用水 不能用水 没有自来水 断供 水停了 来水…时间 没法用水 没水喝 没水可 无水用 没水用 断了供水 停掉…供水 停…供水 掐断…水 切断…水 停水了 吃不上水 喝不上水 没有生活用水
no-water 2 | 缺水、供水不足 | too little water | 缺水 供水不足 供水不正常 供水紧张 用水荒 水荒 间歇…供水 限时供水 分时供水
no-water 2 | 水停停来来 | the water comes and goes | 停停断断 时有时无 时断时续 三天两头…停 想停…水 经常停 停水停电 停电停水 停水断电 断水断电
no-water 2 | 用水难 | using water is hard | 用水难 用水困难 用不了水 恢复供水 恢复…用水 没水洗澡 没水做饭 提水
no-water 0.7 | 供水、用水问题 | a problem of supply, not named | 用水问题 供水问题 用水…问题 供水…问题 停…水问题 正常供水 正常用水 保障供水 洗不了澡 没法洗澡
no-water 0.3 | 供水 | supply | 供水 用水
no-water.area 1 | 大面积停水 | a whole area is without water | 大面积停水 全镇停水 全县停水 全城停水 整个片区…停水 多个小区…停水
no-water.community 1 | 小区停水 | a community is without water | 小区……停水 小区…断水 小区…没水 停水……小区 整栋…停水 花园…停水
no-water.arrears 1 | 欠费停水 | cut off for arrears | 欠费停水 欠费…停水 欠费…停了 停水…欠费

# 水压低
low-pressure 3.2 | 水压低 | low pressure | 水压 压力不足 压力不够 压力太小 压力低 水的压力
low-pressure 1.2 | 水压低、不足 | low pressure, said plainly | 水压…低 水压…小 水压…不足 水压…不够 水压…不正常 水压…不稳 水压…弱 水压…上不 没水压 没有水压 水压不
low-pressure 2.8 | 水小 | a trickle | 水小 水太小 水很小 水特别小 水流小 水流太小 水流很小 水流细 水流…小 水量小 水量很小 水量太小 水量…小 流量小 细如丝 水…很细 一点点水 水…上不去 水…上不来 水上不了 上不了楼 水量不足
low-pressure 2 | 高峰时水不够 | too little at peak hours | 错峰用水 用水高峰…小 高峰…水小 高峰…水压 晚上…水压 晚上…水小 水压…忽 忽大忽小 顶楼…没水 高楼层…没水 高层…没水 楼层高…没水 滴滴答答 断断续续 几乎断水
low-pressure 1.5 | 热水器打不着 | the heater does not light | 热水器…打不 热水器…点不 热水器…启动 热水器…不能 燃气…打不 打不着火 打不亮 增压 低水压

# 水质
water-quality 3.2 | 水质 | water quality | 水质 水体…污染 饮水安全 饮用水安全 水…卫生
water-quality 3 | 浑浊、发黄、有味 | cloudy, coloured or smelling | 浑浊 混浊 浑水 浑黄 黄水 黄泥水 泥水 泥浆水 水…发黄 水…很黄 水…发黑 水…发白 水…发绿 黑水 泥沙 沙子 沉淀 杂质 悬浮物 异味 腥味 霉味 水…味 漂白粉 氯气味 消毒水味 消毒液 水垢 水碱 水锈 铁锈 锈水 生锈…水 重金属 红虫 小虫 线虫 油污 水…恶臭 水…浑 黄泥 水…颜色
water-quality 2.4 | 脏、不能喝 | dirty, not fit to drink | 不干净 水…脏 脏水 不能喝 不敢喝 没法喝 不能饮用 无法饮用 不可饮用 不能食用 无法食用 水…臭 自来水…污水 不达标 水…超标 干净水 干净的水 放心水 不卫生
water-quality 1.8 | 净化、过滤 | purifying, filtering | 净化 净水器 滤芯 过滤器 深度处理 洗澡…痒 皮肤…痒 水厂…水源
water-quality 1.5 | 水受污染 | polluted water | 水…污染 污染…水源 水源…污染 水污染

# 漏水、爆管
pipe-leak 3 | 水管漏水、破裂 | a pipe leaks or broke | 水管…漏 管道…漏 管网…漏 管子…漏 漏水 爆管 爆裂 水管…破 水管…裂 水管…断 管道…破 管道…裂 跑水 冒水 喷水 管网…破 挖断…管 挖破…管 挖爆 漏损 渗漏
pipe-leak 1.2 | 水白白流走 | water runs to waste | 白白流 白白浪费 流走 水漫 浪费水 水…流到 地面…积水
meter-well-leak 5 | 水表处爆裂 | a burst at the meter | 水表…爆 水表…炸 水表…冻坏 表…接口…漏 表前…漏
meter-well-leak 5.5 | 表井内漏水 | a leak at the meter | 表井…漏 表井…水 表箱…漏 表池…漏 表坑…漏 水表…漏水 水表…渗水 水表…滴水 水表…接头…漏 水表…阀…漏 水表…破裂 水表…冻裂 水表…喷
indoor-leak 4.5 | 户内漏水 | a leak behind the meter | 户内…漏 家里…漏水 家中…漏水 室内…漏 屋内…漏 表后…漏 入户管…漏 进户管…漏 入户…水管…漏 暗管…漏 厨房…漏 卫生间…漏 水龙头…漏 马桶…漏 地暖…漏 楼上…漏水 楼顶…漏水

# 水表、水量
meter-fault 4 | 水表坏、不准、更换 | the meter is broken, wrong, or changed | 水表…坏 水表…不准 水表…故障 水表…失灵 水表…快 水表…不走 水表…停走 水表…老化 水表…到期 水表…更换 水表…换 换水表 换…水表 更换…水表 更换水表 换新水表 坏…水表 换表 验表 校表 水表…检定 水表…误差 智能水表 远传水表 水表…偷 水表…冻 水表…倒转
meter-fault 1 | 水表的问题 | a problem of the meter, not named | 水表…问题 水表问题 水表…漏 水表
meter-fault.idling 5 | 水表空转 | the meter turns by itself | 水表…空转 水表…自转 水表空走 水表自走 空转 不用水…走 没用水…转 关了水…转 没用水…走 水表…乱转 水表…跳 指针…转 关…阀…转 水表仍
meter-fault.position 2 | 水表位置 | where the meter is | 水表…位置 水表…装错 水表…接错 水表…对不上 串表 错表
usage-abnormal 4.5 | 水量、水费突增 | usage or bill out of the ordinary | 水费…突增 水费…暴增 水费…暴涨 水费…猛增 水费…翻倍 水费…翻了 水费…异常 水费…离谱 水费…惊人 水费…奇高 水费…高得 水费…太高 水费…偏高 天价水费 巨额水费 水费…不正常 用水量…异常 用水量…突 用水量…不符 水量…异常 水量…不对 用水…异常 用…这么多水 突然…水费 一个月…多吨 多出…吨 突然…吨 高额水费 莫名…水费 多了…吨
usage-abnormal 2.6 | 没人住却有水费 | a bill for an empty home | 不住人……水费 不住……水费 空房……水费 没用水……水费 没人用……水费 没用……水费 无人……水费 长期…没人……水费 没人住……水费 无人居住……水费 没住人……水费 空置……水费 没有住……水费 未入住……水费 没入住……水费

# 水费、缴费
bill-payment 2.2 | 水费、缴费 | water bills and payment | 水费 交费 缴费 缴水 欠费 账单 帐单 发票 滞纳金 违约金 扣费 扣款 余额 预存 充值 代扣 补缴 补交 退费 退水费 拖欠水
bill-payment 2.6 | 因水费争议停水 | cut off over a bill in dispute | 停水……欠费 欠费……停水 停水……水费 水费……停水 欠水费 欠费……停 水费……断水 催缴 水费……开水
bill-payment 2.4 | 缴费渠道、抄表 | how to pay, meter reading | 网上交 网上缴 网上…水费 手机…水费 微信…水费 支付宝…水费 银行…水费 交水费 缴水费 水费…交不 水费…查询 水费…短信 收水费 乱收水费 代收…水费 抄表 估抄 催缴 过户 更名 水费…通知 水卡
price-policy 3.2 | 水价、收费标准 | price and charges | 水价 水费…标准 收费标准 阶梯 阶梯水价 价格…水 水费…涨价 水…涨价 水费…价格 水费…贵 水费…单价 元/吨 元一吨 元每吨 块一吨 块钱一吨 元/方 元/立方 元一方 一吨水 每吨水 每吨 商业用水 居民用水价 民用水价 特种用水 水费…加价 加收 污水处理费 垃圾处理费 水资源费 高价水
price-policy 3.4 | 乱收费 | charges called unjust | 乱收费 乱收 收费…不合理 收费…过高 违规收费 收费不 不合理收费 霸王…收费 强制收 强行收 重复收费 多收 收费…依据 收取……费用 天价 收费问题 凭空…费 费用……合理 收费……规定 收费…真实
price-policy 2.8 | 开户费、加压费 | connection fees and surcharges | 开户费 入户费 初装费 安装费 接口费 增容费 加压费 改造费 立户费 表费 水表费 换表费 保表费 开通费 报装费 二次加压…费 公摊 分摊 损耗 最低消费 底度 水损 材料费 劳务费 配套费 押金
connection.cost 1 | 安装要多少钱 | what a connection costs | 安装…多少钱 开户…多少钱

# 报装、通水
connection 3.2 | 要求安装自来水 | asks for mains water | 安装…自来水 装…自来水 通…自来水 接…自来水 自来水…安装 自来水…接通 自来水…到户 自来水…入户 自来水…进户 自来水…未通 自来水…没通 自来水…不通 自来水…通水 自来水…建设 未通自来水 没有通水 未通水 没通水 不通水 尚未通 何时通水 什么时候通水 通水 用上自来水 喝上自来水 吃上自来水 用不上自来水 喝不上自来水 喝不到自来水 吃不上自来水 没有自来水 无自来水 水网…覆盖 管网延伸 管道延伸 供水管网…接 接入…自来水 接入市政…水 开通…自来水 自来水…接入 供水…覆盖 通上自来水 水不通 自来水…没有…通
connection 1.4 | 自来水工程 | works to bring mains water | 自来水…工程 饮水…工程 供水工程 自来水项目
connection 2.2, secondary-supply 2.8 | 直接供水 | direct supply instead of pumped | 直供水 直接供水 直供 直饮 直接入户
connection 3 | 报装、一户一表 | account, own meter | 报装 开户 立户 一户一表 独立水表 单独…水表 分户 户口表 水表…户头 临时用水 转正式用水 水表…办理 水表ID 新装水表 安装…水表 装…水表
connection 1.6 | 村民用水困难 | villagers lack water | 村……用水困难 组……用水困难 村……用水难 村……缺水 村民……没水 村…饮水 铺设…管 水管…铺设 水管…没有铺 水管…未铺 未铺设 管网…覆盖 没有覆盖 没覆盖 早日…自来水 早点…自来水 盼…自来水
connection 2.2 | 农村饮水 | water for a village | 饮水困难 饮水难 吃水难 吃水困难 喝水难 喝水困难 饮水工程 安全饮水 人畜饮水 人饮工程 集中供水 城乡…供水 城乡饮水 挑水 打井 井水 村民……自来水 组……自来水
connection 0.9 | 饮水、自来水问题 | a problem of drinking water, not named | 饮水问题 吃水问题 喝水问题 用水问题 自来水问题 村…自来水 组…自来水 镇…自来水

# 户表改造
household-meter-renovation 3.6 | 改水表 | meters to be renewed or divided | 改…水表 改自来水 改…自来水 水表…分户 分表到户 分户改造 一户一表…改 一户一表改造 水表出户 出户改造 二次供水改造 老旧…改造
household-meter-renovation 3.4 | 管网、户表改造 | renovation of pipes and meters | 户表改造 水表改造 管网改造 管道改造 水管改造 供水改造 自来水改造 自来水管…改造 自来水…管…改造 水改 户改 水电改造 水电…改造 三供一业 一表改造 老旧管网 管网老化 管道老化 水管老化 老化 管网…更新 更换水管 换水管 更换…管道 旧管 抄表到户 供水…移交 供水分离 分离移交 水电移交 改造…水管 改造…管道 整改…管道 维修改造 表…外移 提质改造 提质升级
household-meter-renovation 1.4 | 老旧小区 | an old community | 老旧小区 老小区 家属区 单位宿舍 改制 破产企业 总表 移交

# 二次供水
secondary-supply 4 | 泵房噪音、水箱卫生 | noise of pumps, clean tanks | 泵房…噪 水泵…噪 水泵…响 水箱…清洗 水箱…脏 水箱…消毒 水箱…坏 水泵…坏 加压…坏 加压…故障
secondary-supply 4 | 二次供水 | secondary supply | 二次供水 二次加压 加压泵 水泵房 泵房 无负压 二供
secondary-supply 2.4 | 水箱、水泵 | tank and pump | 水箱 水泵 蓄水池 水塔 加压设备 供水设备 增压泵 增压设备 加压 高层供水 高位水池 水池…清洗 抽水泵

# 施工
construction 2.4 | 噪音、扰民 | noise, nuisance | 噪音 噪声 扰民 夜间施工 施工…影响 影响…睡眠 灰尘 尘土
construction 3.2 | 供水施工质量、恢复路面 | quality of works, road not restored | 偷工减料 施工质量 工程质量 路面…恢复 恢复…路面 未恢复 没有恢复 不恢复 回填 开挖 挖…马路 挖…路 挖开 挖坑 自来水…施工 水管…施工 管道…施工 自来水…挖 水管…裸露 管道…埋 施工队 野蛮施工 施工…扰民 施工……噪音 安装质量 水管…质量 豆腐渣
construction.quality 1 | 施工质量 | quality of works | 偷工减料 施工质量 工程质量 豆腐渣 安装质量

# 设施
facility-damage.manhole-cover 5 | 井盖 | manhole cover | 自来水…井盖 供水…井盖 水表…盖 表井盖 井盖 窨井盖 沙井盖
facility-damage.hydrant 4 | 消火栓 | hydrant | 消火栓 消防栓 消火拴 消防拴
facility-damage.valve-well 4.5 | 阀门井 | valve well | 阀门井 闸阀井 闸门井
facility-damage 4.5 | 阀门损坏 | a valve does not work | 阀门…坏 阀门…漏 阀门…锈 阀门…打不开 阀门…关不 总阀…坏 总阀…锈 总阀…打不开 总阀门 闸阀…坏 闸阀…关不 阀门…维修 更换…阀门 坏…阀门
facility-damage 2.5 | 供水设施损坏 | a facility is damaged | 供水设施…坏 供水设施…损 消防…没水 设施…损坏 水管…裸 管道…裸露
pipe-location 4 | 管道位置 | where pipes lie | 管道…位置 管线…位置 指认…管 管线…图

# 违章
illegal-use 5 | 偷水、私接 | stolen water | 偷水 盗水 窃水 偷用…水 私接…水 私自接 私拉 乱接…水 违章用水 违规用水 偷接 盗用…水 转供水

# 服务
service-complaint 3.4 | 服务态度、推诿 | attitude, passing the buck | 服务态度 态度恶劣 态度差 态度…差 态度…不好 态度蛮横 服务…差 推诿 踢皮球 踢…皮球 互相推 相互推 推卸责任 敷衍 不作为 爱理不理 骂人 服务质量
service-complaint 2 | 没人理 | nobody answers | 电话…打不通 电话…没人接 电话…无人接 电话…不接 不接电话 打不通 占线 无人受理 没人理 迟迟不 一拖再拖 拖延 刁难 吃拿卡要 投诉…自来水公司 投诉…水务 投诉…供水公司 投诉…水厂 工作人员……态度
service-complaint.discipline 4 | 违纪 | misconduct of staff | 收受 索要…红包 红包 贪污 受贿 以权谋私 吃回扣

# 赔偿、咨询
compensation 4 | 赔偿 | compensation | 赔偿 索赔 赔付 赔我 赔损失 损失…谁…承担 要求…赔 补偿…损失
consultation 3 | 咨询 | asks a question | 咨询 请教 想了解 想问一下 政策…咨询 如何办理 怎么办理 怎样办理 需要…材料 需要…手续 哪个电话 联系方式 电话是多少 什么时候能 何时能 是否有…政策 有什么…政策 有何…政策 电话多少
consultation 1 | 提问 | a question | 请问 想问 是否合理 是否合法 是否属于 能否 谁…承担 怎么办 如何解决
consultation.suggestion 2.4 | 建议 | a suggestion | 建议 提个建议 我的建议 意见和建议

# 物业
property-management 3.4 | 物业停水、限水 | the manager cut the water | 物业……停水 物业……断水 物业……停…水 物业……断…水 物业……限水 物业……限制……水 物业……关…水 停水……物业 断水……物业
property-management 4.5, no-water -1.5 | 物业不交水费 | the manager kept the water money | 物业……欠交……水费 物业……欠……水费 物业……挪用……水费 物业……拖欠……水费 物业……没交……水费 物业……不交……水费 物业……未交……水费 物业……未缴……水费 物业……没有…缴……水费 物业……不缴……水费 物业……水费……拖欠
property-management 3 | 物业代收、加价、不交水费 | the manager and the water money | 物业……收……水费 物业……水费 物业…加价 物业…加收 物业…乱收 物业……挪用 物业……拖欠 物业……欠 水费……物业 物业…代收 捆绑……物业费 物业费……水
property-management 1.6 | 物业不尽责 | the manager neglects his duty | 投诉…物业 投诉……物业 物业…不作为 物业…不管 物业管理混乱 物业…乱 物业…霸 物业…恶 物业…强 物业…拒
property-management 0.9 | 物业 | the property manager | 物业
property-management 0.6 | 开发商不移交 | the developer | 开发商 地产商 开发企业

# 其他
other 2.4 | 招标、人事 | tenders, staff | 招投标 招标 投标 串标 围标 招聘 拖欠…工资 劳动合同
`);
