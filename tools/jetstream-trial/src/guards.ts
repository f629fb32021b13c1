import { headers } from '@nats-io/transport-node';

import { append, appendBatch, openLog } from './log.ts';
import type { Answer, Append, Log } from './log.ts';

const body = new TextEncoder().encode('commit');
const told = ({ seq, error }: Answer): string =>
  error === undefined ? `taken as ${seq}` : `${error.err_code} ${error.description}`;
const one = (log: Log, id: string, guard: number): Append => ({ subject: `${log.name}.ticket.${id}`, guard, body });

/** What the guards answer, one line a question. */
export async function guardAnswers(servers: readonly string[], replicas: number): Promise<string[]> {
  const log = await openLog(servers, `GUARD-R${replicas}`, { num_replicas: replicas });
  const lines: string[] = [];
  const ask = async (question: string, answer: () => Promise<string>): Promise<void> => {
    const outcome = await answer().catch((error: unknown) => `thrown: ${String(error)}`);
    lines.push(`- R${replicas} ${question}: ${outcome}`);
  };

  await ask('first message, then the same guard again', async () => {
    return `${told(await append(log, one(log, 'a', 0)))}, then ${told(await append(log, one(log, 'a', 0)))}`;
  });
  await ask('32 rounds of 8 writers at once with one guard on one subject', async () => {
    const answers: string[] = [];
    for (let round = 0; round < 32; round++) {
      const race = await Promise.all(Array.from({ length: 8 }, () => append(log, one(log, `race${round}`, 0))));
      answers.push(
        ...race.map(({ error }) =>
          error === undefined ? 'taken' : `${error.err_code} ${error.description.replace(/\d+/, 'N')}`,
        ),
      );
    }
    return tally(answers);
  });
  await ask('atomic batch in which the second of three has a wrong guard', async () => {
    const answer = await appendBatch(log, [one(log, 'b1', 0), one(log, 'a', 0), one(log, 'b2', 0)]);
    const after = await append(log, one(log, 'b1', 0));
    return `${told(answer)}; its first message alone afterwards: ${told(after)}`;
  });
  await ask('atomic batch with two guarded messages of one subject', async () => {
    return told(await appendBatch(log, [one(log, 'c', 0), one(log, 'c', 0)]));
  });
  await ask('16 atomic batches of 2 at once, all with one subject in common', async () => {
    const race = Array.from({ length: 16 }, (_, n) => appendBatch(log, [one(log, `own${n}`, 0), one(log, 'shared', 0)]));
    return tally(
      (await Promise.all(race)).map(({ error }) =>
        error === undefined ? 'taken' : `${error.err_code} ${error.description.replace(/\d+/, 'N')}`,
      ),
    );
  });
  await ask('atomic batch of 1001', async () => {
    return told(
      await appendBatch(
        log,
        Array.from({ length: 1001 }, (_, n) => one(log, `d${n}`, 0)),
      ),
    );
  });
  await ask('60 atomic batches begun and none committed, then one more', async () => {
    for (let n = 0; n < 60; n++) await begun(log, n);
    return told(await appendBatch(log, [one(log, 'e1', 0), one(log, 'e2', 0)]));
  });
  await log.close();
  return lines;
}

async function begun(log: Log, n: number): Promise<void> {
  const first = headers();
  first.set('Nats-Batch-Id', `left-open-${n}`);
  first.set('Nats-Batch-Sequence', '1');
  await log.connection.request(`${log.name}.ticket.open${n}`, body, { headers: first, timeout: 5000 });
}

/** A stream that takes `ingest.p1.>` and stores it as `log.>`: does the guard hold on the subject as stored? */
export async function transformAnswers(servers: readonly string[], replicas: number): Promise<string[]> {
  const settings = {
    num_replicas: replicas,
    subjects: [`ingest${replicas}.p1.>`],
    subject_transform: { src: `ingest${replicas}.p1.>`, dest: `stored${replicas}.>` },
  };
  const log = await openLog(servers, `TRANSFORM-R${replicas}`, settings);
  const publish = (guard: number): Append => ({ subject: `ingest${replicas}.p1.main.ticket.x`, guard, body });
  const first = await append(log, publish(0));
  const again = await append(log, publish(0));
  const second = await append(log, publish(first.seq));
  const batch = await appendBatch(log, [publish(second.seq), { ...publish(0), subject: `ingest${replicas}.p1.main.ticket.y` }]);
  const batchAgain = await appendBatch(log, [
    publish(second.seq),
    { ...publish(0), subject: `ingest${replicas}.p1.main.ticket.z` },
  ]);
  const race = await Promise.all(Array.from({ length: 8 }, () => append(log, publish(batch.seq - 1))));
  const stored = await log.manager.streams.getMessage(log.name, { last_by_subj: `stored${replicas}.main.ticket.x` });
  await log.close();
  return [
    `- R${replicas} through a transform: guard 0 ${told(first)}; guard 0 again ${told(again)}; guard ${first.seq} ${told(second)}; ` +
      `atomic batch with right guards ${told(batch)}; with a stale one ${told(batchAgain)}; ` +
      `of 8 at once ${race.filter(({ error }) => error === undefined).length} taken; stored under ${stored?.subject}`,
  ];
}

/** What can still remove history from a stream with deny_delete and deny_purge. */
export async function denialAnswers(servers: readonly string[]): Promise<string[]> {
  const log = await openLog(servers, 'DENY', { allow_direct: true });
  for (let n = 0; n < 3; n++) await append(log, one(log, `d${n}`, 0));
  const count = async (): Promise<string> => {
    return `${(await log.manager.streams.info(log.name)).state.messages} of 3 left`;
  };
  const attempt = async (what: string, act: () => Promise<unknown>): Promise<string> => {
    const outcome = await act().then(
      () => 'done',
      (error: unknown) => String(error),
    );
    return `- ${what}: ${outcome}; ${await count().catch((error: unknown) => String(error))}`;
  };
  const update = (change: object) => () => log.manager.streams.update(log.name, change);
  const lines = [
    await attempt('delete a message', () => log.manager.streams.deleteMessage(log.name, 1, false)),
    await attempt('purge', () => log.manager.streams.purge(log.name)),
    await attempt('update deny_delete to false', update({ deny_delete: false })),
    await attempt('update deny_purge to false', update({ deny_purge: false })),
    await attempt('publish with Nats-Rollup: all', async () => {
      const rollup = headers();
      rollup.set('Nats-Rollup', 'all');
      const answer: Answer = (
        await log.connection.request(`${log.name}.ticket.r`, body, { headers: rollup, timeout: 10_000 })
      ).json();
      if (answer.error !== undefined) throw new Error(told(answer));
    }),
    await attempt('update max_msgs to 2', update({ max_msgs: 2 })),
    await attempt('update max_msgs to 2 and discard to old', update({ max_msgs: 2, discard: 'old' })),
    await attempt('update max_age to 1 s (looked at after 3 s)', async () => {
      await update({ max_age: 1_000_000_000, duplicate_window: 1_000_000_000 })();
      await new Promise((resolve) => setTimeout(resolve, 3000));
    }),
    await attempt('delete the stream', () => log.manager.streams.delete(log.name)),
  ];
  await log.close();
  return lines;
}

function tally(answers: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return [...counts].map(([answer, times]) => `${times} × ${answer}`).join(', ');
}
