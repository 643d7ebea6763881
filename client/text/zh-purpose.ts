/** The Chinese texts of stating a purpose. */
export const zhPurpose = {
  'purpose.label': '用途',
  'purpose.hint': '例如线索或文书编号。写入审计日志，不可删改。',
  'purpose.busy': '请稍候…',
  'purpose.cancel': '取消',
  'purpose.export': '导出',
  'purpose.exportTitle': '导出记录',
  'purpose.exportLead': '个人信息保持遮盖；每行带有您的姓名、时间和编号水印；用途和文件指纹写入审计日志。',
  'purpose.rejectionsLead':
    '被拒绝的行按原文导出，未遮盖；每行带有您的姓名、时间和编号水印；用途和文件指纹写入审计日志。',
  'purpose.auditTitle': '导出审计日志',
  'purpose.auditLead': '按当前筛选导出；每行带有您的姓名、时间和编号水印；用途和文件指纹写入审计日志。',
  'purpose.reveal': '查看原文',
  'purpose.revealTitle': '查看未遮盖的个人信息',
  'purpose.revealLead': '此次查看连同用途记入审计日志。',
  'purpose.mask': '重新遮盖',
};
