import { kindWords, proposalStatusWords, statusWords, type Pair, type Pairs } from '@ledgerline/contracts';
import { clockTitles } from '@ledgerline/domain';

export const fileLanguages = ['zh', 'en'] as const;
export type FileLanguage = (typeof fileLanguages)[number];

/** What files say beside the digest's own titles. */
export const pageWords = {
  zh: {
    period: '期间',
    department: '部门',
    madeAt: '统计时间',
    position: '日志位置',
    exportedBy: '导出人',
    before: '（上期）',
    total: '合计',
    ticket: '工单号',
    proposal: '改进建议',
    subject: '主题',
    status: '状态',
    withheld: '（保密）',
    erased: '（已清除）',
    page: (page: number, of: number) => `第 ${page} 页，共 ${of} 页`,
    moreLines: (count: number) => `另有 ${count} 行未列出`,
    moreTickets: '工单未全部列出',
  },
  en: {
    period: 'Period',
    department: 'Department',
    madeAt: 'As of',
    position: 'Position in the log',
    exportedBy: 'Exported by',
    before: ' (before)',
    total: 'Total',
    ticket: 'Ticket',
    proposal: 'Proposal',
    subject: 'Subject',
    status: 'Status',
    withheld: '(confidential)',
    erased: '(erased)',
    page: (page: number, of: number) => `page ${page} of ${of}`,
    moreLines: (count: number) => `${count} more ${count === 1 ? 'line' : 'lines'}`,
    moreTickets: 'More tickets than are named here',
  },
} as const;

const words: Readonly<Record<string, Pairs>> = { kind: kindWords, status: statusWords, proposal: proposalStatusWords };
const nothing: Pair = ['（未填）', '(none)'];

/** A code of the wire in words; itself where it has none. */
export function codeInWords(column: string, code: string, language: FileLanguage): string {
  const place = language === 'zh' ? 0 : 1;
  if (code === 'none') return nothing[place];
  if (column === 'clock') return (clockTitles as Readonly<Record<string, { zh: string; en: string }>>)[code]?.[language] ?? code;
  return words[column]?.[code]?.[place] ?? code;
}
