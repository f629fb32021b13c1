import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { ledgerlineEvents } from '@ledgerline/domain';
import type { History } from '@ledgerline/host';
import { EventCodec, KeyRing, type DecodedCommit, type RecordedEvent, type StoredCommit } from '@ledgerline/kernel';

/** What stands in the place of a personal field that was not asked for. */
export const hidden = Object.freeze({ hidden: true } as const);

export function isHidden(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { hidden?: unknown }).hidden === true;
}

/** Decodes commits with their personal fields, for which the Vault is opened. Erased ones read as erased. */
export async function openWithPersonal(commits: readonly StoredCommit[], history: History): Promise<readonly DecodedCommit[]> {
  return new EventCodec(ledgerlineEvents, nodeCryptography, new KeyRing(await history.vault())).open(commits);
}

/** Decodes commits without any key: what is sealed reads as hidden. */
export async function openWithoutPersonal(commits: readonly StoredCommit[]): Promise<readonly DecodedCommit[]> {
  const noKeys = {
    keys: (persons: readonly string[]) => Promise.resolve(new Map(persons.map((id) => [id, 'destroyed' as const]))),
  };
  const opened = await new EventCodec(ledgerlineEvents, nodeCryptography, new KeyRing(noKeys)).open(commits);
  return opened.map((decoded) => ({
    ...decoded,
    events: decoded.events.map((event, place) => hide(event, decoded.commit.events[place] as RecordedEvent)),
  }));
}

function hide(event: RecordedEvent, asStored: RecordedEvent): RecordedEvent {
  if ((asStored.data as { sealed?: unknown }).sealed === undefined) return event;
  const personal = ledgerlineEvents.definition(event.type).personal ?? [];
  return { ...event, data: { ...(event.data as object), ...Object.fromEntries(personal.map((name) => [name, hidden])) } };
}
