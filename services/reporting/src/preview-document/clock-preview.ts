import {
  asIfAlwaysInForce,
  clocksCompared,
  documentFold,
  readRulebook,
  type DocumentVersion,
  type GovernedDocument,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import type { Preview } from './preview.js';

interface Tried {
  readonly type: 'policy' | 'calendar';
  readonly code: string;
  readonly version: DocumentVersion;
  readonly effectiveFrom: string;
}

/**
 * Each running clock, as it is judged and as it would be had the version been in force when it started. Pinned clocks keep
 * their version (R6.5): `recalculated` tells those that started after the version's date and so get a recalculation beside it.
 */
export async function clockPreview({ type, code, version, effectiveFrom }: Tried, ledgerline: Ledgerline): Promise<Preview> {
  const read = (of: string, named: string): Promise<GovernedDocument> =>
    ledgerline.commands.current(streamName('document', `${of}-${named}`), documentFold).then(({ state }) => state);
  const now = await readRulebook(read);
  const tried = asIfAlwaysInForce(type, code, version);
  const then = await readRulebook((of, named) => (of === type && named === code ? Promise.resolve(tried) : read(of, named)));
  const from = Temporal.Instant.from(effectiveFrom).epochMilliseconds;
  return async ({ id }) => {
    const stored = await ledgerline.store.load(streamName('ticket', id));
    const events = (await ledgerline.codec.open(stored, [])).flatMap((commit) => commit.events);
    const last = events.at(-1)?.meta.at;
    if (last === undefined) return undefined;
    const asOf = Math.max(ledgerline.clock.now(), Temporal.Instant.from(last).epochMilliseconds);
    const clocks = clocksCompared(events, [now, then], asOf).map((clock) => ({
      ...clock,
      recalculated: Temporal.Instant.from(clock.startedAt).epochMilliseconds >= from,
    }));
    return clocks.length === 0 ? undefined : { clocks };
  };
}
