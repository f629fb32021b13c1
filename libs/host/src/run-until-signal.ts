import { NoHandler, RequestTimeout } from '@ledgerline/kernel';
import { readConfiguration, type Configuration } from './configuration.js';
import type { Ledgerline } from './ledgerline.js';
import { start, type Running } from './run.js';
import type { ServiceModule } from './service.js';
import { sleep } from './supervision.js';

/** What a process says of itself once it runs. */
export interface Greeting {
  /** Where the edge listens; null for a process without one. */
  readonly address: string | null;
  /** The one-time page that sets the first password; null once there is one. */
  readonly setUp: string | null;
}

/** Runs services in this process until SIGTERM or SIGINT: what was accepted is answered, then exit 0. */
export async function run(...modules: readonly ServiceModule[]): Promise<void> {
  process.umask(0o077);
  try {
    await runUntilSignal(modules, readConfiguration(process.env));
  } catch (error) {
    couldNotStart(error);
  }
}

/** The same with a configuration that was read already; `wording` makes what is printed once it runs. */
export async function runUntilSignal(
  modules: readonly ServiceModule[],
  configuration: Configuration,
  wording: (greeting: Greeting) => string = greetingWords,
): Promise<void> {
  const starting = start(modules, configuration);
  stopOnSignal(starting);
  try {
    process.stdout.write(wording(await greetingOf(await starting)));
  } catch (error) {
    couldNotStart(error);
  }
}

/**
 * Listens before anything is served; what comes during the start waits for its end. A process that a launcher started
 * (there is a channel to it) stops too when the launcher is gone without a word.
 */
function stopOnSignal(starting: Promise<Running>): void {
  let stopping = false;
  const stopOnce = (cause: string) => {
    if (!stopping) starting.then((running) => stop(running, cause), couldNotStart);
    stopping = true;
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopOnce(signal));
  if (process.connected) process.once('disconnect', () => stopOnce('the launcher is gone'));
}

async function stop(running: Running, cause: string): Promise<void> {
  const { log } = running.ledgerline;
  log.info({ cause }, 'stopping: what was accepted is being finished');
  setTimeout(() => process.exit(1), 9_500).unref();
  try {
    await running.stop();
  } catch (error) {
    log.fatal({ err: error }, 'could not stop in order');
    process.exit(1);
  }
  process.exit(0);
}

function couldNotStart(error: unknown): never {
  process.stderr.write(`Ledgerline could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env['LOG_LEVEL'] === 'debug') process.stderr.write(`${(error as Error).stack}\n`);
  process.exit(1);
}

async function greetingOf({ ledgerline, address }: Running): Promise<Greeting> {
  await listsAreFilled(ledgerline);
  if (address === undefined) return { address: null, setUp: null };
  const path = await setUpPath(ledgerline);
  return { address, setUp: path === null ? null : `${address}${path}` };
}

/** Milliseconds that the greeting waits for lists: behind a long log they are filled while it runs, and `/health/ready` tells how far they are. */
const mostForLists = 5_000;

/** What a first start has founded (departments, accounts, documents) stands in lists before anybody is told that they can be asked. */
async function listsAreFilled({ watch }: Ledgerline): Promise<void> {
  const until = performance.now() + mostForLists;
  await watch.look();
  while (watch.own.projections.lag() > 0 && performance.now() < until) await sleep(20);
}

/** Says where it is and how to sign in; a process without an edge says that it is there. */
function greetingWords({ address, setUp }: Greeting): string {
  if (address === null) return 'Ledgerline service is running\n';
  const how =
    setUp === null
      ? 'Sign in as "admin" (or with an account that it made).'
      : `Set the password of "admin" first, once: ${setUp}`;
  return `Ledgerline is running on ${address}\n${how}\n`;
}

/** Waits for `administration`, which may be a process that starts at the same time. */
async function setUpPath(ledgerline: Ledgerline): Promise<string | null> {
  const until = performance.now() + 30_000;
  for (;;) {
    try {
      return await ledgerline.ask<string | null>('administration', 'set-up-path', {});
    } catch (error) {
      if (!(error instanceof NoHandler || error instanceof RequestTimeout) || performance.now() > until) throw error;
      await sleep(100);
    }
  }
}
