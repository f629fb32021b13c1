import { FactsUnavailable } from '@ledgerline/kernel';
import type { Ledgerline } from '../ledgerline.js';
import { runThread } from '../run-thread.js';
import type { ServiceDefinition } from '../service.js';
import { sleep } from '../supervision.js';
import type { Analytics } from './analytics.js';
import type { Asked, Told } from './analytics-desk.js';
import { openFacts } from './open-facts.js';

const loop = 'analytics';
/** Milliseconds until it is looked again whether facts can be had. */
const looksAgain = 60_000;

/**
 * Starts what answers questions over all of the log: on a thread of its own, so that commands are not slowed; here, when somebody
 * first asks, where the log is memory's or the service runs from its sources. Without DuckDB everything else goes on.
 */
export function runAnalytics(services: readonly ServiceDefinition[], ledgerline: Ledgerline): void {
  const { configuration, supervision } = ledgerline;
  for (const { analytics, analyticsModule } of services) {
    if (analytics === undefined || analyticsModule === undefined) continue;
    // From its sources there is no file that a thread could run.
    if (configuration.store === 'memory' || !import.meta.url.endsWith('.js')) answerHere(analytics, ledgerline);
    else supervision.keep(loop, (signal) => thread(analyticsModule, ledgerline, signal));
  }
}

async function thread(module: string, ledgerline: Ledgerline, signal: AbortSignal): Promise<void> {
  const { configuration, analytics: desk, supervision } = ledgerline;
  let unavailable: string | undefined;
  let send: (message: unknown) => void = () => undefined;
  const onMessage = (told: Told) => {
    if (told.kind === 'ready') {
      supervision.keepsStill(loop, undefined);
      desk.opened((asked) => send(asked));
    } else desk.hear(told);
  };
  const file = new URL('./analytics-thread.js', import.meta.url);
  try {
    await runThread({ file, data: { module, configuration }, onMessage, onStart: (tell) => (send = tell) }, signal);
  } catch (error) {
    // An error that comes from a thread has lost its class, not its code.
    if ((error as { readonly code?: string }).code !== 'analytics-unavailable') throw error;
    unavailable = (error as Error).message;
  } finally {
    desk.closed(unavailable);
  }
  if (unavailable === undefined) return;
  supervision.keepsStill(loop, `there are no reports: ${unavailable}`);
  await sleep(looksAgain, signal);
  if (signal.aborted) return;
  desk.opening();
  return thread(module, ledgerline, signal);
}

function answerHere(analytics: Analytics, ledgerline: Ledgerline): void {
  const { analytics: desk, supervision } = ledgerline;
  let opened: Promise<ReturnType<Analytics['open']>> | undefined;
  const open = async () => {
    const facts = await openFacts(analytics.facts, ledgerline.configuration);
    const live = analytics.open({ ...ledgerline, facts, signal: supervision.signal });
    supervision.keep(loop, async (signal) => {
      await live.fill();
      if (signal.aborted) await facts.close();
    });
    return live;
  };
  desk.opened(({ id, question, payload }: Asked) => {
    opened ??= open();
    opened
      .then(({ answers }) => (answers[question] as (payload: unknown) => Promise<unknown>)(payload))
      .then(
        (answer) => desk.hear({ kind: 'answer', id, answer }),
        (error: unknown) => {
          if (error instanceof FactsUnavailable) desk.closed(error.message);
          else desk.hear({ kind: 'failure', id, message: (error as Error).message });
        },
      );
  });
}
