import type { Pairs } from './pair.ts';

/** What the pages of customers say about one being the same as another. */
export const customerWords = {
  merge: ['合并到其他客户', 'Merge into another'],
  mergeLead: [
    '合并后两位客户的往来一并显示，之后的来电也归在所选客户名下；随时可以撤销，撤销后各自恢复原样。',
    'What both called about is seen as one, and new contacts come under the one that you choose. It can be undone at any time; each then has their own again.',
  ],
  into: ['保留的客户', 'Who stays'],
  searchInto: ['输入电话、邮箱或姓名查找', 'Look for a number, an address or a name'],
  reason: ['理由', 'Why'],
  merged: ['已并入的客户', 'Merged into this customer'],
  unmerge: ['撤销合并', 'Undo the merge'],
  asMerged: ['该客户已并入当前显示的客户', 'This customer was merged into the one shown'],
} satisfies Pairs;
