import { createAccount } from '@ledgerline/administration';
import { sessionFold, type AccountEvent, type Session } from '@ledgerline/domain';
import {
  accountIdOf,
  idOfDigest,
  portalToken,
  readConfiguration,
  sleep,
  start,
  type CommandReply,
  type Ledgerline,
  type Running,
} from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everyModule } from '../index.js';
import { projectingHere } from '../projecting-here.js';
import { call, json, type Answer, type Ask } from './call.js';
import { askers, departments, narrowed, type Asker } from './people.js';

/** Milliseconds that the house may be busy with something else. */
const patience = 180_000;

const system = { kind: 'system', id: 'matrix', roles: ['system', 'administrator'], departments: [] } as const;

/** The whole product in this process, with everybody in it and a way to ask as each of them. */
export class House {
  private readonly tokens = new Map<string, string | undefined>();
  private given = 0;

  private constructor(
    private readonly running: Running,
    private readonly onAnswer: (ask: Ask, answer: Answer) => void,
  ) {}

  /** @param onAnswer hears every answer, whoever asked */
  static async open(onAnswer: (ask: Ask, answer: Answer) => void = () => undefined): Promise<House> {
    const data = mkdtempSync(join(tmpdir(), 'ledgerline-matrix-'));
    const env = { PORT: '0', LOG_LEVEL: 'fatal', LEDGERLINE_DATA: data, LEDGERLINE_ADMIN_PASSWORD: 'correct-horse-battery' };
    const running = await start(everyModule.map(projectingHere), readConfiguration(env));
    const house = new House(running, onAnswer);
    await house.found();
    return house;
  }

  close(): Promise<void> {
    return this.running.stop();
  }

  get ledgerline(): Ledgerline {
    return this.running.ledgerline;
  }

  get url(): string {
    return this.running.address ?? '';
  }

  tokenOf({ name }: Asker): string | undefined {
    return this.tokens.get(name);
  }

  accountOf(name: string): string {
    return accountIdOf(name, this.ledgerline);
  }

  /** What a busy machine does not answer in time is asked again: nobody learns anything from it. */
  async ask(asker: Asker, ask: Ask, from?: string): Promise<Answer> {
    for (const until = performance.now() + patience; ;) {
      const answer = await call(this.url, this.tokenOf(asker), ask, from);
      this.onAnswer(ask, answer);
      if (answer.status !== 503 || performance.now() > until) return answer;
      await sleep(200);
    }
  }

  /** What is done to have something to look at; under a key, unless a call id says what it is, so that it is done once. @throws Error where it is refused */
  async does(asker: Asker, path: string, body: object = {}, headers: Readonly<Record<string, string>> = {}) {
    this.given += 1;
    const keyed = 'callId' in body ? headers : { 'idempotency-key': `matrix-${this.given}`, ...headers };
    const answer = await this.ask(asker, { method: 'POST', path, body, headers: keyed });
    if (answer.status >= 300) throw new Error(`${asker.name} ${path}: ${answer.status} ${answer.text}`);
    return json(answer);
  }

  /** A caller's pass. */
  followsTicket(asker: Asker, ticket: string): void {
    this.tokens.set(asker.name, portalToken(ticket, this.ledgerline.clock.now() + 1_800_000, this.ledgerline));
  }

  /** Everything that follows the log has come to its end, and nothing comes of it any more. */
  async settled(): Promise<void> {
    const { store, watch, supervision } = this.ledgerline;
    const until = performance.now() + patience;
    for (let quiet = 0, before = ''; quiet < 4;) {
      if (performance.now() > until) throw new Error(`the house does not come to rest: ${JSON.stringify(supervision.health())}`);
      const end = await store.end();
      const reached = [...Object.values(watch.own.projections.reached()), ...Object.values(watch.own.processManagers.reached())];
      const areThere = reached.every((position) => position !== null && store.compare(position, end) >= 0);
      quiet = areThere && end === before ? quiet + 1 : 0;
      before = end;
      await sleep(50);
    }
  }

  private async found(): Promise<void> {
    for (const code of departments) await this.orders('create-department', code, { code, name: code });
    await this.orders('open-site', 'north', { code: 'north', name: 'north' });
    for (const asker of [...askers, ...narrowed]) this.tokens.set(asker.name, await this.tokenFor(asker));
  }

  private async tokenFor(asker: Asker): Promise<string | undefined> {
    if (asker.kind === 'caller' || (asker.kind === 'nobody' && asker.over === undefined)) return undefined;
    if (asker.kind === 'token' || asker.over === 'revoked' || asker.over === 'expired') return this.issued(asker);
    const { name, roles, departments: own } = asker;
    const rights = asker.standsInFor === undefined ? { roles, departments: own } : { roles: ['editor'], departments: [] };
    const account = { username: name, name, ...rights, unrestricted: own.includes('*') };
    await createAccount({ ...this.request(name, {}), principal: system }, account, this.ledgerline);
    const token = await this.session(this.accountOf(name));
    if (asker.standsInFor !== undefined) await this.standsIn(asker.standsInFor, name, token);
    if (asker.over === 'deactivated') await this.orders('deactivate-user', this.accountOf(name), { reason: 'gone' });
    if (asker.over === 'signed-out') await this.orders('sign-out', 'session', { token });
    return token;
  }

  private async standsIn(absent: string, name: string, token: string): Promise<void> {
    const until = new Date(this.ledgerline.clock.now() + 30 * 86_400_000).toISOString();
    await this.orders('name-substitute', 'substitution', { substitute: name, until, reason: 'away' }, absent);
    await this.orders('begin-acting', 'session', { token, onBehalfOf: absent }, name);
  }

  /** By somebody whose account stands: a token ends with it. */
  private async issued({ name, roles, departments: own, scopes = [], over }: Asker): Promise<string> {
    // None is issued that has expired already.
    const expires = this.ledgerline.clock.now() + 3_000;
    const expiresAt = over === 'expired' ? { expiresAt: new Date(expires).toISOString() } : {};
    const body = { name, roles, departments: own, scopes, ...expiresAt };
    const { id, facts } = await this.orders('issue-token', name, body, 'everything');
    while (over === 'expired' && this.ledgerline.clock.now() <= expires) await sleep(100);
    if (over === 'revoked') await this.orders('revoke-token', id, {});
    return String(facts?.['token']);
  }

  /** As signing in makes it, without the work of a password. */
  private async session(account: string): Promise<string> {
    const token = `lls_matrix-${account}`;
    const stream = streamName('session', idOfDigest(this.ledgerline.digest('ids', `token ${token}`)));
    const expiresAt = new Date(this.ledgerline.clock.now() + 3_600_000).toISOString();
    const command = { id: 'start', data: {}, actor: { kind: 'person', id: account } } as const;
    await this.ledgerline.commands.handle<unknown, Session, AccountEvent>(stream, command, {
      fold: sessionFold,
      decide: () => [{ type: 'SessionStarted', data: { account, expiresAt } }],
    });
    return token;
  }

  private request(id: string, body: object) {
    this.given += 1;
    return { id, command: `matrix-${this.given}`, body };
  }

  /** @param by whose account stands for what is made */
  private async orders(call: string, id: string, body: object, by?: string) {
    const principal = by === undefined ? system : { ...system, kind: 'person', id: this.accountOf(by) };
    const reply = await this.ledgerline.ask<CommandReply>('administration', call, { ...this.request(id, body), principal });
    if (reply.kind !== 'accepted') throw new Error(`${call} ${id}: ${reply.code}`);
    return reply;
  }
}
