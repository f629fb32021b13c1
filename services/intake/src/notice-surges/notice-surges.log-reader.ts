import type { SurgeEvents, TicketEvents } from '@ledgerline/domain';
import {
  sleep,
  type CommandReply,
  type CommandRequest,
  type Ledgerline,
  type LogReader,
  type LogReaderOptions,
} from '@ledgerline/host';
import {
  checkpointName,
  idOf,
  isIn,
  millisecondsOf,
  openCommit,
  untilOneEnds,
  type Position,
  type RecordedEvent,
  type StoredCommit,
} from '@ledgerline/kernel';
import { SimilarContacts, type CountedTicket } from './similar-contacts.js';
import { similarRule, type SimilarRule } from './similar-limit.js';

const name = 'notice-surges';
const version = 1;
/** Milliseconds between saves, and for which a look into the policy holds. */
const [savesEvery, ruleHolds] = [1_000, 2_000];

/**
 * Counts new tickets in memory as the log tells of them. It keeps two checkpoints: up to where everything was sent, and from
 * where the log has to be read to count the same again. What it reads again it counts and does not send.
 */
export const noticeSurges: LogReader = { name, version, run: (ledgerline, options) => new Reading(ledgerline, options).run() };

class Reading {
  private readonly contacts = new SimilarContacts();
  private rule: { readonly value: SimilarRule | undefined; readonly until: number } | undefined;

  constructor(
    private readonly ledgerline: Ledgerline,
    private readonly options: LogReaderOptions,
  ) {}

  async run(): Promise<void> {
    const { checkpoints, store } = this.ledgerline;
    const [sent, from] = [checkpointName({ name, version }), checkpointName({ name: `${name}-from`, version })];
    const ownerOfFrom = await checkpoints.claim(from);
    let reached = (await checkpoints.get(sent)) ?? (await store.end());
    const begin = (await checkpoints.get(from)) ?? reached;
    let before = begin;
    let saved: Position | undefined;
    const save = async () => {
      // Half read again it would not know yet what it needs.
      if (reached === saved || store.compare(before, reached) < 0) return;
      const [now, needed] = [reached, this.contacts.neededSince ?? reached];
      // In this order: cut off between the two it reads more than it has to, never less.
      await checkpoints.set(sent, now, this.options.owner);
      await checkpoints.set(from, needed, ownerOfFrom);
      saved = now;
    };
    const read = async (over: AbortSignal) => {
      let isNew = false;
      for await (const batch of store.follow(begin, { signal: over })) {
        for (const stored of batch) {
          isNew ||= store.compare(stored.position, reached) > 0;
          if (isRegistration(stored)) await this.take(stored, before, isNew);
          before = stored.position;
          if (isNew) reached = stored.position;
        }
        this.options.onReached(reached);
      }
    };
    const keepSaving = async (over: AbortSignal) => {
      while (!over.aborted) {
        await sleep(savesEvery, over);
        await save();
      }
    };
    await save();
    this.options.onReached(reached);
    await untilOneEnds(this.options.signal, [read, keepSaving]);
    await save();
  }

  private async take(stored: StoredCommit, since: Position, isNew: boolean): Promise<void> {
    const [event] = openCommit(stored).events;
    if (event?.type !== 'TicketRegistered' || event.meta.origin !== undefined) return;
    // Where a ticket is at home its burst is noticed.
    if (await this.ledgerline.homes.isElsewhere(event.meta.site)) return;
    const rule = await this.ruleNow();
    if (rule === undefined) return;
    const now = millisecondsOf(event.meta.at);
    const burst = this.contacts.take(countedOf(event, idOf(stored.stream), since), rule, now);
    if (burst && isNew) await this.send(event, idOf(stored.stream), noticedOf(burst, rule));
  }

  private async ruleNow(): Promise<SimilarRule | undefined> {
    if (this.rule === undefined || performance.now() > this.rule.until)
      this.rule = { value: await similarRule(this.ledgerline), until: performance.now() + ruleHolds };
    return this.rule.value;
  }

  /** The burst is named after the ticket that made it one, and so is the command: sent again it changes nothing. */
  private async send(event: RecordedEvent, id: string, body: SurgeEvents['SurgeNoticed']): Promise<void> {
    const request: CommandRequest = {
      id,
      command: `${event.id}~${name}`,
      body,
      principal: { kind: 'system', id: name, roles: ['system'], departments: [] },
      correlation: event.meta.correlation,
      causation: event.id,
    };
    const reply = await this.ledgerline.ask<CommandReply>('intake', 'notice-surge', request);
    if (reply.kind === 'problem') this.ledgerline.log.debug({ surge: id, code: reply.code }, 'refused');
  }
}

/** Told without a look inside: most commits begin no ticket. */
function isRegistration({ first, stream }: StoredCommit): boolean {
  return first === 1 && isIn(stream, ['ticket']);
}

/** What was entered late counts when it happened. */
function countedOf({ data, meta }: RecordedEvent, id: string, since: Position): CountedTicket {
  const { item, district, enteredLate, occurredAt } = data as TicketEvents['TicketRegistered'];
  const at = millisecondsOf(enteredLate === true && occurredAt !== undefined ? occurredAt : meta.at);
  return { id, item, at, since, ...(district === undefined ? {} : { district }) };
}

function noticedOf(burst: readonly CountedTicket[], { count, duration }: SimilarRule): SurgeEvents['SurgeNoticed'] {
  const { item, district } = burst[0] as CountedTicket;
  const since = Temporal.Instant.fromEpochMilliseconds(Math.min(...burst.map(({ at }) => at)));
  return {
    item,
    ...(district === undefined ? {} : { district }),
    count,
    within: duration,
    since: since.toString({ fractionalSecondDigits: 3 }),
    tickets: burst.map(({ id }) => id),
  };
}
