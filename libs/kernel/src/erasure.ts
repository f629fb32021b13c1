import { isIn, openCommit, type RecordedEvent, type StoredCommit } from './commit.js';
import { erased } from './events.js';
import type { KeyId } from './vault.js';

/** Streams of this category say whose data are to be forgotten; every projection that keeps personal data reads them. */
export const erasureCategory = 'person';
/** Keys of the person are destroyed: what was derived of their data is to be cleared. */
export const personErased = 'PersonErased';

/** What an erasure's events say to whoever keeps something derived. */
export interface ErasureFacts {
  /** Keys that were, or are being, destroyed. */
  readonly keys: readonly KeyId[];
  /** Ids of the streams in which the person's data stand: documents are named after them. */
  readonly subjects: readonly string[];
}

export function isErasure(stored: Pick<StoredCommit, 'stream'>): boolean {
  return isIn(stored.stream, erasures);
}

const erasures = [erasureCategory];

/** Keys that nobody may go on using, of a commit of an erasure's stream. */
export function keysToForget(stored: StoredCommit): readonly KeyId[] {
  return openCommit(stored).events.flatMap(({ data }) => (data as Partial<ErasureFacts>).keys ?? []);
}

/** Documents that an event clears of personal data. */
export function clearedBy({ type, data }: RecordedEvent): readonly string[] {
  return type === personErased ? (data as ErasureFacts).subjects : [];
}

/** The document without what it declares personal. */
export function withoutPersonal<Document>(document: Document, personal: readonly string[]): Document {
  const members = Object.entries(document as object).map(([name, value]) => [
    name,
    personal.includes(name) && value !== undefined ? erased : (value as unknown),
  ]);
  return Object.fromEntries(members) as Document;
}
