import type { Principal, Problem } from '@ledgerline/contracts';
import {
  digestFold, digestRoundsFold, documentFold, duePeriods, inForce, workingCalendar, type Calendar, type Digest, type DigestContent, type DigestEvent,
  type DigestPeriod, type DigestRounds, type DigestTemplate,
} from '@ledgerline/domain'; // prettier-ignore
import { idOfDigest, type Ledgerline } from '@ledgerline/host';
import { instantText, streamName, type Actor } from '@ledgerline/kernel';
import { deliverDigest, recordRound } from './deliver-digest.decision.js';
import { DigestReaders, type AddressedDigest } from './digest-readers.js';
import { schedulesInForce, type ScheduleInForce } from './schedules-in-force.js';

const actor: Actor = { kind: 'system', id: 'digests', roles: ['system'] };
/** What keeps one reader's digest from being made, now and later: they get none, and the others get theirs. */
const forGood = ['unknown-department', 'not-your-department', 'department-required'];

/** Makes and delivers what the schedules in force ask for. */
export class DigestSending {
  private readonly readers: DigestReaders;

  constructor(private readonly ledgerline: Ledgerline) {
    this.readers = new DigestReaders(ledgerline);
  }

  /** @returns what something that is due waits for; undefined where nothing does */
  async sendWhatIsDue(signal: AbortSignal): Promise<string | undefined> {
    let waitsFor: string | undefined;
    for (const schedule of await schedulesInForce(this.ledgerline))
      for (const period of await this.dueOf(schedule, this.ledgerline.clock.now())) {
        if (signal.aborted) return undefined;
        const code = await this.sendPeriod(schedule, period, signal);
        // Later periods of the schedule wait too, so that they are sent in order; other schedules go on.
        if (code === undefined) continue;
        waitsFor = `${schedule.body.code} ${period.name}: ${code}`;
        break;
      }
    return waitsFor;
  }

  /** True where something has been due since before an instant. */
  async hasWaitedSince(before: number): Promise<boolean> {
    for (const schedule of await schedulesInForce(this.ledgerline))
      if ((await this.dueOf(schedule, before)).length > 0) return true;
    return false;
  }

  private async dueOf({ body, inForceSince }: ScheduleInForce, now: number): Promise<readonly DigestPeriod[]> {
    const { commands } = this.ledgerline;
    const { state } = await commands.current<DigestRounds>(streamName('digest-round', body.code), digestRoundsFold);
    const calendar = body.calendar === undefined ? undefined : await this.calendar(body.calendar);
    return duePeriods(body, now, { through: state?.through, inForceSince }, calendar && workingCalendar(calendar));
  }

  private calendar(code: string): Promise<Calendar | undefined> {
    return this.bodyInForce<Calendar>('calendar', code);
  }

  private async bodyInForce<Body>(type: string, code: string): Promise<Body | undefined> {
    const { clock, commands } = this.ledgerline;
    const { state } = await commands.current(streamName('document', `${type}-${code}`), documentFold);
    return inForce(state, instantText(clock.now()))?.body as Body | undefined;
  }

  /** @returns the code of what it waits for */
  private async sendPeriod({ body }: ScheduleInForce, period: DigestPeriod, signal: AbortSignal): Promise<string | undefined> {
    const template = await this.bodyInForce<DigestTemplate>('digest-template', body.template);
    if (template === undefined) return 'document-not-found';
    const digests: string[] = [];
    for (const addressed of await this.readers.of(body.readers, template.scope)) {
      if (signal.aborted) return 'stopping';
      const { principal, department = '' } = addressed;
      const name = `digest ${body.code} ${period.name} ${principal.id} ${department}`;
      const id = idOfDigest(this.ledgerline.digest('ids', name));
      const code = await this.deliver(id, { schedule: body, period, addressed });
      if (code === undefined) digests.push(id);
      else if (!forGood.includes(code)) return code;
    }
    await this.ledgerline.commands.handle<unknown, DigestRounds, DigestEvent>(
      streamName('digest-round', body.code),
      { id: `sent~${period.name}`, data: {}, actor },
      { fold: digestRoundsFold, decide: recordRound({ schedule: body.code, period, digests }) },
    );
    return undefined;
  }

  /** What is there already is not made again. @returns the code of what keeps it from being made */
  private async deliver(id: string, { schedule, period, addressed }: Delivery): Promise<string | undefined> {
    const { commands } = this.ledgerline;
    const stream = streamName('digest', id);
    if ((await commands.current<Digest>(stream, digestFold)).version > 0) return undefined;
    const { principal, department } = addressed;
    const made = await this.make(principal, {
      template: schedule.template,
      period: period.name,
      timeZone: schedule.timeZone,
      ...(department === undefined ? {} : { department }),
    });
    if (made.kind === 'problem') return made.code;
    const { roles, departments } = principal;
    const data = { schedule: schedule.code, reader: principal.id, sight: { roles, departments }, content: made.content };
    await commands.handle<unknown, Digest, DigestEvent>(
      stream,
      { id: 'deliver', data: {}, actor },
      { fold: digestFold, decide: deliverDigest(data) },
    );
    return undefined;
  }

  /** Of everything that is in the log now, as far as its reader may see it. */
  private async make(principal: Principal, body: object) {
    const after = await this.ledgerline.store.end();
    type Made = { readonly kind: 'made'; readonly content: DigestContent } | Problem;
    return this.ledgerline.ask<Made>('reporting', 'make-digest', { body, principal, after });
  }
}

interface Delivery {
  readonly schedule: ScheduleInForce['body'];
  readonly period: DigestPeriod;
  readonly addressed: AddressedDigest;
}
