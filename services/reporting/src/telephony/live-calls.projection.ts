import {
  callFold,
  openTransfer,
  pendingTransfers,
  type CallEvents,
  type CallTransfer,
  type StandingCall,
} from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

/** `transfers`: those that can still come about. */
export type LiveCall = StandingCall & { readonly id: string; readonly transfers: readonly CallTransfer[] };

/** Calls that wait or are spoken on. One that is over goes: the event says where the call is, so nothing has to be kept of it. */
export const liveCallsCollection: CollectionDefinition<LiveCall> = {
  name: 'live-calls',
  version: 2,
  fields: {
    scope: 'string',
    site: 'string',
    queue: 'string',
    standing: 'string',
    since: 'string',
    agent: 'string',
    offeredTo: 'string',
  },
  indexes: [['scope', 'since'], ['scope', 'site', 'since'], ['agent'], ['offeredTo']],
  none: { offeredTo: '' },
  rows: ({ site = '', queue = '', agent = '', transfers, ...now }) => [
    {
      ...{ scope: 'call', site, queue, agent, standing: now.standing, since: now.since },
      offeredTo: openTransfer(transfers, { ...now, agent })?.to ?? '',
    },
  ],
  personal: [],
};

export const liveCalls: Projection<LiveCall> = {
  collection: liveCallsCollection,
  categories: ['call'],
  keys: ({ stream }) => [idOf(stream)],
  apply(call, recorded) {
    const transfers = pendingTransfers(callFold.evolve({ ...callFold.initial, transfers: call?.transfers ?? [] }, recorded));
    if (recorded.type !== 'CallStatesTold') return call && { ...call, transfers };
    const { now } = recorded.data as CallEvents['CallStatesTold'];
    return now.standing === 'over' ? undefined : { ...now, id: idOf(recorded.stream), transfers };
  },
};
