import type { Person } from './people.js';

/**
 * interface.md, "who may", word for word; commands that do not stand in it nobody may give. Handlers reply, and try to reach the
 * caller, where the policy says that the department replies. A reveal is asked for by whose work needs
 * it, or by a coordinator for them. What the product does by itself nobody else may.
 */
const table: Readonly<Record<string, readonly string[]>> = {
  agent: [
    'answer', 'reclassify', 'refuse', 'add-message', 'link-duplicate', 'unlink-duplicate', 'attach-to-event', 'detach-from-event', 'route',
    'escalate-urgent', 'record-measure', 'receive-information', 'accept-result', 'reject-result', 'reply', 'record-contact-attempt',
    'follow-up', 'explain-delay', 'survey', 'record-survey', 'withdraw',
  ],
  coordinator: [
    'designate', 'grant-return', 'refuse-return', 'transfer-site', 'downgrade-urgent', 'hand-down-decision', 'explain-decision',
    'release-department', 'grant-extension', 'refuse-extension', 'rework', 'guide', 'inspect', 'urge', 'publish', 'withdraw-publication',
    'reply-to-all', 'close', 'reopen', 'request-reveal',
  ],
  handler: [
    'accept', 'record-progress', 'hold', 'resume', 'request-information', 'receive-information', 'request-extension', 'commit-in-principle',
    'report', 'submit-result', 'request-return', 'report-back', 'acknowledge-urge', 'report-overdue', 'reply', 'record-contact-attempt', 'request-reveal',
  ],
  manager: ['assign-handler', 'endorse-extension', 'refuse-extension', 'approve-result', 'send-back-result'],
  leader: [
    'acknowledge-urgent', 'record-decision', 'hand-down-decision', 'supervise', 'grant-extension', 'refuse-extension', 'grant-reveal',
    'designate',
  ],
  caller: ['add-message', 'receive-information', 'record-survey', 'withdraw'],
  system: [
    'route-by-table', 'rework-dissatisfied', 'reply-in-event', 'note-child', 'release-child', 'note-duplicate', 'release-duplicate',
    'note-duplicate-message', 'undo-link',
  ],
}; // prettier-ignore

/** Every command that somebody may give, what the product does by itself left out. */
export const commandsOfTheTable: readonly string[] = [
  ...new Set(Object.entries(table).flatMap(([role, commands]) => (role === 'system' ? [] : commands))),
];

/** "the agent's", "the handler's for the whole department"; a chairman is a leader. */
const also: Readonly<Record<string, readonly string[]>> = {
  'team-leader': ['agent'],
  coordinator: ['agent'],
  manager: ['handler'],
  chairman: ['leader'],
};

export function holds({ roles }: Person, role: string): boolean {
  return roles.some((held) => held === role || also[held]?.includes(role));
}

export function may(who: Person, command: string): boolean {
  return Object.entries(table).some(([role, commands]) => holds(who, role) && commands.includes(command));
}
