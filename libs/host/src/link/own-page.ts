import { publicKeyOf, sealEntries } from '@ledgerline/adapter-crypto';
import {
  isIn,
  openCommit,
  personsIn,
  type MirroredPage,
  type Position,
  type StoredCommit,
  type VaultEntry,
} from '@ledgerline/kernel';
import type { Ledgerline } from '../ledgerline.js';

/** Commits looked at for a page, and at once; characters, and commits, that it holds. */
const [mostRead, readAtOnce, mostText, mostCommits] = [4_000, 500, 1_000_000, 500];

export interface PageWanted {
  readonly after: Position | null;
  readonly categories: readonly string[];
  /** Public key of whoever is to read it. */
  readonly reader: string;
}

type Own = Pick<Ledgerline, 'configuration' | 'store' | 'vault'>;

/** What is next of this installation's own log for another one, with the keys that it needs. @throws LogRestored, UnknownPosition */
export async function ownPage({ after, categories, reader }: PageWanted, ledgerline: Own): Promise<MirroredPage> {
  const { configuration, store } = ledgerline;
  const found: StoredCommit[] = [];
  let next = after;
  let size = 0;
  walk: for (let read = 0; read < mostRead && size < mostText && found.length < mostCommits;) {
    const commits = await store.read(next ?? undefined, readAtOnce);
    for (const commit of commits) {
      if (size >= mostText || found.length >= mostCommits) break walk;
      next = commit.position;
      if (!isIn(commit.stream, categories)) continue;
      found.push(commit);
      size += commit.text.length;
    }
    read += commits.length;
    if (commits.length < readAtOnce) break;
  }
  // Looked up last: it is not before what was read.
  const end = await store.end();
  const [texts, hashes] = [found.map(({ text }) => text), found.map(({ hash }) => hash)];
  return { from: configuration.site, after, next, end, hashes, sealed: await keysFor(found, reader, ledgerline), texts };
}

/** Keys, and what became of those that were destroyed, of whom the commits are about: nothing is handed over by name. */
async function keysFor(commits: readonly StoredCommit[], reader: string, { vault }: Own): Promise<string | null> {
  const persons = personsIn(commits.filter(({ text }) => text.includes('"sealed":')).map(openCommit));
  if (persons.length === 0) return null;
  const entries = [...(await vault.keys(persons))].map(([id, key]): VaultEntry =>
    key === 'destroyed' ? { kind: 'destroyed', id } : { kind: 'person', id, value: key },
  );
  return sealEntries(entries, reader);
}

/** The public half of what this installation opens keys with. */
export async function ownPublicKey({ vault }: Pick<Ledgerline, 'vault'>): Promise<string> {
  return publicKeyOf(await vault.secret(linkSecret));
}

export const linkSecret = 'link-key';
