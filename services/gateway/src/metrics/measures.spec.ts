import { expect, test } from '@jest/globals';
import type { Ledgerline } from '@ledgerline/host';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { parse } from 'yaml';
import { AnsweredRequests } from './answered-requests.js';
import { houseMetrics } from './house-metrics.js';

const process = (keepsStill?: string) => ({
  process: 'a',
  loops: [
    { name: 'ticker', running: true, failures: 0, lastFailure: undefined, ...(keepsStill === undefined ? {} : { keepsStill }) },
  ],
});
const house = {
  clock: { now: () => Date.parse('2026-03-02T01:00:30.000Z') },
  readiness: {
    lag: () => 1_500,
    services: () => [
      { service: 'intake', ready: true, processes: [process('the clock is in doubt'), process()] },
      { service: 'routing', ready: false, processes: [] },
    ],
    link: () => ({ hub: 'https://hub', state: 'down', heardAt: '2026-03-02T01:00:00.000Z', behind: { fromHub: null, toHub: 7 } }),
    sites: () => [{ site: 'east', heardAt: '2026-03-02T00:59:00.000Z', behind: 0 }],
    mailboxes: () => [{ address: 'help@example.org', lookedAt: null, waiting: 3, why: 'refused' }],
  },
  supervision: { health: () => [{ name: 'log "end"', running: true, failures: 2, lastFailure: undefined }] },
  watch: {
    all: { projections: { lags: () => ({ tickets: 250 }) }, processManagers: { lags: () => ({ 'finish-registration': 0 }) } },
  },
} as unknown as Ledgerline;

/** Samples without their help and type. */
async function told(register: Registry): Promise<readonly string[]> {
  return (await register.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

test('the house tells what lags, what is well, what keeps still and what breaks, anew each time', async () => {
  const register = new Registry();
  houseMetrics(house, register);
  const first = await told(register);
  expect(first).toEqual([
    'ledgerline_projection_lag_seconds 1.5',
    'ledgerline_follower_lag_seconds{follower="tickets"} 0.25',
    'ledgerline_follower_lag_seconds{follower="finish-registration"} 0',
    'ledgerline_service_ready{service="intake"} 1',
    'ledgerline_service_ready{service="routing"} 0',
    'ledgerline_loop_keeps_still{loop="ticker"} 1',
    'ledgerline_mailbox_waiting{mailbox="help@example.org"} 3',
    'ledgerline_mailbox_unread{mailbox="help@example.org"} 1',
    'ledgerline_hub_link_up{hub="https://hub"} 0',
    'ledgerline_hub_link_silence_seconds{hub="https://hub"} 30',
    'ledgerline_mirror_behind_commits{way="to-hub"} 7',
    'ledgerline_site_silence_seconds{site="east"} 90',
    'ledgerline_loop_failures_total{loop="log \\"end\\""} 2',
  ]);
  expect(await told(register)).toEqual(first);
});

test('requests are counted by method and status; what asks is timed apart from what may change something', async () => {
  const register = new Registry();
  const requests = new AnsweredRequests(register);
  requests.answered('POST', 200, 12);
  requests.answered('POST', 200, 700);
  requests.answered('POST', 409, 3);
  requests.answered('GET', 200, 1);
  const lines = await told(register);
  for (const line of [
    'ledgerline_http_requests_total{method="POST",status="200"} 2',
    'ledgerline_http_requests_total{method="POST",status="409"} 1',
    'ledgerline_http_requests_total{method="GET",status="200"} 1',
    'ledgerline_command_seconds_bucket{le="0.025"} 2',
    'ledgerline_command_seconds_bucket{le="1"} 3',
    'ledgerline_command_seconds_count 3',
    'ledgerline_query_seconds_bucket{le="0.005"} 1',
  ])
    expect(lines).toContain(line);
});

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly summary: string };
}
interface Panel {
  readonly title: string;
  readonly targets: readonly { readonly expr: string }[];
}

const monitoring = join(import.meta.dirname, '../../../../deploy/monitoring');
const { groups } = parse(readFileSync(join(monitoring, 'alerts.yaml'), 'utf8')) as {
  groups: readonly { rules: readonly Rule[] }[];
};
const { panels } = JSON.parse(readFileSync(join(monitoring, 'dashboard.json'), 'utf8')) as { panels: readonly Panel[] };
const asked = [
  ...groups.flatMap(({ rules }) => rules).map(({ alert, expr }) => [alert, expr] as const),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
];

test.each(asked)('%s asks for what is measured: %s', (_, expr) => {
  const register = new Registry();
  houseMetrics(house, register);
  new AnsweredRequests(register);
  collectDefaultMetrics({ register });
  const names = register.getMetricsAsArray().map(({ name }) => name);
  const wanted = expr.match(/\b(?:ledgerline|process|nodejs)_\w+/g) ?? [];
  for (const name of wanted) expect(names).toContain(name.replace(/_(?:bucket|count|sum)$/, ''));
  expect(wanted.length + Number(/\bup\{/.test(expr))).toBeGreaterThan(0);
});
