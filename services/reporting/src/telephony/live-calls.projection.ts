import type { CallEvents, StandingCall } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

export type LiveCall = StandingCall & { readonly id: string };

/** Calls that wait or are spoken on. One that is over goes: the event says where the call is, so nothing has to be kept of it. */
export const liveCallsCollection: CollectionDefinition<LiveCall> = {
  name: 'live-calls',
  version: 1,
  fields: { scope: 'string', site: 'string', queue: 'string', standing: 'string', since: 'string', agent: 'string' },
  indexes: [['scope', 'since'], ['scope', 'site', 'since'], ['agent']],
  rows: ({ site = '', queue = '', standing, since, agent = '' }) => [{ scope: 'call', site, queue, standing, since, agent }],
  personal: [],
};

export const liveCalls: Projection<LiveCall> = {
  collection: liveCallsCollection,
  categories: ['call'],
  keys: ({ stream }) => [idOf(stream)],
  apply(_call, { data, stream }) {
    const { now } = data as CallEvents['CallStatesTold'];
    return now.standing === 'over' ? undefined : { ...now, id: idOf(stream) };
  },
};
