/** What rosters refuse. */
export const messages = {
  'roster-end-before-start': { zh: '结束时间应晚于开始时间', en: 'The end has to be later than the beginning' },
  'roster-shift-too-long': {
    zh: '一个班次最长 {days} 天，请核对日期',
    en: 'A shift takes {days} days at most; please check the dates',
  },
  'roster-shift-overlaps': { zh: '此人在这段时间已有班次', en: 'He has another shift in that time' },
  'roster-shift-not-found': {
    zh: '没有这个班次，可能已被删除',
    en: 'There is no such shift; it may have been removed',
    status: 422,
  },
  'roster-staff-not-found': { zh: '没有这位在岗人员', en: 'There is no such colleague', status: 422 },
  'roster-row-person': { zh: '应写明值班人员', en: 'It has to say who is on duty' },
  'roster-row-time': {
    zh: '应写明日期和时刻，例如 2026-03-02 08:00；读到的是“{found}”',
    en: 'It takes a day and a time such as 2026-03-02 08:00; “{found}” was read',
  },
  'roster-row-unit': { zh: '没有名为“{found}”的单位', en: 'There is no unit called “{found}”' },
  'roster-row-unknown': {
    zh: '没有在岗的“{found}”，应为姓名或用户名',
    en: 'There is no colleague “{found}”; it takes a name or username',
  },
  'roster-row-twice': {
    zh: '“{found}”有 {n} 人，请改写用户名或写明单位',
    en: '{n} are called “{found}”; please write the username or the unit',
  },
  'roster-row-planner': {
    zh: '排班须由在岗人员导入，请在网页上操作',
    en: 'A roster is imported by somebody who is signed in; please use the office',
  },
  'roster-unit-not-yours': { zh: '只能编排本单位的', en: 'Only your own unit is yours to plan' },
  'roster-not-of-unit': { zh: '{name}不是该单位的人员', en: '{name} does not belong to that unit' },
  'roster-listed-already': { zh: '此人已在名单上', en: 'He is on the list already' },
  'roster-listed-not-found': {
    zh: '名单上没有这一条，可能已撤下',
    en: 'It is not on the list; it may have been taken off',
    status: 422,
  },
  'roster-change-not-found': { zh: '没有这条变动', en: 'There is no such change', status: 422 },
  'roster-filed-already': { zh: '已经备案', en: 'It has been filed' },
  'roster-stand-in-same': { zh: '不能由本人替本人', en: 'Nobody stands in for himself' },
  'roster-stand-in-not-found': {
    zh: '没有这条替班，可能已结束',
    en: 'There is no such stand-in; it may have ended',
    status: 422,
  },
  'roster-stand-in-overlaps': { zh: '此人在这段时间已有人替班', en: 'Somebody stands in for him in that time already' },
  'handover-not-found': { zh: '没有这份交接班记录', en: 'There is no such handover', status: 422 },
  'handover-signed': { zh: '接班人已签字，不能再改', en: 'It has been signed by who took over and stands' },
  'handover-altered': {
    zh: '交班内容与交班人签字时不一致，不能接班，请报系统管理员',
    en: 'It no longer reads as it did when it was signed; it cannot be taken over. Please tell an administrator',
  },
  'handover-not-yours': { zh: '应由指定的接班人签字', en: 'Who is named to take over has to sign' },
  'handover-to-yourself': { zh: '不能交接给本人', en: 'Nobody hands over to himself' },
} as const satisfies Record<string, { zh: string; en: string; status?: number }>;
