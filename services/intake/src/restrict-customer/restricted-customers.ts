import type { CallerIdentity } from '@ledgerline/domain';
import { sleep, type Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { customerIdOf } from '../recognise-caller/caller-identities.js';

/** Milliseconds for which a list of the few that are restricted holds: how late a restriction may take effect. */
const trusted = 2_000;
/** Milliseconds that a registration waits for the first list at most. */
const firstLook = 500;

interface Known {
  readonly until: ReadonlyMap<string, string>;
  readonly readAt: number;
}
interface Listed {
  readonly id: string;
  readonly until: string;
  readonly identities: readonly CallerIdentity[];
}

const known = new WeakMap<object, Known>();
const reading = new WeakMap<object, Promise<void>>();

/**
 * Until when a customer is restricted, as far as is known here. Registering waits for the list at the first calls, not
 * long; after that it goes by the last one while another is read. Where `reporting` is away nobody is kept out for it.
 */
export async function restrictedUntil(customer: string | undefined, ledgerline: Ledgerline): Promise<string | undefined> {
  if (customer === undefined) return undefined;
  const last = known.get(ledgerline.bus);
  if (last === undefined || performance.now() - last.readAt > trusted) {
    const read = readOnce(ledgerline);
    if (last === undefined) await Promise.race([read, sleep(firstLook)]);
  }
  const until = known.get(ledgerline.bus)?.until.get(customer);
  return until !== undefined && until > instantText(ledgerline.clock.now()) ? until : undefined;
}

function readOnce(ledgerline: Ledgerline): Promise<void> {
  const running = reading.get(ledgerline.bus);
  if (running) return running;
  const read = readList(ledgerline)
    .catch((error: unknown) => {
      ledgerline.log.warn({ err: error }, 'who is restricted could not be read');
      known.set(ledgerline.bus, { until: known.get(ledgerline.bus)?.until ?? new Map(), readAt: performance.now() });
    })
    .finally(() => reading.delete(ledgerline.bus));
  reading.set(ledgerline.bus, read);
  return read;
}

async function readList(ledgerline: Ledgerline): Promise<void> {
  const listed = await ledgerline.ask<readonly Listed[]>('reporting', 'restricted-customers', {});
  const until = new Map<string, string>();
  // The longest counts where several restrictions reach the same number: merged customers, each restricted by themselves.
  const restrict = (id: string, end: string) => until.set(id, end > (until.get(id) ?? '') ? end : (until.get(id) as string));
  for (const one of listed) {
    restrict(one.id, one.until);
    for (const identity of one.identities) restrict(customerIdOf(identity, ledgerline), one.until);
  }
  known.set(ledgerline.bus, { until, readAt: performance.now() });
}
