import type { InBothLanguages } from '../calendar/deadline-sentence.js';
import type { DocumentType } from './governed-document.js';

interface Difference {
  readonly change: 'added' | 'removed' | 'changed';
  readonly pointer: string;
  readonly of?: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

const unitOf: Readonly<Partial<Record<DocumentType, InBothLanguages>>> = {
  policy: { zh: '规则', en: 'rule' },
  'routing-table': { zh: '规则', en: 'rule' },
  'item-tree': { zh: '事项', en: 'item' },
  rule: { zh: '条款', en: 'paragraph' },
  calendar: { zh: '节假日', en: 'holiday' },
  'digest-template': { zh: '栏目', en: 'section' },
  'digest-schedule': { zh: '接收人', en: 'reader' },
  'score-sheet': { zh: '评分组', en: 'group' },
  'sampling-rule': { zh: '抽样层', en: 'stratum' },
  'probation-rule': { zh: '项', en: 'entry' },
  'telephony-rule': { zh: '项', en: 'entry' },
  script: { zh: '问题', en: 'question' },
};

/** A difference as a sentence, in Chinese and English. */
export function differenceSentence(type: DocumentType, { change, pointer, of, before, after }: Difference): InBothLanguages {
  const path = pointer.split('/').slice(1);
  const isUnit = of !== undefined && path.length === 2;
  const unit = unitOf[type] ?? { zh: '第', en: 'entry' };
  const within = of === undefined ? path.join(' ') : path.slice(2).join(' ');
  const where = {
    zh: of === undefined ? within : `${unit.zh} ${of.trim()}${within && ` 的 ${within}`}`,
    en: of === undefined ? within : `${unit.en} ${of.trim()}${within && `: ${within}`}`,
  };
  const isSaidByName = isUnit && (typeof (after ?? before) !== 'object' || change !== 'changed');
  switch (change) {
    case 'added':
      return isSaidByName
        ? { zh: `新增${where.zh}${told(after, '：')}`, en: `added ${where.en}${told(after, ': ')}` }
        : { zh: `${where.zh} 新增：${written(after)}`, en: `${where.en} added: ${written(after)}` };
    case 'removed':
      return isSaidByName
        ? { zh: `删除${where.zh}${told(before, '：')}`, en: `removed ${where.en}${told(before, ': ')}` }
        : { zh: `${where.zh} 删除（原为 ${written(before)}）`, en: `${where.en} removed (was ${written(before)})` };
    case 'changed':
      return {
        zh: `${where.zh} 由 ${written(before)} 改为 ${written(after)}`,
        en: `${where.en} changed from ${written(before)} to ${written(after)}`,
      };
  }
}

/** A unit that is an object says more than its name. */
function told(value: unknown, sign: string): string {
  return typeof value === 'object' && value !== null ? `${sign}${written(value)}` : '';
}

function written(value: unknown): string {
  const text = typeof value === 'string' ? value : (shifts(value) ?? JSON.stringify(value));
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

/** `09:00–12:00, 13:30–18:00` */
function shifts(value: unknown): string | undefined {
  const isPair = (one: unknown): one is readonly [string, string] =>
    Array.isArray(one) && one.length === 2 && one.every((time) => typeof time === 'string');
  if (!Array.isArray(value) || value.length === 0 || !value.every(isPair)) return undefined;
  return value.map(([start, end]) => `${start}–${end}`).join(', ');
}
