import type { CommandReply, CommandRequest, Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { Addressees } from '../ticker/addressees.js';
import { runDueWork } from './run-due-work.js';

/** Items that are seen to in one look; the next look sees to the next ones. */
const mostAtOnce = 200;

/** A thing as it stood when something about it was found due. */
interface DueItem {
  readonly id: string;
  readonly version: number;
}

/** Things of another service that are due by a date: its query says which, its command takes the step. */
export interface DueItems<Item extends DueItem> {
  /** Of the loop, its place and its principal. */
  readonly name: string;
  readonly service: string;
  readonly query: string;
  readonly command: string;
  /** Refusals that leave it due: somebody has to see to it, and is told for as long as it is so. */
  readonly waitsFor?: readonly string[];
  /** Which step, and its body. The same one of the thing as it stood makes a second one a repeat; a thing that has come to the same again has moved on. */
  readonly step: (item: Item, addressees: Addressees) => Promise<Pick<CommandRequest, 'command' | 'body'>>;
}

/** Each step is decided again on the thing as it stands: whoever else does it too changes nothing. */
export function keepDueItems<Item extends DueItem>(
  ledgerline: Ledgerline,
  signal: AbortSignal,
  { name, service, query, command, step, waitsFor = [] }: DueItems<Item>,
): Promise<void> {
  const principal = { kind: 'system', id: name, roles: ['system'], departments: [] } as const;
  const addressees = new Addressees(ledgerline);
  const due = async (before: number, limit: number): Promise<readonly Item[]> => {
    const message = { body: { before: instantText(before), limit }, principal };
    type Answer = { readonly items?: readonly Item[]; readonly code?: string };
    const answer = await ledgerline.ask<Answer>(service, query, message);
    if (answer.items === undefined) throw new Error(`${query}: ${answer.code}`);
    return answer.items;
  };
  const take = async (item: Item): Promise<string | undefined> => {
    const { command: taken, body } = await step(item, addressees);
    const request: CommandRequest = { id: item.id, command: `${taken}~${item.version}`, body, principal };
    const reply = await ledgerline.ask<CommandReply>(service, command, request);
    if (reply.kind !== 'problem') return undefined;
    if (waitsFor.includes(reply.code)) return `${service} refuses ${command} of ${item.id}: ${reply.code}`;
    ledgerline.log.debug({ id: item.id, command, code: reply.code }, 'no longer due');
    return undefined;
  };
  return runDueWork(ledgerline, signal, {
    name,
    place: `${name}@1`,
    doWhatIsDue: async (over) => {
      let waits: string | undefined;
      for (const item of await due(ledgerline.clock.now(), mostAtOnce)) {
        if (over.aborted) return undefined;
        waits = (await take(item)) ?? waits;
      }
      return waits;
    },
    hasWaitedSince: async (before) => (await due(before, 1)).length > 0,
  });
}
