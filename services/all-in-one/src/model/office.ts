import { AdministrationModule, createAccount } from '@ledgerline/administration';
import { parseBody, ticketCalls } from '@ledgerline/contracts';
import { DepartmentModule } from '@ledgerline/department';
import { documentFold, ledgerlineEvents, ticketFold, type DocumentType, type Ticket } from '@ledgerline/domain';
import {
  accountIdOf,
  openLedgerline,
  readConfiguration,
  type CommandReply,
  type CommandRequest,
  type Ledgerline,
  type ServiceDefinition,
} from '@ledgerline/host';
import { IntakeModule } from '@ledgerline/intake';
import {
  CommandHandling,
  idOf,
  instantText,
  streamName,
  type RecordedEvent,
  type StoredCommit,
  type StreamName,
} from '@ledgerline/kernel';
import { NotificationModule, Visits } from '@ledgerline/notification';
import { ReportingModule } from '@ledgerline/reporting';
import { RoutingModule } from '@ledgerline/routing';
import { tmpdir } from 'node:os';
import { pino } from 'pino';
import { departments, everybody, people, type Person } from './people.js';
import { policy, routingTable } from './policy.js';
import { RewindableStore } from './rewindable-store.js';
import type { Body } from './rule.js';

const services = new Map<string, ServiceDefinition>(
  [AdministrationModule, DepartmentModule, IntakeModule, NotificationModule, ReportingModule, RoutingModule].map(
    ({ service }) => [service.name, service],
  ),
);
const system = { kind: 'system', id: 'model', roles: ['system', 'administrator'], departments: [] } as const;

/** Commands that only the product itself gives, and the services that decide them. */
const byItself: Readonly<Record<string, string>> = {
  'route-by-table': 'routing',
  'rework-dissatisfied': 'routing',
  'reply-in-event': 'notification',
  'note-child': 'intake',
  'release-child': 'intake',
  'note-duplicate': 'intake',
  'release-duplicate': 'intake',
  'note-duplicate-message': 'intake',
  'undo-link': 'intake',
};

/** Where one ticket stands: all that is needed to go on from there. */
export interface Place {
  readonly stream: StreamName;
  readonly history: readonly StoredCommit[];
}

/** The product behind the model: its services' own command handlers on ports in memory, with a clock that is set by hand. */
export class Office {
  now = Temporal.Instant.from('2026-03-02T02:00:00Z').epochMilliseconds;
  private given = 0;
  private readonly names = new Map<string, string>();
  private readonly others = new Map<string, string>();
  private place: Place | undefined;
  private readonly visits: Visits;

  private constructor(
    private readonly ledgerline: Ledgerline,
    private readonly store: RewindableStore,
    private readonly handling: { of(stream: StreamName): CommandHandling; forget(): void; forgetAll(): void },
    private readonly shut: () => Promise<void>,
  ) {
    this.visits = new Visits(ledgerline);
  }

  static async open(): Promise<Office> {
    const configuration = readConfiguration({
      LEDGERLINE_STORE: 'memory',
      LEDGERLINE_DATA: tmpdir(),
      LEDGERLINE_ARCHIVE_AFTER_DAYS: '1',
      LOG_LEVEL: 'error',
    });
    const opened = await openLedgerline(
      configuration,
      [{ events: ledgerlineEvents }],
      pino({ level: 'error' }, pino.destination(2)),
    );
    const store = new RewindableStore(opened.ledgerline.store);
    const digestKey = await opened.ledgerline.vault.secret('command-digest');
    const { codec, cryptography } = opened.ledgerline;
    const parts = { store: store.asStore(), codec, cryptography, digestKey, site: configuration.site };
    const clock = { now: () => office.now };
    const anew = () => new CommandHandling({ ...parts, clock, alone: true, cached: 100 });
    // What the house knows is kept; what is known of the ticket is forgotten with each look back.
    const [house, ticket] = [{ handling: anew() }, { handling: anew() }];
    const of = (stream: StreamName) => (stream === office.place?.stream ? ticket.handling : house.handling);
    const commands = {
      handle: (stream: StreamName, ...rest: never[]) => of(stream).handle(stream, ...(rest as never as [never, never])),
      current: (stream: StreamName, fold: never) => of(stream).current(stream, fold),
    } as unknown as CommandHandling;
    const ask = <Reply>(service: string, call: string, payload: unknown) =>
      office.answer(service, call, payload) as Promise<Reply>;
    const ledgerline: Ledgerline = { ...opened.ledgerline, store: store.asStore(), clock, commands, ask };
    const office: Office = new Office(
      ledgerline,
      store,
      { of, forget: () => void (ticket.handling = anew()), forgetAll: () => void (house.handling = anew()) },
      async () => {
        await opened.ledgerline.supervision.stop();
        await opened.close();
      },
    );
    await office.found();
    return office;
  }

  close(): Promise<void> {
    return this.shut();
  }

  /** Registers a ticket as an agent does. */
  async register(body: Body, who: Person): Promise<Place> {
    const { id } = await this.accepted('intake', 'register', {
      ...this.request(`contact-${this.given}`, body),
      principal: this.principal(who),
    });
    const stream = streamName('ticket', id);
    return { stream, history: await this.ledgerline.store.load(stream) };
  }

  /** A call that was missed, abandoned or answered, at this moment. */
  async recordCall(outcome: string): Promise<Place> {
    const body = { channel: 'phone', direction: 'inbound', from: '13800000001', at: instantText(this.now), outcome };
    const request = { ...this.request(`call-${this.given}`, body), principal: this.principal(people.agent) };
    const { id } = await this.accepted('intake', 'record-contact', request);
    const stream = streamName('contact', id);
    return { stream, history: await this.ledgerline.store.load(stream) };
  }

  /** Puts the ticket, or contact, back to what it was. */
  back(place: Place): void {
    this.place = place;
    this.store.rewind(place.stream, place.history);
    this.handling.forget();
  }

  get here(): Place {
    if (this.place === undefined) throw new TypeError('no ticket is on the desk');
    return { stream: this.place.stream, history: this.store.history };
  }

  /** Other tickets are named `@event`, `@other` and so on. */
  private withIds(body: Body): Body {
    const named = Object.entries(body).map(([name, value]) => {
      if (typeof value !== 'string' || !value.startsWith('@')) return [name, value];
      return [name, value === '@self' ? this.ticketId : (this.others.get(value) ?? 'p0-nowhere')];
    });
    return Object.fromEntries(named) as Body;
  }

  private get ticketId(): string {
    return this.here.stream.slice('ticket.'.length);
  }

  /** Gives a command on the ticket. @throws Error where the body is none that the edge lets in */
  async give(command: string, who: Person, body: Body): Promise<CommandReply> {
    const call = ticketCalls[command];
    const service = call?.service ?? byItself[command];
    if (service === undefined) throw new TypeError(`there is no command ${command}`);
    const named = this.withIds(body);
    const parsed = call === undefined ? { body: named } : parseBody(call.body, named);
    if ('faults' in parsed) throw new Error(`${command} ${JSON.stringify(body)}: ${JSON.stringify(parsed.faults)}`);
    const request = {
      ...this.request(this.ticketId, parsed.body as Body),
      principal: this.principal(who),
    };
    return (await this.answer(service, command, request)) as CommandReply;
  }

  /** Gives a command on the contact that is on the desk. */
  async giveOnCall(command: string, who: Person, body: Body): Promise<CommandReply> {
    const request = { ...this.request(idOf(this.here.stream), this.withIds(body)), principal: this.principal(who) };
    return (await this.answer('intake', command, request)) as CommandReply;
  }

  async ticket(): Promise<Ticket> {
    const { state } = await this.handling.of(this.here.stream).current(this.here.stream, ticketFold);
    return state as Ticket;
  }

  /** What the ticker does on the ticket or contact now: the types of the events that come of it. */
  async tick(): Promise<readonly string[]> {
    const before = this.here.history.length;
    await this.visits.tellWhatIsDue(this.here.stream);
    await this.visits.archive(this.here.stream);
    const commits = await this.ledgerline.codec.open(this.here.history.slice(before), []);
    return commits.flatMap(({ events }) => events.map(({ type }) => type));
  }

  /** Events of the ticket, or contact, as services read them, personal fields and all. */
  async events(): Promise<readonly RecordedEvent[]> {
    return (await this.ledgerline.codec.open(this.here.history)).flatMap((commit) => commit.events);
  }

  /** A governed document as its stream folds. */
  async document(type: DocumentType, code: string) {
    return (await this.ledgerline.commands.current(streamName('document', `${type}-${code}`), documentFold)).state;
  }

  readonly nameOf = (id: string): string => this.names.get(id) ?? id;

  private principal({ kind, name, roles, departments: own }: Person): CommandRequest['principal'] {
    // A caller is known by their ticket.
    if (kind === 'caller') return { kind, id: name === 'caller' ? this.ticketId : 'p0-another', roles, departments: own };
    return { kind, id: accountIdOf(name, this.ledgerline), roles, departments: own };
  }

  private request(id: string, body: Body) {
    this.given += 1;
    return { id, command: `model-${this.given}`, body };
  }

  private async found(): Promise<void> {
    await AdministrationModule.service.onStart?.(this.ledgerline);
    for (const code of departments)
      await this.accepted('administration', 'create-department', {
        ...this.request(code, { code, name: code }),
        principal: system,
      });
    for (const code of ['north', 'south'])
      await this.accepted('administration', 'open-site', { ...this.request(code, { code, name: code }), principal: system });
    await this.accepted('administration', 'close-site', { ...this.request('south', { reason: 'merged' }), principal: system });
    for (const person of everybody) {
      const { name, roles, departments: own } = person;
      const account = { username: name, name, roles, departments: own, unrestricted: own.includes('*'), passwordHash: 'none' };
      await createAccount({ ...this.request(name, {}), principal: system }, account, this.ledgerline);
      this.names.set(accountIdOf(name, this.ledgerline), name);
    }
    for (const [type, body] of [['policy', policy], ['routing-table', routingTable]] as const) await this.approve(type, body); // prettier-ignore
  }

  /** Tickets beside the one on the desk: to link it to, and what it cannot be linked to. */
  async foundOthers(body: Body): Promise<void> {
    const others = { '@other': {}, '@event': { parent: true }, '@past-event': { parent: true }, '@copy': {} };
    for (const [name, more] of Object.entries(others)) {
      this.back(await this.register({ ...body, ...more }, people.agent));
      this.others.set(name, this.ticketId);
      this.names.set(this.ticketId, name);
      if (name === '@past-event') await this.give('withdraw', people.agent, { reason: 'over' });
      if (name === '@copy') await this.give('link-duplicate', people.agent, { of: '@other' });
      await this.store.settle();
    }
    this.handling.forgetAll();
  }

  private async approve(type: DocumentType, body: { readonly code: string }): Promise<void> {
    const step = (call: string, more: object) =>
      this.accepted('administration', call, {
        ...this.request(body.code, { type, code: body.code, ...more }),
        principal: { ...system, id: call, roles: ['leader', 'coordinator'] },
      });
    const draft = (await step('draft-document', { body })).facts?.['draft'];
    await step('submit-document', { draft });
    await step('approve-document', { draft });
  }

  private async accepted(service: string, call: string, request: CommandRequest) {
    const reply = (await this.answer(service, call, request)) as CommandReply;
    if (reply.kind !== 'accepted') throw new Error(`${service} ${call}: ${JSON.stringify(reply)}`);
    return reply;
  }

  private answer(service: string, call: string, payload: unknown): Promise<unknown> {
    const { commands, queries } = services.get(service) ?? {};
    const answer = commands?.[call] ?? queries?.[call];
    if (!answer) throw new TypeError(`${service} does not answer ${call}`);
    return answer(payload as never, this.ledgerline);
  }
}
