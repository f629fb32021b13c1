import { foundStoryCompany, signInToStory, storyPeople, type ApiClient } from '@ledgerline/installation';
import type { HostWithClock } from '../../ticker/host-with-clock.js';
import {
  dayOf,
  lineOfEvent,
  linesOfClock,
  linesOfHolders,
  type ToldClock,
  type ToldEvent,
  type ToldHolder,
} from './story-words.js';

/** Milliseconds after which somebody signs in again: less than a session lasts. */
const shift = 8 * 3_600_000;

/** Who does something, and to which ticket. */
type To = readonly [who: string, ticket: string];

/** Tells a story over HTTP, at its own times, and writes down what was said and what the ticket's stream got for it. */
export class Storyteller {
  readonly lines: string[] = [];
  private readonly clients = new Map<string, { readonly client: ApiClient; readonly since: number }>();
  private readonly seen = new Map<string, number>();
  private names: ReadonlyMap<string, string> = new Map();
  private day = '';

  constructor(private readonly host: HostWithClock) {}

  async begin(): Promise<void> {
    this.names = await foundStoryCompany(this.url, () => this.host.clock.pass(1_000));
    await this.host.settled();
  }

  async registers(local: string, who: string, ticket: object, says: string): Promise<string> {
    await this.passTo(local);
    const { status, body } = await (await this.as(who)).post('/tickets', ticket);
    if (status !== 201) throw new Error(`${local} ${who} registers: ${status} ${JSON.stringify(body)}`);
    const id = String(body['id']);
    this.say(local, who, says);
    await this.tellNews(id);
    await this.tellWhatFollows(id);
    return id;
  }

  /** One of many: what its stream gets is not told. */
  async registersQuietly(local: string, who: string, ticket: object): Promise<string> {
    await this.passTo(local);
    const { status, body } = await (await this.as(who)).post('/tickets', ticket);
    if (status !== 201) throw new Error(`${local} ${who} registers: ${status} ${JSON.stringify(body)}`);
    this.seen.set(String(body['id']), 1);
    return String(body['id']);
  }

  async attaches(local: string, who: string, tickets: readonly string[], event: string): Promise<void> {
    await this.passTo(local, event);
    const client = await this.as(who);
    for (const ticket of tickets) {
      const { status, body } = await client.post(`/tickets/${ticket}/attach-to-event`, { event });
      if (status !== 200) throw new Error(`${local} ${who} attaches: ${status} ${JSON.stringify(body)}`);
    }
    await this.host.settled();
    const { body } = await client.get(`/tickets/${event}`);
    this.say(local, who, `attaches ${tickets.length} tickets to the event, which now has ${String(body['children'])} callers`);
    this.seen.set(event, (await this.history(event)).at(-1)?.version ?? 0);
  }

  /** The warning that the coordinator got by itself. */
  async tellSurge(local: string, who: string): Promise<void> {
    await this.passTo(local);
    await this.host.settled();
    const { body } = await (await this.as(who)).get('/surges?acknowledged=false');
    const [surge] = body['items'] as readonly Readonly<Record<string, unknown>>[];
    if (surge === undefined) throw new Error('nobody noticed the burst');
    this.say(
      local,
      who,
      `finds a warning of the system: ${String(surge['count'])} contacts on \`${String(surge['item'])}\` in \`${String(surge['district'])}\` within an hour; it proposes a parent event`,
    );
  }

  /** What somebody finds in their inbox about a ticket, newest first, as many as are named. */
  async tellNotices(local: string, [who, ticket]: To, most: number): Promise<void> {
    await this.passTo(local, ticket);
    const { body } = await (await this.as(who)).get('/notifications?limit=50');
    const items = body['items'] as readonly Readonly<Record<string, unknown>>[];
    const notices = items.filter((item) => item['ticket'] === ticket).slice(0, most);
    if (notices.length === 0) throw new Error(`${who} has no notice`);
    this.say(local, who, `finds in the inbox: ${notices.map((notice) => `\`${String(notice['kind'])}\``).join(', ')}`);
  }

  async tellReplies(local: string, event: string): Promise<void> {
    await this.passTo(local, event);
    const client = await this.as('chen');
    const { body } = await client.get(`/tickets?event=${event}&limit=200`);
    const children = body['items'] as readonly { readonly status: string; readonly replies: number }[];
    const replied = children.filter(({ status, replies }) => status === 'completed' && replies === 1).length;
    if (replied !== children.length) throw new Error(`${replied} of ${children.length} were replied to`);
    this.say(local, 'chen', `sees that each of the ${replied} callers has one reply`);
  }

  /** Somebody does something to a ticket. */
  async does(
    local: string,
    [who, ticket]: To,
    command: string,
    { says, ...body }: { readonly says: string; readonly [member: string]: unknown },
  ): Promise<void> {
    await this.passTo(local, ticket);
    const answer = await (await this.as(who)).post(`/tickets/${ticket}/${command}`, body);
    if (answer.status !== 200) throw new Error(`${local} ${who} ${command}: ${answer.status} ${JSON.stringify(answer.body)}`);
    this.say(local, who, says);
    await this.tellNews(ticket);
    await this.tellWhatFollows(ticket);
  }

  /** Somebody is refused, by this name. */
  async mayNot(
    local: string,
    [who, ticket]: To,
    command: string,
    { code, ...body }: { readonly code: string; readonly [member: string]: unknown },
  ): Promise<void> {
    await this.passTo(local, ticket);
    const answer = await (await this.as(who)).post(`/tickets/${ticket}/${command}`, body);
    if (answer.body['code'] !== code)
      throw new Error(`${local} ${who} ${command}: not ${code} but ${answer.status} ${JSON.stringify(answer.body)}`);
    this.say(local, who, `tries \`${command}\` and is refused: \`${code}\``);
  }

  /**
   * Time passes to a wall time in Shanghai, stopping wherever something falls due for the ticket, as it does in life; what the
   * system did then is told.
   */
  async passTo(local: string, ticket?: string): Promise<void> {
    const target = instant(local);
    while (ticket !== undefined) {
      const next = Math.min(...(await this.stepsOf(ticket)).filter((at) => at > this.host.clock.now()));
      if (next > target) break;
      this.host.clock.pass(next - this.host.clock.now());
      await this.tellWhatFollows(ticket);
    }
    this.host.clock.pass(target - this.host.clock.now());
    if (ticket !== undefined) await this.tellWhatFollows(ticket);
  }

  say(local: string, who: string, says: string): void {
    this.turnTo(local.slice(0, 10));
    const somebody = storyPeople[who];
    const name = somebody === undefined ? who : `${somebody.name} (${somebody.role}, ${somebody.department})`;
    this.lines.push(`- **${local.slice(11)}** ${name} ${says}.`);
  }

  heading(text: string): void {
    this.lines.push('', `## ${text}`, '');
    this.day = '';
  }

  /** Every clock with its due time, verdict and explanation, and who had the ticket how long. */
  async tellClocks(ticket: string, title: string): Promise<readonly ToldClock[]> {
    const { items, holders } = await this.deadlines(ticket);
    this.heading(title);
    this.lines.push(...items.flatMap(linesOfClock), ...holders.flatMap(linesOfHolders));
    return items;
  }

  async as(username: string): Promise<ApiClient> {
    const known = this.clients.get(username);
    const now = this.host.clock.now();
    if (known !== undefined && now - known.since < shift) return known.client;
    const client = await signInToStory(this.url, username);
    this.clients.set(username, { client, since: now });
    return client;
  }

  async history(ticket: string): Promise<readonly ToldEvent[]> {
    const { status, body } = await (await this.as('chen')).get(`/tickets/${ticket}/events?limit=200`);
    if (status !== 200) throw new Error(`history: ${status} ${JSON.stringify(body)}`);
    return body['items'] as readonly ToldEvent[];
  }

  private get url(): string {
    return String(this.host.running.address);
  }

  private async deadlines(ticket: string) {
    const { status, body } = await (await this.as('chen')).get(`/tickets/${ticket}/deadlines`);
    if (status !== 200) throw new Error(`deadlines: ${status} ${JSON.stringify(body)}`);
    return body as { items: readonly ToldClock[]; holders: readonly ToldHolder[] };
  }

  /** When something falls due: warnings, rungs of the chain, and the moment after each due time. */
  private async stepsOf(ticket: string): Promise<readonly number[]> {
    const { items } = await this.deadlines(ticket);
    const running = items.filter(({ state }) => ['running', 'breached', 'held', 'suspended'].includes(state));
    const times = running.flatMap(({ steps, due }) => [...steps.map(({ at }) => at), ...(due === null ? [] : [due])]);
    return times.map((at) => Temporal.Instant.from(at).epochMilliseconds + 1);
  }

  /** What the system does by itself, before time goes on. */
  private async tellWhatFollows(ticket: string): Promise<void> {
    await this.host.settled();
    await this.tellNews(ticket);
  }

  private async tellNews(ticket: string): Promise<void> {
    for (const event of await this.history(ticket)) {
      if (event.version <= (this.seen.get(ticket) ?? 0)) continue;
      this.seen.set(ticket, event.version);
      const line = lineOfEvent(event, this.names);
      if (event.meta.actor.kind === 'system' && momentDay(event.meta.at) > this.day) this.turnTo(momentDay(event.meta.at));
      this.lines.push(event.meta.actor.kind === 'system' ? `- ${line}` : `  - ${line}`);
    }
  }

  private turnTo(date: string): void {
    if (date === this.day) return;
    this.day = date;
    this.lines.push('', `### ${dayOf(date)}`, '');
  }
}

function instant(local: string): number {
  return Temporal.Instant.from(`${local.replace(' ', 'T')}:00+08:00`).epochMilliseconds;
}

function momentDay(at: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
}
