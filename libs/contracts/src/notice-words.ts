/** What a notice says; the words are the reader's language's affair. */
export const noticeKinds = [
  'deadline-warned', 'deadline-breached', 'deadline-escalated', 'urgent-alerted', 'urgent-raised', 'decision-handed-down',
  'routed', 'assigned', 'urged', 'guidance', 'supervision-ordered', 'supervision-answered', 'overdue-reported',
  'extension-requested', 'extension-endorsed', 'extension-granted', 'extension-refused', 'return-requested', 'return-granted', 'return-refused',
  'information-received', 'caller-silent', 'tell-new-date', 'to-review', 'to-check', 'to-reply', 'sent-back', 'result-rejected', 'rework-ordered', 'digest-delivered',
  'substitute-named', 'substitution-ended', 'proposal-raised', 'proposal-assigned', 'proposal-overdue', 'tell-outcome', 'pursuit-assigned', 'pursuit-overdue',
  'probation-due', 'probation-regular', 'probation-request', 'probation-decided',
  'inspections-drawn', 'inspection-assigned', 'inspection-scored', 'appeal-raised', 'appeal-decided',
  'fault-reported', 'fault-mended', 'equipment-written-off', 'maintenance-due', 'maintenance-overdue',
  'mail-undelivered',
  'announcement', 'announcement-reminder',
  'roster-published', 'roster-amended', 'swap-asked', 'swap-agreed', 'roster-change-to-decide', 'roster-change-decided', 'roster-change-withdrawn',
] as const; // prettier-ignore
export type NoticeKind = (typeof noticeKinds)[number];
