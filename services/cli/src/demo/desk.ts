import { AdministrationModule } from '@ledgerline/administration';
import { DepartmentModule } from '@ledgerline/department';
import {
  accountIdOf,
  idOfDigest,
  type CommandReply,
  type CommandRequest,
  type Ledgerline,
  type ServiceDefinition,
} from '@ledgerline/host';
import { IntakeModule } from '@ledgerline/intake';
import { CommandHandling } from '@ledgerline/kernel';
import { NotificationModule } from '@ledgerline/notification';
import { OutreachModule } from '@ledgerline/outreach';
import { RoutingModule } from '@ledgerline/routing';
import { company } from './company.js';

type Principal = CommandRequest['principal'];

const services = new Map<string, ServiceDefinition>(
  [AdministrationModule, DepartmentModule, IntakeModule, NotificationModule, OutreachModule, RoutingModule].map(({ service }) => [
    service.name,
    service,
  ]),
);

/** What services ask of lists, which are filled when the server starts: in these stories nobody is restricted. */
const lists: Readonly<Record<string, () => unknown>> = { 'reporting restricted-customers': () => [] };

/**
 * A desk with a clock of its own, at which the services' own commands are given: what happened in the past is decided and recorded
 * as it would have been then. Commands have ids that do not change, so that what was given before changes nothing.
 */
export class Desk {
  /** Milliseconds since the epoch; what is given from now on happens then. */
  now = 0;
  readonly ledgerline: Ledgerline;

  constructor(real: Ledgerline, digestKey: Uint8Array) {
    const clock = { now: () => this.now };
    const { store, codec, cryptography, configuration } = real;
    const commands = new CommandHandling({ store, codec, cryptography, clock, digestKey, site: configuration.site, cached: 100 });
    const ask = <Reply>(service: string, call: string, payload: unknown) => this.answer(service, call, payload) as Promise<Reply>;
    this.ledgerline = { ...real, clock, commands, ask };
  }

  /** @throws Error where the rules refuse it, but for the codes in `unless` */
  async give(service: string, call: string, request: CommandRequest, unless: readonly string[] = []): Promise<CommandReply> {
    const reply = (await this.answer(service, call, request)) as CommandReply;
    if (reply.kind === 'accepted' || unless.includes(reply.code)) return reply;
    throw new Error(`${service} ${call} of ${request.command}: ${JSON.stringify(reply)}`);
  }

  /** An id that says nothing and is the same in every run. */
  idOf(what: string): string {
    return idOfDigest(this.ledgerline.digest('ids', `demo ${what}`));
  }

  /** Somebody of the company as the gateway would name them. */
  personOf(username: string): Principal {
    const person = company.people.find((one) => one.username === username);
    if (!person) throw new TypeError(`nobody is called ${username}`);
    const { roles, departments } = person;
    return { kind: 'person', id: accountIdOf(username, this.ledgerline), roles, departments };
  }

  private answer(service: string, call: string, payload: unknown): Promise<unknown> {
    const { commands, queries } = services.get(service) ?? {};
    const answer = commands?.[call] ?? queries?.[call] ?? lists[`${service} ${call}`];
    if (!answer) throw new TypeError(`${service} does not answer ${call}`);
    return Promise.resolve(answer(payload as never, this.ledgerline));
  }
}

interface Given<Body> {
  readonly who: string;
  readonly call: string;
  readonly id: string;
  readonly body: Body;
  /** Tells several alike apart. */
  readonly which?: string;
}

/** What somebody of the company asks for, under an id that is the same in every run. */
export function requestOf<Body>(desk: Desk, { who, call, id, body, which = '' }: Given<Body>): CommandRequest<Body> {
  return { id, command: desk.idOf(`${call} ${id}${which}`), body, principal: desk.personOf(who) };
}
