/** Wire names of requirements.md, "People". */
export const roles = [
  'agent', 'team-leader', 'coordinator', 'inspector', 'editor', 'handler', 'manager', 'leader',
  'chairman', 'auditor', 'administrator', 'personnel', 'office',
] as const; // prettier-ignore
export type Role = (typeof roles)[number];

/** R12: managers and team leaders to their own departments, the others to the house; that the decision sees to. */
const ofAnnouncements = ['publish-announcement', 'correct-announcement', 'withdraw-announcement'];
/** R12: team leaders and managers for their own departments, administrators for any; that the decision sees to. */
const ofRosters = [
  'set-shifts', 'open-roster', 'plan-roster', 'import-roster', 'publish-roster', 'amend-roster', 'approve-roster-change', 'refuse-roster-change',
]; // prettier-ignore
/** R9: whoever makes campaigns, and answers for whom they call. */
const ofCampaigns = ['open-campaign', 'change-campaign', 'pause-campaign', 'resume-campaign', 'end-campaign', 'list-calls'];
/** R9: sales leads and at-risk customers are anybody's to see through who speaks with customers or works in a department. */
const ofPursuits = [
  'open-pursuit', 'move-pursuit', 'plan-next-step', 'revisit-customer', 'hand-over-pursuit', 'conclude-pursuit', 'reopen-pursuit',
]; // prettier-ignore

/** Which commands a role may give at all (interface.md, "who may"); `decide` checks the circumstances again. */
const commandsOf: Partial<Record<Role, readonly string[]>> = {
  agent: [
    ...ofPursuits,
    'register', 'answer', 'reclassify', 'refuse', 'add-message', 'route', 'receive-information', 'accept-result', 'reject-result', 'reply',
    'withdraw', 'explain-delay', 'record-measure', 'follow-up', 'record-contact-attempt', 'survey', 'record-survey', 'escalate-urgent',
    'link-duplicate', 'unlink-duplicate', 'attach-to-event', 'detach-from-event', 'record-contact', 'record-return-call-attempt', 'return-call',
    'attach', 'register-customer', 'restrict-customer', 'raise-proposal', 'join-proposal', 'remove-from-proposal', 'tell-callers', 'excuse-caller',
    'open-problem', 'link-tickets', 'unlink-ticket', 'appeal-inspection', 'describe-profile', 'add-entry', 'correct-entry', 'withdraw-entry',
    'give-consent', 'withdraw-consent', 'set-do-not-call', 'tell-call-states', 'tell-agent-state',
    'offer-transfer', 'accept-transfer', 'decline-transfer', 'withdraw-transfer',
    'take-next-call', 'record-call-attempt', 'give-back-call',
  ],
  'team-leader': [...ofAnnouncements, ...ofRosters, ...ofCampaigns, 'grant-appeal', 'dismiss-appeal', 'assign-inspection'],
  inspector: ['draw-sample', 'score-inspection', 'grant-appeal', 'dismiss-appeal', 'open-calibration', 'score-calibration'],
  coordinator: [
    ...ofAnnouncements,
    ...ofCampaigns,
    'designate', 'transfer-site', 'grant-return', 'refuse-return', 'release-department', 'grant-extension', 'refuse-extension', 'rework', 'urge', 'close',
    'reopen', 'request-reveal', 'publish', 'withdraw-publication', 'guide', 'inspect', 'hand-down-decision', 'explain-decision',
    'downgrade-urgent', 'reply-to-all', 'lift-restriction', 'merge-customer', 'unmerge-customer', 'dismiss-likeness', 'lift-do-not-call',
    'acknowledge-surge', 'change-proposal', 'reopen-proposal', 'save-segment', 'change-segment', 'retire-segment', 'export-segment',
    'describe-problem', 'declare-known-error', 'withdraw-workaround', 'resolve-problem', 'reopen-problem',
    'draw-sample', 'assign-inspection', 'excuse-inspection', 'open-calibration', 'close-calibration',
  ],
  handler: [
    ...ofPursuits,
    'accept', 'record-progress', 'hold', 'resume', 'request-information', 'receive-information', 'request-extension', 'report',
    'submit-result', 'request-return', 'acknowledge-urge', 'report-back', 'report-overdue', 'commit-in-principle', 'reply', 'request-reveal',
    'record-contact-attempt', 'raise-proposal', 'join-proposal', 'remove-from-proposal', 'carry-out-proposal',
    'open-problem', 'link-tickets', 'unlink-ticket', 'appeal-inspection',
  ],
  manager: [
    ...ofAnnouncements,
    ...ofRosters,
    ...ofCampaigns,
    'assign-handler', 'endorse-extension', 'refuse-extension', 'approve-result', 'send-back-result', 'take-up-proposal', 'change-proposal',
    'refuse-proposal', 'reopen-proposal', 'describe-problem', 'declare-known-error', 'withdraw-workaround', 'resolve-problem', 'reopen-problem',
    'tell-employment-conditions', 'request-early-confirmation', 'request-probation-extension', 'request-probation-ending',
    'withdraw-probation-request',
    'grant-leave', 'request-more-leave', 'withdraw-leave', 'set-objectives', 'name-mentor', 'record-probation-review',
  ],
  leader: [
    ...ofAnnouncements,
    'save-segment', 'change-segment', 'retire-segment', 'export-segment',
    'designate', 'grant-reveal', 'grant-extension', 'refuse-extension', 'supervise', 'acknowledge-urgent', 'record-decision', 'hand-down-decision',
    'raise-proposal', 'join-proposal', 'take-up-proposal', 'change-proposal', 'refuse-proposal', 'carry-out-proposal', 'reopen-proposal',
    'open-problem', 'link-tickets', 'describe-problem', 'declare-known-error', 'withdraw-workaround', 'resolve-problem', 'reopen-problem',
    'approve-probation-request', 'refuse-probation-request',
  ],
  personnel: [
    ...ofAnnouncements,
    'begin-probation', 'annul-probation', 'tell-employment-conditions', 'request-early-confirmation', 'request-probation-extension',
    'request-probation-ending', 'withdraw-probation-request', 'end-by-employer', 'end-by-employee',
    'change-probation-pay', 'set-festival-bonus', 'grant-leave', 'request-more-leave', 'withdraw-leave', 'record-entry-document',
    'complete-formality', 'waive-formality', 'set-objectives', 'name-mentor', 'record-probation-review',
  ],
  office: [
    ...ofAnnouncements,
    'complete-formality', 'waive-formality',
  ],
  administrator: [
    ...ofAnnouncements,
    ...ofRosters,
    'register-equipment', 'change-equipment', 'write-off-equipment', 'bring-back-equipment', 'plan-maintenance', 'revise-maintenance', 'end-maintenance',
  ],
}; // prettier-ignore

/** What anybody may do who works here, whatever their work is: whose affair it is, the decision says (R12). */
const commandsOfStaff = [
  'report-fault', 'take-on-fault', 'mend-fault', 'record-maintenance', 'confirm-announcement',
  'request-swap', 'request-shift-change', 'agree-to-swap', 'decline-swap', 'withdraw-shift-change',
]; // prettier-ignore

/** Somebody with work to do here: no caller, no visitor, no token without a role. */
export function worksHere(held: readonly string[]): boolean {
  return held.some((role) => (roles as readonly string[]).includes(role));
}

/** The role of somebody at the public pages; no account can hold it. */
export const visitorRole = 'visitor';

/** The role of a caller who came in by number and secret (R7.3); no account can hold it. */
export const callerRole = 'caller';
const commandsOfCaller = ['add-message', 'receive-information', 'record-survey', 'withdraw'];

/** The role of what arrives by mail; no account can hold it. */
export const mailboxRole = 'mailbox';
const commandsOfMailbox = ['register', 'add-message'];

const implied: Partial<Record<Role, readonly Role[]>> = {
  'team-leader': ['agent'],
  coordinator: ['agent'],
  manager: ['handler'],
  chairman: ['leader'],
};

/** The roles with those they imply. */
export function withImplied(held: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>(held);
  for (const role of held) for (const more of implied[role as Role] ?? []) all.add(more);
  return all;
}

/** True where some role that the actor holds may give this command. */
export function mayCommand(held: readonly string[], command: string): boolean {
  if (held.includes(callerRole)) return commandsOfCaller.includes(command);
  if (held.includes(visitorRole)) return command === 'register';
  if (held.includes(mailboxRole)) return commandsOfMailbox.includes(command);
  for (const role of withImplied(held)) if (commandsOf[role as Role]?.includes(command)) return true;
  return commandsOfStaff.includes(command) && worksHere(held);
}

/** Every command that some role that the actor holds may give, in alphabetical order. */
export function commandsFor(held: readonly string[]): readonly string[] {
  const all = [...withImplied(held)].flatMap((role) => commandsOf[role as Role] ?? []);
  if (worksHere(held)) all.push(...commandsOfStaff);
  return [...new Set(all)].toSorted();
}

/** Looks at what is the house's own, whoever's it is: accounts and their rights, tokens, sign-ins, articles that wait, the log's integrity. */
export function watchesHouse(held: readonly string[]): boolean {
  return held.includes('administrator') || held.includes('auditor');
}

/** Takes whole histories out of the house, what is confidential in them too (R7.2). */
export function takesExports(held: readonly string[]): boolean {
  return held.includes('auditor');
}

/** Sees every ticket of the site that is not confidential, not only those of their own departments. */
export function seesAllTickets(held: readonly string[]): boolean {
  const all = withImplied(held);
  return ['agent', 'coordinator', 'inspector', 'leader', 'auditor', 'administrator'].some((role) => all.has(role));
}
