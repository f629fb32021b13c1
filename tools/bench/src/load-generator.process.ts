// A process of its own that sends load, so that the program which measures does not slow what is measured.
import { percentile } from './figure.js';
import { HttpConnection, postRequest } from './http-connection.js';
import type { LoadPlan, LoadResult } from './load-plan.js';

async function run(plan: LoadPlan): Promise<LoadResult> {
  const url = new URL(plan.url);
  const requests = plan.requests.map(({ path, body }) => postRequest(url, path, body, plan.token));
  const connections = await Promise.all(Array.from({ length: plan.connections }, () => HttpConnection.open(url)));
  const took: number[] = [];
  const bySecond: number[] = [];
  const count = plan.count ?? Number.POSITIVE_INFINITY;
  const started = performance.now();
  const until = started + (plan.seconds ?? Number.POSITIVE_INFINITY) * 1_000;
  let sent = 0;
  let failed = 0;
  let firstFailure: string | undefined;
  const drive = async (connection: HttpConnection): Promise<void> => {
    let now = performance.now();
    while (now < until && sent < count) {
      const request = requests[sent % requests.length] as Buffer;
      sent += 1;
      const { status, body } = await connection.ask(request);
      const then = performance.now();
      if (status >= 200 && status < 300) {
        took.push(then - now);
        const second = Math.floor((then - started) / 1_000);
        bySecond[second] = (bySecond[second] ?? 0) + 1;
      } else {
        failed += 1;
        firstFailure ??= `${status} ${body.slice(0, 300)}`;
      }
      now = then;
    }
  };
  await Promise.all(connections.map(drive));
  const seconds = (performance.now() - started) / 1_000;
  for (const connection of connections) connection.close();
  return {
    answered: took.length,
    failed,
    ...(firstFailure === undefined ? {} : { firstFailure }),
    seconds,
    perSecond: took.length / seconds,
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
    bySecond: Array.from(bySecond, (answers) => answers ?? 0),
  };
}

process.on('message', (plan: LoadPlan) => {
  run(plan).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ failed: error instanceof Error ? error.message : String(error) }),
  );
});
