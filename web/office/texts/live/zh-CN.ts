/** 实时变动的文字：谁也在看、填写时的变化、收件箱的已读。 */
export const zh = {
  live: {
    present: '同时在这张工单上的人',
    acting: '{{name}} 正在处理',
    viewing: '{{name}} 正在查看',
    from: '{{department}}，{{at}} 起',
    meanwhile: '您填写期间这张工单有了变化：',
    meanwhileBefore: '此前还有 {{n}} 处变化，见经过',
    meanwhileKept: '已填的内容都留着，请核对后再提交。',
    change: '{{at}} {{by}} {{what}}',
    mark: '标记',
    markRead: '标为已读',
    markUnread: '标为未读',
    asking: '每 5 秒刷新',
    askingHelp: '实时连接被网络设备拦住了，改为每 5 秒问一次有没有变化；什么都不会漏。',
  },
};
