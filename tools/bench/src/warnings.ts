import { everyModule } from '@ledgerline/all-in-one';
import { readConfiguration, start, type CommandReply, type CommandRequest } from '@ledgerline/host';
import { streamName, type Clock } from '@ledgerline/kernel';
import { print, say } from './figure.js';
import { aRegistration } from './sample-requests.js';
import type { Scale } from './scale.js';
import { temporaryFolder } from './temporary-folder.js';

const target = 10;
/** Half of the time to dispatch in the policy that an installation has at first: one warning for each ticket. */
const untilFirstWarning = 30 * 60_000;

/** Stands still but for what it is told: the second in which all warnings are due comes at once. */
class BenchClock implements Clock {
  private passed = 0;

  now(): number {
    return 1_772_415_000_000 + this.passed;
  }

  monotonic(): number {
    return this.passed;
  }

  pass(milliseconds: number): void {
    this.passed += milliseconds;
  }
}

/**
 * Warnings that all fall due in one second, in the product with its embedded log: until the last is durable. Beside it as
 * many commands as fast as they are taken (staff's notes on the same tickets), which is what the log and the decisions cost.
 */
export async function warnings({ warned }: Scale): Promise<void> {
  const { folder, remove } = temporaryFolder();
  const clock = new BenchClock();
  const env = { PORT: '0', LOG_LEVEL: 'error', LEDGERLINE_DATA: folder, LEDGERLINE_ADMIN_PASSWORD: 'correct-horse-battery' };
  const { ledgerline, stop } = await start(everyModule, readConfiguration(env), clock);
  const principal = { kind: 'person', id: 'agent', roles: ['agent'], departments: ['call-centre'] } as const;
  const send = async (command: string, request: Omit<CommandRequest, 'principal'>) => {
    const reply = await ledgerline.ask<CommandReply>('intake', command, { ...request, principal });
    if (reply.kind !== 'accepted') throw new Error(`${command}: ${reply.code}`);
    return reply.id;
  };
  say(`  registering ${warned} tickets`);
  const tickets = await manyAtOnce(warned, (place) =>
    send('register', { id: `bench${place}`, command: `register${place}`, body: aRegistration }),
  );
  const floorBegan = performance.now();
  const note = { from: 'staff', text: 'Called back, nobody there.', attachments: [] };
  await manyAtOnce(warned, (place) => send('add-message', { id: tickets[place] as string, command: `note${place}`, body: note }));
  const floorSeconds = (performance.now() - floorBegan) / 1_000;
  await quiet(ledgerline);
  say('  their first warning falls due');
  const before = await ledgerline.store.end();
  clock.pass(untilFirstWarning);
  const began = performance.now();
  const busy = process.cpuUsage();
  const seconds = (await whenTold(ledgerline, before, warned)) - began;
  const { user, system } = process.cpuUsage(busy);
  const perTicket = (await ledgerline.store.load(streamName('ticket', tickets[0] as string))).length;
  print({
    bench: 'warnings', warnings: warned, seconds: seconds / 1_000, floorSeconds, ratio: seconds / 1_000 / floorSeconds,
    cpuSeconds: (user + system) / 1_000_000, commitsOfATicket: perTicket, target, holds: seconds / 1_000 <= target,
  }); // prettier-ignore
  await stop();
  remove();
}

type Log = Awaited<ReturnType<typeof start>>['ledgerline'];

async function manyAtOnce<Result>(count: number, act: (place: number) => Promise<Result>): Promise<readonly Result[]> {
  const results = new Array<Result>(count);
  const left = results.keys();
  const worker = async () => {
    for (const place of left) results[place] = await act(place);
  };
  await Promise.all(Array.from({ length: 64 }, worker));
  return results;
}

/** The lists have come to the log's end. */
async function quiet({ store, watch }: Log): Promise<void> {
  for (;;) {
    const end = await store.end();
    const reached = Object.values(watch.own.projections.reached());
    if (reached.every((position) => position !== null && store.compare(position, end) >= 0)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** When the last of so many warnings was seen in the log. */
async function whenTold({ store }: Log, after: Awaited<ReturnType<Log['store']['end']>>, wanted: number): Promise<number> {
  const tickets = new Set<string>();
  for (let position = after; ;) {
    const commits = await store.read(position, 1_000);
    for (const { stream, text } of commits) if (text.includes('"type":"DeadlineWarned"')) tickets.add(stream);
    position = commits.at(-1)?.position ?? position;
    if (tickets.size >= wanted) return performance.now();
    if (commits.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
