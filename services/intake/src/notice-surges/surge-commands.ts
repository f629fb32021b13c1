import type { AcknowledgeSurge } from '@ledgerline/contracts';
import { mayCommand, otherTicket, surgeFold, type Surge, type SurgeEvent, type SurgeEvents } from '@ledgerline/domain';
import { streamCommand, type AnswerCommand } from '@ledgerline/host';
import { acknowledgeSurge, noticeSurge } from './notice-surge.decision.js';

export const surgeCommands: Readonly<Record<string, AnswerCommand>> = {
  'notice-surge': streamCommand<SurgeEvents['SurgeNoticed'], Surge, SurgeEvent>({
    category: 'surge',
    fold: surgeFold,
    may: (roles) => roles.includes('system'),
    decide: noticeSurge,
  }),
  'acknowledge-surge': streamCommand<AcknowledgeSurge, Surge, SurgeEvent>({
    category: 'surge',
    fold: surgeFold,
    may: (roles) => mayCommand(roles, 'acknowledge-surge'),
    decide: {
      prepare: async ({ body: { event }, principal }, ledgerline) =>
        acknowledgeSurge(event === undefined ? undefined : await otherTicket(event, principal, ledgerline)),
    },
  }),
};
