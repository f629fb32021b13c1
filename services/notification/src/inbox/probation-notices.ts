import { handsOf, type ProbationEvent, type ProbationEventType, type ProbationRequest } from '@ledgerline/domain';
import type { RecordedEvent } from '@ledgerline/kernel';
import { inboxOf, type DraftedNotice } from './notice.js';

/** What decides who is told of a probation, and who may see that; nothing that is said of the person. */
export interface ToldProbation {
  readonly department: string;
  readonly account?: string;
  readonly payShownToManagers: boolean;
  /** Who asked for what is not decided, by the request's number. */
  readonly asked: Readonly<Record<number, string>>;
}

export const eventsOfProbations = [
  'ProbationBegun', 'EarlyConfirmationRequested', 'ProbationExtensionRequested', 'ProbationEndingRequested', 'MoreLeaveRequested', 'LeaveGranted', 'ProbationRequestRefused',
  'ProbationExtended', 'ProbationEndingApproved', 'EmployeeBecameRegular', 'ProbationReminded',
] as const satisfies readonly ProbationEventType[]; // prettier-ignore

type Told = ProbationEvent & Pick<RecordedEvent, 'meta'>;

/** Whom it concerns after an event; undefined of what never began. */
export function concerns(before: ToldProbation | undefined, event: Told): ToldProbation | undefined {
  if (event.type === 'ProbationBegun') {
    const { department, account, payShownToManagers } = event.data;
    return { department, ...(account === undefined ? {} : { account }), payShownToManagers, asked: {} };
  }
  if (before === undefined) return undefined;
  switch (event.type) {
    case 'EarlyConfirmationRequested':
    case 'ProbationExtensionRequested':
    case 'ProbationEndingRequested':
    case 'MoreLeaveRequested':
      return { ...before, asked: { ...before.asked, [event.data.request]: handsOf(event.meta).by } };
    default:
      return before;
  }
}

/** Executives have something to approve; whoever asked learns what was decided; who is reminded stands in the event. */
export function noticesOfProbation(event: Told, { department, asked }: ToldProbation): readonly DraftedNotice[] {
  const decided = ({ request }: Pick<ProbationRequest, 'request'>): readonly DraftedNotice[] => {
    const by = asked[request];
    return by === undefined ? [] : [{ kind: 'probation-decided', to: [inboxOf.account(by)], department }];
  };
  switch (event.type) {
    case 'EarlyConfirmationRequested':
    case 'ProbationExtensionRequested':
    case 'ProbationEndingRequested':
    case 'MoreLeaveRequested':
      return [{ kind: 'probation-request', to: [inboxOf.leaders], department }];
    case 'ProbationRequestRefused':
    case 'ProbationExtended':
    case 'ProbationEndingApproved':
      return decided(event.data);
    case 'LeaveGranted': {
      const { request } = event.data;
      return request === undefined ? [] : decided({ request });
    }
    case 'EmployeeBecameRegular': {
      const { request, told } = event.data;
      if (request !== undefined) return decided({ request });
      return [{ kind: 'probation-regular', to: (told ?? []).map(inboxOf.account), department }];
    }
    case 'ProbationReminded':
      return [{ kind: 'probation-due', to: event.data.told.map(inboxOf.account), department }];
    default:
      return [];
  }
}
