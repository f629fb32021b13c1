import { ok, warn, type Finding } from './finding.js';
import { urlOf } from './port.check.js';

/** What somebody has to see to, by the loop that says so. */
const readModel =
  'the log names the commit and what broke: another version of the program may take it; until then that list is behind';
const otherwise = 'see to what it waits for: /health/ready says when it goes on';

/** Of the Ledgerline that runs there: what keeps still. None where none runs, which is no fault. */
export async function checkRunning(host: string, port: number): Promise<readonly Finding[]> {
  const health = await healthAt(host, port);
  if (health === undefined) return [];
  const { keepsStill = [] } = health;
  if (keepsStill.length === 0) return [ok('loops', 'none of the running Ledgerline keeps still')];
  return keepsStill.map(({ loop, why }) =>
    warn('loops', `${loop}: ${why}`, loop.startsWith('projection ') ? readModel : otherwise),
  );
}

interface Health {
  readonly keepsStill?: readonly { readonly loop: string; readonly why: string }[];
}

/** Also of one that is not ready. */
async function healthAt(host: string, port: number): Promise<Health | undefined> {
  if (port === 0) return undefined;
  try {
    const answer = await fetch(`${urlOf(host, port)}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    const health = (await answer.json()) as Health & { readonly status?: unknown };
    return ['ready', 'not-ready'].includes(String(health.status)) ? health : undefined;
  } catch {
    return undefined;
  }
}
