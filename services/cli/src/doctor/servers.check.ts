import type { Configuration } from '@ledgerline/host';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, warn, type Finding } from './finding.js';

/** architecture.md: what the log in JetStream was built and tested on. */
const neededNats = [2, 12] as const;
/** ADR 0003: a commit has at most 512 Ki characters; Chinese text has three bytes each. */
const neededPayload = 1024 * 1024;

/** NATS, where the log is in JetStream. `monitors`: addresses of the servers' monitoring. */
export async function checkNats(
  { natsUrl, site, replicas, vaultKey, data }: Configuration,
  monitors: readonly string[],
): Promise<readonly Finding[]> {
  const { lookAtNats } = await import('@ledgerline/adapter-nats');
  const { version, jetStream, largestPayload, log } = await lookAtNats(natsUrl, { site });
  const findings = [
    isAtLeast(version, neededNats)
      ? ok('NATS', version)
      : fail('NATS', version, `install nats-server ${neededNats.join('.')} or newer`),
    jetStream
      ? ok('JetStream', logWords(log))
      : fail('JetStream', 'off', 'start the servers with "jetstream { … }" (deploy/nats)'),
  ];
  if (largestPayload < neededPayload)
    findings.push(fail('max_payload', `${largestPayload} bytes`, 'set max_payload to 8MB (deploy/nats)'));
  if (log && log.replicas !== replicas)
    findings.push(
      warn('replicas', `the log has ${log.replicas}, LEDGERLINE_REPLICAS is ${replicas}`, 'nats stream edit --replicas'),
    );
  if (vaultKey === undefined && !existsSync(join(data, 'vault.key')))
    findings.push(warn('vault key', 'not set', 'set LEDGERLINE_VAULT_KEY, the same for every process'));
  return [...findings, ...(await checkSync(monitors))];
}

async function checkSync(monitors: readonly string[]): Promise<readonly Finding[]> {
  if (monitors.length === 0) {
    const advice = 'give --nats-monitor http://SERVER:8222 of each server to have it checked';
    return [warn('sync_interval', 'a client cannot see it', advice)];
  }
  const { syncsAlways } = await import('@ledgerline/adapter-nats');
  return Promise.all(
    monitors.map(async (monitor) =>
      (await syncsAlways(monitor))
        ? ok('sync_interval', `always (${monitor})`)
        : fail('sync_interval', `not "always" (${monitor})`, 'set sync_interval: always: without it a power cut loses commands'),
    ),
  );
}

function logWords(log: { readonly replicas: number; readonly commits: number } | undefined): string {
  return log ? `on; the log has ${log.commits.toLocaleString('en')} commits, replicas ${log.replicas}` : 'on; no log yet';
}

/** MongoDB, or what speaks its protocol, where read models are there. */
export async function checkMongo({ mongodbUrl }: Configuration): Promise<Finding> {
  const { lookAtMongo } = await import('@ledgerline/adapter-mongo');
  const { version, database } = await lookAtMongo(mongodbUrl);
  return ok('MongoDB', `${version}, database ${database}`);
}

export function isAtLeast(version: string, needed: readonly number[]): boolean {
  const given = version.split(/[.-]/).map(Number);
  for (const [place, number] of needed.entries()) {
    if ((given[place] ?? 0) !== number) return (given[place] ?? 0) > number;
  }
  return true;
}
