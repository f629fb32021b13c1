import {
  endsBefore,
  openHistory,
  sequenceOf,
  verifyHistory,
  type Configuration,
  type History,
  type Verification,
} from '@ledgerline/host';
import { LogRestored, UnknownPosition, type Position } from '@ledgerline/kernel';
import { progress } from '../progress.js';
import type { Against } from './against.js';

/** The log that the configuration names, with the tree that was kept beside it. */
export async function verifyHere(configuration: Configuration, against: Against, signal: AbortSignal): Promise<Verification> {
  const history = await openHistory(configuration);
  try {
    const seen = await seenPositions(configuration);
    const total = sequenceOf(await history.store.end());
    const told = progress('verifying');
    const verification = await verifyHistory(history, { ...against, onPage: ({ commits }) => told.at(commits, total) }, signal);
    told.end();
    return verification.fault ? verification : { ...verification, ...tooShort(verification, history, seen) };
  } finally {
    await history.close();
  }
}

/** Taken before the log's end is: what is written meanwhile is no evidence. */
async function seenPositions({ store, data }: Configuration): Promise<readonly { by: string; position: Position }[]> {
  if (store !== 'sqlite') return [];
  const { positionsSeen } = await import('@ledgerline/adapter-sqlite');
  return positionsSeen(data);
}

/** Read models and process managers of this data folder that have seen more than the log has. */
function tooShort({ checked }: Verification, { store }: History, seen: Awaited<ReturnType<typeof seenPositions>>) {
  for (const { by, position } of seen)
    if (isAfter(position, checked.position, store)) return { fault: endsBefore(checked, position, by) };
  return {};
}

/** Positions of another life of the log say nothing about this one. */
function isAfter(position: Position, end: Position | undefined, store: History['store']): boolean {
  try {
    return end === undefined ? sequenceOf(position) > 0 : store.compare(position, end) > 0;
  } catch (error) {
    if (error instanceof LogRestored || error instanceof UnknownPosition) return false;
    throw error;
  }
}
