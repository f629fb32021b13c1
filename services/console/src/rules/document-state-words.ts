import type { Pairs } from '../words/pair.ts';

export const documentStateWords = {
  drafted: ['草案', 'Draft'],
  submitted: ['待审批', 'Submitted'],
  approved: ['已批准', 'Approved'],
  rejected: ['已驳回', 'Rejected'],
  withdrawn: ['已撤回', 'Withdrawn'],
  scheduled: ['待生效', 'Scheduled'],
  'in-force': ['生效', 'In force'],
  superseded: ['已被取代', 'Superseded'],
} satisfies Pairs;
