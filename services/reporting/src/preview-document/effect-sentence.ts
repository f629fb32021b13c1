import type { DocumentType, InBothLanguages } from '@ledgerline/domain';

/** From when a version counts, and for what: said beside every preview, so that nobody takes it for a change of what runs. */
export function effectSentence(type: DocumentType, effectiveFrom: string | undefined): InBothLanguages {
  const from = effectiveFrom ?? { zh: '批准时', en: 'its approval' };
  const [zh, en] = typeof from === 'string' ? [from, from] : [from.zh, from.en];
  if (type === 'routing-table')
    return {
      zh: `自 ${zh} 起，新登记的工单按此版本转办；已派单的工单不变。`,
      en: `Tickets registered from ${en} on are routed by this version; what is routed already stays where it is.`,
    };
  return {
    zh: `自 ${zh} 起启动的时限按此版本计算；已在运行的时限仍按其启动时有效的版本判定，启动晚于该日期的另附重新计算结果（recalculated）。`,
    en: `Clocks that start from ${en} on go by this version. Clocks that run keep the version in force when they started; those that started after that date get a recalculation beside it (recalculated).`,
  };
}
