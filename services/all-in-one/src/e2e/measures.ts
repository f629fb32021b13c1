import { expect, test } from '@jest/globals';
import { serviceNames } from '@ledgerline/contracts';
import { eventually, type Installation } from '@ledgerline/installation';

/** Samples of the Prometheus text format, by name and labels. @throws where a line is none */
async function samples(url: string): Promise<ReadonlyMap<string, number>> {
  const response = await fetch(`${url}/metrics`);
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [, series, value] = /^([a-zA-Z_:][\w:]*(?:\{[^{}]*\})?) ([-+.\w]+)$/.exec(line) ?? [];
      if (series === undefined) throw new Error(`is no sample: ${line}`);
      return [series, Number(value)];
    }),
  );
}

/** What whoever watches the house builds alarms on. */
export function measures(installation: () => Installation): void {
  test('measures tell what was answered, how long it took, and how the house is', async () => {
    const { url } = installation();
    const series = 'ledgerline_http_requests_total{method="GET",status="401"}';
    const before = (await samples(url)).get(series) ?? 0;
    await fetch(`${url}/api/v1/tickets`);
    await fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    const told = await eventually(async () => {
      const now = await samples(url);
      expect(now.get(series)).toBe(before + 1);
      return now;
    });
    for (const service of serviceNames) expect(told.get(`ledgerline_service_ready{service="${service}"}`)).toBe(1);
    expect(told.get('ledgerline_command_seconds_count')).toBeGreaterThan(0);
    expect(told.get('ledgerline_query_seconds_count')).toBeGreaterThan(0);
    expect(told.get('ledgerline_projection_lag_seconds')).toBeGreaterThanOrEqual(0);
    expect(told.get('ledgerline_loop_failures_total{loop="readiness"}')).toBe(0);
    expect(told.get('ledgerline_loop_keeps_still{loop="readiness"}')).toBe(0);
    expect(told.get('process_resident_memory_bytes')).toBeGreaterThan(0);
  });
}
