import { openEntries } from '@ledgerline/adapter-crypto';
import { hubJoined, linkFold, linkStream, organisationMirrored, rejected, type Actor, type Link } from '@ledgerline/kernel';
import type { Ledgerline } from '../ledgerline.js';
import { handedOver } from '../secrets.js';
import { sleep } from '../supervision.js';
import { HubAway, HubClient, HubRefused } from './hub-client.js';
import { HubLink } from './hub-link.js';
import type { HubSettings } from './hub-settings.js';
import { linkSecret, ownPublicKey } from './own-page.js';

/** What cannot be told in a word: the process does not start, and says so. */
export class CannotJoin extends Error {
  override readonly name = 'CannotJoin';
}

const actor: Actor = { kind: 'system', id: 'hub-link', roles: ['system'] };
/** Milliseconds for which the other services of a site wait until it has joined. */
const [patience, looksEvery] = [120_000, 250];

/**
 * Before anything is served: a site that has not joined its hub yet does so, and takes the organisation over whole. That needs the hub; every later
 * start does without. It founds nothing of its own, so its log has to be empty.
 * @throws CannotJoin, MirrorStopped
 */
export async function joinHub(ledgerline: Ledgerline, services: readonly string[]): Promise<void> {
  const { configuration, log } = ledgerline;
  const link = await linkOf(ledgerline);
  if (link !== undefined && link.site !== configuration.site)
    throw new CannotJoin(`this log is the site ${link.site}'s, and LEDGERLINE_SITE is ${configuration.site}`);
  if (configuration.hub === undefined || link?.whole === true) return;
  if (!services.includes('administration')) return untilJoined(ledgerline);
  try {
    if (link === undefined) await join(configuration.hub, ledgerline);
    const hub = new HubLink(ledgerline, new AbortController().signal);
    while (await hub.takeFromHub());
  } catch (error) {
    if (!(error instanceof HubAway || error instanceof HubRefused)) throw error;
    const words = error instanceof HubAway ? `does not answer (${error.message})` : `answers ${error.code}`;
    throw new CannotJoin(`the first start of a site needs its hub, and ${configuration.hub.url} ${words}`, { cause: error });
  }
  await record(ledgerline, 'whole', organisationMirrored, {});
  log.info({ hub: await ledgerline.homes.hub() }, 'joined the hub');
}

async function join(settings: HubSettings, ledgerline: Ledgerline): Promise<void> {
  const { configuration, store, vault } = ledgerline;
  if ((await store.read(undefined, 1)).length > 0)
    throw new CannotJoin('this log has an organisation of its own; a site joins its hub with an empty log (docs/sites.md)');
  const { hub, sealed } = await new HubClient(settings).join(configuration.site, await ownPublicKey(ledgerline));
  const wanted: readonly string[] = Object.values(handedOver);
  const secrets = (await openEntries(sealed, await vault.secret(linkSecret))).filter(
    ({ kind, id }) => kind === 'secret' && wanted.includes(id),
  );
  // One that is missing would be made here, and be another than the hub's: nobody could sign in, ever.
  if (secrets.length !== wanted.length) throw new CannotJoin('the hub has not handed over what accounts are named by');
  // Before the log says that there is a hub: whoever reads that finds them.
  await vault.adopt(secrets);
  await record(ledgerline, 'join', hubJoined, { hub });
}

async function untilJoined(ledgerline: Ledgerline): Promise<void> {
  for (const until = performance.now() + patience; (await linkOf(ledgerline))?.whole !== true; await sleep(looksEvery))
    if (performance.now() > until) throw new CannotJoin('the service administration of this site has not joined the hub');
}

async function linkOf({ commands }: Pick<Ledgerline, 'commands'>): Promise<Link | undefined> {
  return (await commands.current(linkStream, linkFold)).state;
}

async function record({ commands }: Pick<Ledgerline, 'commands'>, id: string, type: string, data: object): Promise<void> {
  const decide = (_body: unknown, link: Link | undefined) =>
    (type === hubJoined) === (link === undefined) ? [{ type, data }] : rejected('already-joined');
  await commands.handle<unknown, Link | undefined, { type: string; data: object }>(
    linkStream,
    { id, data: {}, actor },
    { fold: linkFold, decide },
  );
}
