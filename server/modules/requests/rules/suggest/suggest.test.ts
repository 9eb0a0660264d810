import { describe, expect, it } from 'vitest';
import { BUILT_IN_EVENTS } from '../../../regulations/rules/vocabulary.ts';
import { reportable } from '../book.ts';
import { suggest, suggestBookOf } from './suggest.ts';

const book = suggestBookOf(reportable(BUILT_IN_EVENTS, []));
const said = (subject: string, body = '') => suggest({ subject, body }, book);
const first = (subject: string, body = '') => {
  const [one] = said(subject, body).events;
  return one?.refined ?? one?.event;
};

describe('the event suggested', () => {
  it.each([
    ['阳光里小区又停水了', '昨晚八点开始全小区没有一滴水，问了客服说在抢修。', 'no-water'],
    ['滨河苑高层水压太低', '我家住18楼，水流细得像线，热水器打不着火。', 'low-pressure'],
    ['自来水发黄有异味', '最近一周家里放出来的水都是黄的，还有铁锈味，不敢喝。', 'water-quality'],
    ['长江路主水管爆裂无人抢修', '路口的自来水管道爆了，水哗哗流了一夜。', 'pipe-leak'],
    ['水表井里一直漏水', '楼下水表箱里面漏水，井里都积满了。', 'meter-well-leak'],
    ['家里水管漏水找谁修', '厨房的水管漏了，想请你们派人来修。', 'indoor-leak'],
    ['水表走得太快', '怀疑水表不准，要求校验。', 'meter-fault'],
    ['家中没人水表自转', '阀门关了指针还在转。', 'meter-fault.idling'],
    ['这个月水费突然翻了五倍', '平时每月三十元，这次一百多吨，太离谱了。', 'usage-abnormal'],
    ['水费怎么在微信上缴', '去营业厅排队太久，请开通网上缴水费。', 'bill-payment'],
    ['水费发票开不出来', '交了水费，营业厅不给开发票。', 'bill-payment'],
    ['阶梯水价是怎么算的', '合租五口人超了第二阶梯，每吨多收一块多。', 'price-policy'],
    ['自来水公司乱收开户费', '新房开户要交2000元，请问收费依据是什么？', 'price-policy'],
    ['请求给我们村安装自来水', '全村三百多人至今喝井水，盼望早日通自来水。', 'connection'],
    ['新房什么时候能通水', '交房半年了，自来水一直没接通。', 'connection'],
    ['老旧小区水管老化请求改造', '楼房三十年了，铁管锈蚀，希望纳入户表改造。', 'household-meter-renovation'],
    ['二次供水泵房噪音太大', '加压水泵半夜轰轰响，水箱也多年没有清洗。', 'secondary-supply'],
    ['自来水施工挖开路面迟迟不恢复', '水管埋好一个月了，路面没有回填，坑坑洼洼。', 'construction'],
    ['人行道自来水井盖破损', '供水的井盖裂了，老人差点踩空。', 'facility-damage.manhole-cover'],
    ['路边消火栓被撞坏了', '消火栓歪了，一直往外喷水。', 'facility-damage.hydrant'],
    ['举报洗车店偷水', '这家店私接消防管偷用自来水。', 'illegal-use'],
    ['自来水营业厅工作人员态度恶劣', '窗口人员爱理不理，还推诿。', 'service-complaint'],
    ['水管爆了淹了我家要求赔偿', '地板家具全泡了，要求自来水公司赔偿损失。', 'compensation'],
    ['咨询用水报停如何办理', '请问需要带哪些材料？', 'consultation'],
    ['物业私自停水逼交物业费', '不交物业费就把我家的水停了。', 'property-management'],
  ])('%s → %#', (subject, body, event) => {
    expect(first(subject, body)).toBe(event);
  });

  it('is what the subject names, before what the text also tells', () => {
    expect(first('小区水压太低', '晚上水小得可怜，有时还停水，水也浑。')).toBe('low-pressure');
    expect(first('小区经常停水', '来水时水压也很低，水也浑。')).toBe('no-water');
  });
  it('is the first request of the text, where the subject names none', () => {
    expect(first('求助', '我们这里水质很差，发黄发臭。另外水费也贵。')).toBe('water-quality');
  });
  it('is not what is denied, and less what is past', () => {
    expect(first('反映问题', '没有停水，就是水压一直很低。')).toBe('low-pressure');
    expect(first('反映问题', '以前经常停水，现在水压很低。')).toBe('low-pressure');
  });
  it('survives wrong characters, traditional ones and full width', () => {
    expect(first('小区仃水三天')).toBe('no-water');
    expect(first('小區水壓太低')).toBe('low-pressure');
    expect(first('自来水水质发黃渾濁')).toBe('water-quality');
  });
  it('is only one the rulebook knows', () => {
    const small = suggestBookOf([{ id: 'water-quality', zh: '水质', en: 'Water quality', words: [] }]);
    expect(suggest({ subject: '停水，水质差', body: '' }, small).events.map(({ event }) => event)).toEqual([
      'water-quality',
    ]);
    const without = suggestBookOf(reportable(BUILT_IN_EVENTS, []).filter(({ id }) => id !== 'meter-fault.idling'));
    expect(suggest({ subject: '水表自转', body: '' }, without).events[0]).toMatchObject({
      event: 'meter-fault',
      refined: null,
    });
  });
  it('learns the words a rulebook adds', () => {
    const own = [
      ...reportable(BUILT_IN_EVENTS, []),
      { id: 'meter-fault.index', zh: '复核', en: 'index', words: ['码子对不上'] },
    ];
    expect(suggest({ subject: '码子对不上', body: '' }, suggestBookOf(own)).events[0]).toMatchObject({
      event: 'meter-fault',
      refined: 'meter-fault.index',
    });
  });
  it('gives the words found as its reasons, in both languages', () => {
    expect(said('小区仃水三天').events[0]?.reasons[0]).toEqual({
      word: '仃水',
      where: 'subject',
      zh: '标题“仃水”：停水、断水',
      en: '“仃水” in the subject: the water is off',
    });
  });
  it('is nothing where nothing is recognised', () => {
    for (const text of ['', '   ', '你好', 'lorem ipsum', '\ud800', '😀'.repeat(50)]) {
      expect(said(text, text)).toMatchObject({ events: [], second: null, place: null, urgent: { value: false } });
    }
  });
});

describe('urgency suggested', () => {
  it.each([
    ['停水三天了', '整个小区已经三天没水，老人小孩没法做饭。'],
    ['每天晚上都停水', '我们小区居民每晚七点到十二点没水用。'],
    ['主管爆裂', '自来水管爆裂，水已经淹了一楼，地基下沉，很危险。'],
    ['自来水流出黄泥水', '全村的自来水都是泥水，无法饮用。'],
  ])('%s is urgent', (subject, body) => {
    expect(said(subject, body).urgent.value).toBe(true);
  });
  it.each([
    ['经常停水', '我家这边时常停水，希望关注。'],
    ['咨询水价', '请问居民用水一吨多少钱？'],
    ['水费发票', '交了水费没有发票。'],
    ['希望改造水表', '老小区想做户表改造。'],
  ])('%s is not', (subject, body) => {
    expect(said(subject, body).urgent.value).toBe(false);
  });
});

describe('relevance suggested', () => {
  it.each([
    ['小区停水', '没有水用。'],
    ['水费太贵', '自来水公司收费不合理。'],
  ])('%s is about public water', (subject, body) => {
    expect(said(subject, body).relevant.value).toBe(true);
  });
  it.each([
    ['河道污染严重', '养猪场直接排污到小溪，河水发臭，鱼都死了。'],
    ['小区电梯经常坏', '门禁失灵，绿化没人管，物业费照收。'],
    ['污水处理厂臭气扰民', '夜里恶臭熏天，影响睡眠。'],
    ['拆迁补偿不合理', '征收办不肯谈，还把房子的电断了。'],
    ['楼道消防栓没水', '消防设施都是摆设，消防栓里没有水。'],
    ['燃气缴费不方便', '燃气卡只能去营业厅充值。'],
  ])('%s only looks like it', (subject, body) => {
    expect(said(subject, body).relevant.value).toBe(false);
  });
});

describe('outside duty suggested', () => {
  it('where the property manager cut the water', () => {
    expect(said('物业恶意停水', '物业公司因为物业费纠纷断了我家的水。').outsideDuty.value).toBe(true);
  });
  it('where the developer left it undone', () => {
    expect(said('小区不通自来水', '开发商没有把供水管接通就交房。').outsideDuty.value).toBe(true);
  });
  it('not where the water company is blamed', () => {
    expect(said('投诉自来水公司', '自来水公司停水不通知。').outsideDuty.value).toBe(false);
  });
});

describe('the place suggested', () => {
  it.each([
    ['A3区阳光花园小区停水三天', '', '阳光花园小区'],
    ['停水', '我们是A市A3区银杏路12号翠湖苑5栋的居民，家里没水。', '银杏路12号翠湖苑5栋'],
    ['翠湖苑没有水', '翠湖苑3栋2单元从昨天起没水。', '翠湖苑3栋2单元'],
    ['请求为B7县清溪镇石桥村安装自来水', '我们石桥村五组村民盼了多年。', '清溪镇石桥村'],
    ['建设路与滨江路交叉口水管爆了', '', '建设路与滨江路交叉口'],
    ['C5市西城水质差', '自来水发黄。', '西城'],
    ['D3县自来水太浑', '水很浑。', 'D3县'],
  ])('%s %s', (subject, body, place) => {
    expect(said(subject, body).place?.words).toBe(place);
  });
  it('stands verbatim in the message', () => {
    const message = { subject: '翠湖苑　１２栋没水', body: '' };
    const place = suggest(message, book).place?.words ?? '';
    expect(place).not.toBe('');
    expect(message.subject).toContain(place);
  });
  it('is none where none is named', () => {
    for (const subject of ['家里没水', '水费太高了', '为什么停水']) expect(said(subject).place).toBeNull();
  });
});

describe('a message of any kind', () => {
  /** The quickest of some runs: what the machine does besides is not the rule's. */
  const quickest = (body: string): number => {
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 15; i++) {
      const from = performance.now();
      said('停水', body);
      best = Math.min(best, performance.now() - from);
    }
    return best;
  };
  const dense = '小区物业开发商自来水公司每天停水没水水压低水质差';
  it('is read within a keystroke', () => {
    const letter = `我们是翠湖苑的居民，${'家里的水时有时无，打了电话也没有人来看。'.repeat(12)}`;
    expect(quickest(letter)).toBeLessThan(5);
  });
  it('costs no more when it is a hundred times as long', () => {
    expect(quickest(dense.repeat(20_000))).toBeLessThan(4 * quickest(dense.repeat(200)));
  });
});
