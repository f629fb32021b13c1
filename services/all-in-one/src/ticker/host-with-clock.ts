import { readConfiguration, sleep, start, type CommandReply, type CommandRequest, type Running } from '@ledgerline/host';
import { RequestTimeout, streamName, type Clock, type RecordedEvent } from '@ledgerline/kernel';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everyModule } from '../index.js';
import { projectingHere } from '../projecting-here.js';

/** A clock that stands still until it is told to go on. */
export class SettableClock implements Clock {
  private passed = 0;
  private jumped = 0;

  constructor(private readonly began: number) {}

  now(): number {
    return this.began + this.passed + this.jumped;
  }

  monotonic(): number {
    return this.passed;
  }

  /** Time passes. */
  pass(milliseconds: number): void {
    this.passed += milliseconds;
  }

  /** Somebody sets the clock. */
  jump(milliseconds: number): void {
    this.jumped += milliseconds;
  }

  /** To a wall time in Shanghai, `2026-03-02 09:30`. */
  passTo(time: string): void {
    this.pass(Temporal.Instant.from(`${time.replace(' ', 'T')}+08:00`).epochMilliseconds - this.now());
  }
}

export type Roles = readonly string[];

/** All services in this process, on a clock of ours; commands go over the bus as the gateway sends them. */
export class HostWithClock {
  private commands = 0;
  private ticks = 0;

  private constructor(
    readonly running: Running,
    readonly clock: SettableClock,
    readonly data: string,
  ) {
    const { watch } = running.ledgerline;
    const report = watch.report.bind(watch);
    watch.report = (followers, name, position) => {
      if (name === 'ticker') this.ticks += 1;
      report(followers, name, position);
    };
  }

  static async start(clock: SettableClock, env: Readonly<Record<string, string>> = {}): Promise<HostWithClock> {
    const data = env['LEDGERLINE_DATA'] ?? mkdtempSync(join(tmpdir(), 'ledgerline-clock-'));
    const all = {
      PORT: '0',
      LOG_LEVEL: 'fatal',
      LEDGERLINE_DATA: data,
      LEDGERLINE_ADMIN_PASSWORD: 'correct-horse-battery',
      ...env,
    };
    return new HostWithClock(await start(everyModule.map(projectingHere), readConfiguration(all), clock), clock, data);
  }

  async stop(): Promise<void> {
    await this.running.stop();
  }

  async send(
    service: string,
    command: string,
    id: string,
    {
      body = {},
      roles = ['coordinator', 'leader', 'manager', 'handler', 'agent', 'administrator'],
      departments = ['*'],
      by = 'somebody',
    }: {
      readonly body?: unknown;
      readonly roles?: Roles;
      readonly departments?: readonly string[];
      readonly by?: string;
    } = {},
  ): Promise<CommandReply> {
    this.commands += 1;
    const principal = { kind: 'person', id: by, roles, departments } as const;
    const request: CommandRequest = { id, command: `c${this.commands}-${Math.random().toString(36).slice(2)}`, body, principal };
    return this.answered(service, command, request);
  }

  /** As a client does on a slow machine: what was not answered in time is asked again, and is the same command. */
  private async answered(service: string, command: string, request: CommandRequest): Promise<CommandReply> {
    for (const until = performance.now() + 240_000; ;) {
      try {
        return await this.running.ledgerline.ask<CommandReply>(service, command, request);
      } catch (error) {
        if (!(error instanceof RequestTimeout) || performance.now() > until) throw error;
      }
    }
  }

  /** A registered ticket's id. */
  async register(about: object = {}): Promise<string> {
    const body = {
      channel: 'phone',
      kind: 'complaint',
      level: 'general',
      item: 'fault',
      subject: 's',
      description: 'd',
      caller: { phone: '13800138000' },
      ...about,
    };
    const reply = await this.send('intake', 'register', `s${Math.random().toString(36).slice(2)}`, { body });
    if (reply.kind !== 'accepted') throw new Error(`register: ${reply.code}`);
    return reply.id;
  }

  async accepted(
    service: string,
    command: string,
    id: string,
    options: Parameters<HostWithClock['send']>[3] = {},
  ): Promise<void> {
    const reply = await this.send(service, command, id, options);
    if (reply.kind !== 'accepted') throw new Error(`${command}: ${reply.code} ${JSON.stringify(reply.facts)}`);
  }

  async events(id: string, category: 'ticket' | 'contact' = 'ticket'): Promise<readonly RecordedEvent[]> {
    const { store, codec } = this.running.ledgerline;
    return (await codec.open(await store.load(streamName(category, id)), [])).flatMap(({ events }) => events);
  }

  /** What the ticker has told of a ticket, or of a contact: `type instance#step`. */
  async told(id: string, category: 'ticket' | 'contact' = 'ticket'): Promise<readonly string[]> {
    return (await this.events(id, category))
      .filter(({ meta }) => meta.actor.id === 'ticker')
      .map(({ type, data }) => `${type} ${shortStep(data as { step?: string; department?: string })}`.trim());
  }

  /** Waits until whoever follows the log has seen its end, and the ticker has had its look and found nothing to do. */
  async settled(): Promise<void> {
    const until = performance.now() + 240_000;
    for (let before: string | undefined; ;) {
      const end = await this.followersAtEnd(until);
      if (end === before) return;
      before = end;
      // The tick that is under way may have asked the sheet before.
      await this.waitUntil(until, this.ticks + 2);
    }
  }

  /** @returns the log's end, once every list and process manager of this process has seen it */
  private async followersAtEnd(until: number): Promise<string> {
    const { store, watch } = this.running.ledgerline;
    for (;;) {
      const end = await store.end();
      watch.hurry();
      const { projections, processManagers } = watch.own;
      const reached = [projections, processManagers].flatMap((followers) => Object.values(followers.reached()));
      if (reached.every((position) => position !== null && store.compare(position, end) >= 0)) return end;
      await this.pause(until);
    }
  }

  private async waitUntil(until: number, ticks: number): Promise<void> {
    while (this.ticks < ticks) await this.pause(until);
  }

  private async pause(until: number): Promise<void> {
    const { supervision, watch } = this.running.ledgerline;
    if (performance.now() > until)
      throw new Error(`no rest: ${JSON.stringify([this.ticks, supervision.health(), watch.own.projections.reached()])}`);
    await sleep(20);
  }
}

function shortStep({ step }: { readonly step?: string }): string {
  return step === undefined ? '' : step.replace(/@[^#]*/, '');
}
