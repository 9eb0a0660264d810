/** Invented people: no name here is taken from a real message or register. */
import type { Random } from './random.ts';

export type Role =
  | 'desk-agent'
  | 'dispatcher'
  | 'department-head'
  | 'crew-member'
  | 'reviewer'
  | 'supervisor'
  | 'manager'
  | 'administrator'
  | 'discipline-officer';

export interface Person {
  username: string;
  name: string;
  roles: Role[];
  departmentId: string;
  districts: string[];
}

export interface Department {
  departmentId: string;
  name: string;
  kind: 'managing' | 'call-centre' | 'service' | 'discipline';
  parentId: string | null;
}

/** Ids are those of `organization` in the rulebook of 湖城. */
export const DEPARTMENTS: Department[] = [
  { departmentId: 'operations', name: '运营管理部', kind: 'managing', parentId: null },
  { departmentId: 'hotline', name: '客服热线', kind: 'call-centre', parentId: null },
  { departmentId: 'pipelines', name: '管线管理所', kind: 'service', parentId: null },
  { departmentId: 'repair-centre', name: '抢修中心', kind: 'service', parentId: 'pipelines' },
  { departmentId: 'runda', name: '营业公司', kind: 'service', parentId: null },
  { departmentId: 'user-repair', name: '用户维修班', kind: 'service', parentId: 'runda' },
  { departmentId: 'quality-testing', name: '水质中心', kind: 'service', parentId: null },
  { departmentId: 'inspection', name: '稽查队', kind: 'discipline', parentId: null },
  { departmentId: 'discipline', name: '集团纪委', kind: 'discipline', parentId: null },
];

export const DISTRICTS = [
  { districtId: 'east', name: '城东片区' },
  { districtId: 'south', name: '城南片区' },
  { districtId: 'west', name: '城西片区' },
  { districtId: 'north', name: '城北片区' },
  { districtId: 'lakeside', name: '湖滨片区' },
];

const person = (
  username: string,
  name: string,
  departmentId: string,
  roles: Role[],
  districts: string[] = [],
): Person => ({
  username,
  name,
  roles,
  departmentId,
  districts,
});

/** Forty-three people in nine departments; the demo signs in as any of them. */
export const STAFF: Person[] = [
  person('zhoumin', '周敏', 'hotline', ['desk-agent', 'dispatcher']),
  person('linxiaoyan', '林晓燕', 'hotline', ['desk-agent']),
  person('hetingting', '何婷婷', 'hotline', ['desk-agent']),
  person('xuyang', '许洋', 'hotline', ['desk-agent']),
  person('wangfang', '王芳', 'hotline', ['dispatcher']),
  person('zhengkai', '郑凯', 'hotline', ['dispatcher', 'desk-agent']),
  person('tianhua', '田华', 'hotline', ['reviewer']),
  person('luojing', '罗静', 'hotline', ['reviewer', 'department-head']),
  person('liqian', '李倩', 'operations', ['manager']),
  person('gaofeng', '高峰', 'operations', ['supervisor']),
  person('dengli', '邓丽', 'operations', ['supervisor']),
  person('fanlei', '范磊', 'operations', ['department-head', 'manager']),
  person('admin', '贺文', 'operations', ['administrator']),
  person('sunjie', '孙杰', 'pipelines', ['department-head', 'dispatcher']),
  person('chenliguo', '陈立国', 'pipelines', ['crew-member'], ['east', 'lakeside']),
  person('duyong', '杜勇', 'pipelines', ['crew-member'], ['south']),
  person('jiangbo', '江波', 'pipelines', ['crew-member'], ['west', 'north']),
  person('pengfei', '彭飞', 'pipelines', ['crew-member']),
  person('caoming', '曹明', 'repair-centre', ['department-head', 'dispatcher']),
  person('yuanqiang', '袁强', 'repair-centre', ['crew-member']),
  person('lijun', '李俊', 'repair-centre', ['crew-member']),
  person('zhaolong', '赵龙', 'repair-centre', ['crew-member']),
  person('hanxu', '韩旭', 'repair-centre', ['crew-member']),
  person('wuxia', '吴霞', 'user-repair', ['department-head', 'dispatcher']),
  person('maguoqing', '马国庆', 'user-repair', ['crew-member'], ['east', 'south']),
  person('songtao', '宋涛', 'user-repair', ['crew-member'], ['west', 'north']),
  person('guoliang', '郭亮', 'user-repair', ['crew-member'], ['lakeside']),
  person('shenping', '沈平', 'user-repair', ['crew-member']),
  person('yelan', '叶岚', 'quality-testing', ['department-head', 'dispatcher']),
  person('qiumei', '邱梅', 'quality-testing', ['crew-member']),
  person('baichuan', '白川', 'quality-testing', ['crew-member']),
  person('leigang', '雷刚', 'inspection', ['department-head', 'dispatcher']),
  person('shiwei', '石伟', 'inspection', ['crew-member']),
  person('qinhao', '秦浩', 'inspection', ['crew-member']),
  person('fuxiang', '傅祥', 'runda', ['department-head', 'dispatcher']),
  person('yinjuan', '尹娟', 'runda', ['crew-member']),
  person('huangrui', '黄蕊', 'runda', ['crew-member']),
  person('xieyun', '谢云', 'runda', ['crew-member']),
  person('tangbin', '唐斌', 'runda', ['crew-member']),
  person('jinling', '金玲', 'runda', ['crew-member']),
  person('fanghong', '方红', 'discipline', ['discipline-officer']),
  person('luyuan', '陆远', 'discipline', ['department-head']),
  person('shixin', '石欣', 'discipline', ['crew-member']),
];

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎',
];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红鹏飞辉燕玲建国文斌梅琳宇浩凯健俊帆雪荣爱兰凤洁云志远晨思雨佳宁',
];

export const inventName = (random: Random): string =>
  random.pick(SURNAMES) + random.pick(GIVEN) + (random.chance(0.72) ? random.pick(GIVEN) : '');

/** 129 is not given to any operator: nobody can be rung by mistake. */
export const inventPhone = (random: Random): string => `129${String(random.whole(0, 99_999_999)).padStart(8, '0')}`;

const SHOPS = [
  '便利店',
  '早餐店',
  '洗衣店',
  '理发店',
  '药店',
  '水果店',
  '面馆',
  '文印社',
  '幼儿园',
  '诊所',
  '茶楼',
  '花店',
];
const SHOP_NAMES = ['湖畔', '三禾', '金桂', '云帆', '百顺', '春泥', '老城', '青藤', '同福', '惠邻'];
export const inventShop = (random: Random): string => `湖城${random.pick(SHOP_NAMES)}${random.pick(SHOPS)}`;
