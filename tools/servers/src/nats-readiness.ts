import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** The server writes its ports to a file of its own once it listens: no port is guessed and lost to another process. */
export async function portsOf(folder: string, pid: number): Promise<{ client: number; monitor: string } | undefined> {
  try {
    const file = (await readdir(folder)).find((name) => name.endsWith(`_${pid}.ports`)) ?? '';
    const ports = JSON.parse(await readFile(join(folder, file), 'utf8')) as Record<string, string[]>;
    const client = ports['nats']?.[0];
    const monitor = ports['monitoring']?.[0];
    return client === undefined || monitor === undefined ? undefined : { client: Number(new URL(client).port), monitor };
  } catch {
    return undefined;
  }
}

export async function healthy(monitor: string): Promise<true | undefined> {
  return (await asked(`${monitor}/healthz`)) === undefined ? undefined : true;
}

interface JetStreamState {
  readonly meta_cluster?: {
    readonly replicas?: readonly { readonly current?: boolean; readonly offline?: boolean }[];
  };
}

/**
 * Waits until one of the servers, the leader, sees all others up to date. Each being healthy is not enough: a stream that
 * is added too early is refused with "no suitable peers for placement, peer offline".
 */
export async function clusterFormed(monitors: readonly string[], seconds = 120): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const states = (await Promise.all(monitors.map((monitor) => asked(`${monitor}/jsz`)))) as (JetStreamState | undefined)[];
    if (states.some((state) => seesAllOthers(state, monitors.length))) return;
    if (Date.now() > deadline) throw new Error(`no cluster formed within ${seconds} s: ${JSON.stringify(states)}`);
    await delay(20);
  }
}

function seesAllOthers(state: JetStreamState | undefined, servers: number): boolean {
  const others = state?.meta_cluster?.replicas ?? [];
  return others.length === servers - 1 && others.every(({ current, offline }) => current === true && offline !== true);
}

async function asked(url: string): Promise<unknown> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) });
    const body: unknown = await answer.json();
    return answer.ok ? body : undefined;
  } catch {
    return undefined;
  }
}
