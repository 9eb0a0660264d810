/** What staff of the fictional town write: notes, reasons, supervisions. All invented. */
export const NOTES = [
  '已电话联系，用户约下午两点后。',
  '现场需要开挖，已联系路政。',
  '材料已领取。',
  '用户家中无人，改约明早。',
  '与物业核对了阀门位置。',
  '楼上楼下一并查看。',
];
export const SUPERVISIONS = [
  '用户两次来电催办，请今天内解决并回复。',
  '涉及多户，请单位负责人到场。',
  '临近时限，请说明进展。',
];
export const RETURN_REASONS = [
  '经现场核实，漏点在小区物业管理的户内立管，不属本单位职责。',
  '属管线管理所管理的主管，请改派。',
];
export const RETURN_BASES = ['《湖城供水集团供水服务规程》第六条'];
export const EXTENSION_REASONS = ['管材需从厂家调货，预计明天到。', '开挖手续正在办理。', '用户要求周末上门。'];
export const PAUSE_REASONS = ['工单系统故障，无法提交回单。', '台风预警，户外作业暂停。'];
export const REOPEN_REASONS = ['回访时用户表示问题再次出现。', '用户反映修复后仍有渗漏。'];
export const REJECT_REASONS = ['回单未写明原因，请补充。', '未说明与用户联系的时间。'];
export const CANCEL_REASONS = ['重复来电，与前一工单为同一事项。', '用户来电说明已自行解决，请求撤销。'];
