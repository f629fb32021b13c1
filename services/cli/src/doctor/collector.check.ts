import { masked, type Configuration } from '@ledgerline/host';
import { fail, ok, type Finding } from './finding.js';

/** Milliseconds that a collector has to answer. */
const patience = 5_000;
const toDo =
  'see to the collector (its OTLP receiver for HTTP), or correct OTEL_EXPORTER_OTLP_ENDPOINT; meanwhile traces are lost, and nothing else';

/** ADR 0046: hands an empty list of traces to the collector, as it is handed full ones. */
export async function checkCollector({ traces, ...others }: Configuration): Promise<readonly Finding[]> {
  if (traces === undefined) return [];
  const check = `traces to ${String(masked({ traces, ...others })['traces']).split(',')[0]}`;
  try {
    const answer = await fetch(traces.endpoint, {
      method: 'POST',
      headers: { ...traces.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ resourceSpans: [] }),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    await answer.body?.cancel();
    return [answer.ok ? ok(check, 'the collector takes them') : fail(check, `the collector answers ${answer.status}`, toDo)];
  } catch (error) {
    const { cause, name } = error as Error;
    const code = (cause as { readonly code?: string } | undefined)?.code ?? name;
    return [fail(check, `the collector does not answer: ${code}`, toDo)];
  }
}
