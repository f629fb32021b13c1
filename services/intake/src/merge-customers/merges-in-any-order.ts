import { customerFold, familyOf, type CallerIdentity, type CustomerEvent, type MaybeCustomer } from '@ledgerline/domain';
import { streamName, type Decide, type Recorded, type RecordedEvent, type StreamName } from '@ledgerline/kernel';
import { actorOf, specTime } from '@ledgerline/kernel/contracts';
import { knowCustomer } from '../recognise-caller/know-customer.decision.js';
import { restrictCustomer } from '../restrict-customer/restrict-customer.decision.js';
import { keepMerges } from './keep-merges.process-manager.js';
import { mergeCustomer, unmergeCustomer, type Families } from './merge-customers.decision.js';
import { noteMerge, releaseMerge, undoMerge } from './note-merge.decision.js';

const coordinator = actorOf(['coordinator'], ['call-centre'], 'coord');
const bySystem: Readonly<Record<string, Decide<never, MaybeCustomer, CustomerEvent>>> = {
  'note-merge': noteMerge,
  'release-merge': releaseMerge,
  'undo-merge': undoMerge,
};

export const phoneOf = (id: string): CallerIdentity => ({ kind: 'phone', value: `+86138${id}` });

/** A log of customers with the real decisions and the real process manager, which comes along when it is told to: for specs. */
export function customersInMemory() {
  const streams = new Map<StreamName, RecordedEvent[]>();
  const log: Recorded[] = [];
  const answered = new Set<string>();
  let told = 0;

  const stateOf = (id: string): MaybeCustomer =>
    (streams.get(streamName('customer', id)) ?? []).reduce<MaybeCustomer>(customerFold.evolve, undefined);
  const commands = {
    current: (stream: StreamName) =>
      Promise.resolve({
        state: (streams.get(stream) ?? []).reduce<MaybeCustomer>(customerFold.evolve, undefined),
        version: streams.get(stream)?.length ?? 0,
      }),
  } as never;

  function handle<Body>(id: string, decide: Decide<Body, MaybeCustomer, CustomerEvent>, body: Body): void {
    const decided = decide(body, stateOf(id), { at: specTime, actor: coordinator, site: 'main' });
    if ('rejection' in decided) return;
    const stream = streamName('customer', id);
    const events = streams.get(stream) ?? [];
    streams.set(stream, events);
    const meta = { at: specTime, recordedAt: specTime, actor: coordinator, site: 'main', correlation: 'spec' };
    for (const { type, data } of decided) {
      const version = events.length + 1;
      const event: RecordedEvent = { id: `${id}-${version}.1`, version, type, schema: 1, data, meta };
      events.push(event);
      log.push({ ...event, stream });
    }
  }

  /** The process manager sends what an event asks for, under the event's own command id: a repeat of what was accepted changes nothing. */
  function tell(event: Recorded): void {
    if (!keepMerges.events.includes(event.type)) return;
    for (const { step, command, target, data } of keepMerges.react(undefined, event)) {
      const name = `${event.stream} ${event.id}~${step}`;
      if (answered.has(name)) continue;
      const before = log.length;
      handle(target, bySystem[command] as Decide<unknown, MaybeCustomer, CustomerEvent>, data);
      if (log.length > before) answered.add(name);
    }
  }

  return {
    stateOf,
    familyOf: (id: string) => familyOf(id, commands),
    familiesOf: async (id: string, named: string): Promise<Families> => ({
      own: await familyOf(id, commands),
      other: await familyOf(named, commands),
    }),
    contact: (id: string, name?: string, email?: string) => {
      const identities = [phoneOf(id), ...(email === undefined ? [] : [{ kind: 'email' as const, value: email }])];
      handle(id, knowCustomer({ person: `key-${id}`, identities, ...(name === undefined ? {} : { name }) }), {});
    },
    restrict: (id: string, reason: string) => handle(id, restrictCustomer, { until: '2026-04-01T00:00:00.000Z', reason }),
    merge: (id: string, families: Families, into: string) => handle(id, mergeCustomer(families), { into, reason: 'same' }),
    unmerge: (id: string) => handle(id, unmergeCustomer, { reason: 'two after all' }),
    /** The next event reaches the process manager; a crash before its checkpoint sends the last one again. */
    follow: (isRepeated = false) => {
      if (isRepeated && told > 0) tell(log[told - 1] as Recorded);
      const next = log[told];
      if (next === undefined) return false;
      told += 1;
      tell(next);
      return true;
    },
  };
}
