import { openEntries } from '@ledgerline/adapter-crypto';
import {
  mirroredCommit,
  personsIn,
  schemasOf,
  takeIn,
  UnknownKey,
  type MirroredCommit,
  type MirroredPage,
  type Position,
} from '@ledgerline/kernel';
import type { Ledgerline } from '../ledgerline.js';
import { linkSecret } from './own-page.js';

export interface PageTaken {
  readonly categories: readonly string[];
  /** The installation that it has to come from. */
  readonly from: string;
  /** Where that one wrote every event itself. */
  readonly site?: string;
}

/** Commits of another installation cannot be taken in as they are; somebody has to see to it. */
export class MirrorStopped extends Error {
  override readonly name = 'MirrorStopped';
  readonly code = 'mirror-stopped';

  /** @param why a fault's name */
  constructor(
    readonly why: string,
    about = '',
    options?: ErrorOptions,
  ) {
    super(about === '' ? why : `${why} at ${about}`, options);
  }
}

type Here = Pick<Ledgerline, 'codec' | 'commands' | 'cryptography' | 'keys' | 'store' | 'vault'>;

/**
 * Takes a page in: examined as a whole first, then the keys, which are durable before anybody can read what is under them; then the commits, once
 * it is shown that those open them. May be repeated.
 * @returns how many commits were not here yet
 * @throws MirrorStopped
 */
export async function takePage(page: MirroredPage, { from, categories, site }: PageTaken, here: Here): Promise<number> {
  if (page.from !== from) throw new MirrorStopped('not-its-own', page.from);
  const rules = { categories, schemas: schemasOf(here.codec.catalogue), ...(site === undefined ? {} : { site }) };
  const commits = page.texts.map((text, place): MirroredCommit => {
    const hash = String(page.hashes[place]);
    const commit = mirroredCommit(text, hash, rules, here.cryptography);
    if (typeof commit === 'string') throw new MirrorStopped(commit, `${page.after} + ${place + 1}`);
    return commit;
  });
  const persons = personsIn(commits.map(({ commit }) => commit));
  await takeKeys(page.sealed, persons, here);
  await refuseUnreadable(commits, persons, here);
  const { commands, store } = here;
  const letIn: Parameters<typeof takeIn>[1]['letIn'] = (stream, append) => commands.letIn(stream, append);
  const sealed = commits.map((commit) => commit.sealed);
  const { appended, fault } = await takeIn(sealed, { store, letIn, ...(site === undefined ? {} : { site }) });
  if (fault) throw new MirrorStopped(fault.why, `${fault.stream} ${fault.version}`);
  return appended;
}

/** Of the persons alone that the commits are about: no other key, and no secret, comes in this way. */
async function takeKeys(sealed: string | null, persons: readonly string[], { keys, vault }: Here): Promise<void> {
  if (sealed === null) return;
  const secret = await vault.secret(linkSecret);
  const entries = await openEntries(sealed, secret).catch((cause: unknown) => {
    throw new MirrorStopped('keys-do-not-fit', '', { cause });
  });
  const about = new Set(persons);
  const wanted = entries.filter(({ kind, id }) => kind !== 'secret' && about.has(id));
  await vault.adopt(wanted);
  for (const { kind, id } of wanted) if (kind === 'destroyed') keys.forget(id);
}

/** What nobody here can open would stop every read model that looks into it, and the log gives nothing back. @throws MirrorStopped */
async function refuseUnreadable(commits: readonly MirroredCommit[], persons: readonly string[], here: Here): Promise<void> {
  try {
    await here.keys.load(persons);
  } catch (cause) {
    throw cause instanceof UnknownKey ? new MirrorStopped('keys-do-not-fit', '', { cause }) : cause;
  }
  for (const { sealed, commit } of commits)
    try {
      await here.codec.open([{ ...sealed, commit, position: '' as Position }]);
    } catch (cause) {
      throw new MirrorStopped('cannot-be-opened', `${sealed.stream} ${sealed.first}`, { cause });
    }
}
