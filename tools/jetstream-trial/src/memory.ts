import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { startNats } from '@ledgerline/servers';
import type { RunningNats } from '@ledgerline/servers';

import { fill } from './fill.ts';
import { openLog } from './log.ts';

/** What a JetStream stream's subjects cost in the server's memory: after filling, after a rest, after a restart. */
export async function memoryOfSubjects(subjects: number): Promise<string[]> {
  const server = await startNats({ syncAlways: false });
  try {
    const log = await openLog([server.url], 'MEMORY');
    const empty = await resident(server);
    const lines = [`| empty | 0 | ${mebibytes(empty)} | |`];
    const row = async (when: string, messages: number): Promise<void> => {
      const now = await resident(server);
      lines.push(`| ${when} | ${messages} | ${mebibytes(now)} | ${Math.round((now - empty) / subjects)} |`);
    };
    const body = new Uint8Array(20);
    const ids = Array.from({ length: subjects }, () => randomUUID().slice(0, 24));
    const message = (n: number) => ({ subject: `MEMORY.ticket.${ids[n % subjects]}`, body });
    await fill(log, subjects, message);
    await row('just filled, a message each', subjects);
    await delay(60_000);
    await row('a minute later', subjects);
    await fill(log, subjects, message);
    await delay(60_000);
    await row('a second message each, a minute later', subjects * 2);
    const { num_subjects } = (await log.manager.streams.info(log.name)).state;
    if (num_subjects !== subjects) throw new Error(`${num_subjects} subjects`);
    await log.close();
    const before = performance.now();
    await server.restart();
    const took = (performance.now() - before) / 1000;
    await delay(20_000);
    await row(`after an orderly restart of ${took.toFixed(1)} s`, subjects * 2);
    await server.kill();
    const killed = performance.now();
    await server.restart();
    const recovered = (performance.now() - killed) / 1000;
    await delay(20_000);
    await row(`after a kill and a start of ${recovered.toFixed(1)} s`, subjects * 2);
    return lines;
  } finally {
    await server.stop();
  }
}

async function resident(server: RunningNats): Promise<number> {
  const answer = (await (await fetch(`${server.monitor}/varz`)).json()) as { mem: number };
  return answer.mem;
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0);
}
