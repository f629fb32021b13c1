import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { everyModule } from '../index.js';
import { helm } from '@ledgerline/servers';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse, parseAllDocuments } from 'yaml';
import { settingsThatAreRead } from './read-settings.js';
import { faultsOf, type KubernetesObject } from './typed-objects.js';

jest.setTimeout(240_000);

const chart = join(import.meta.dirname, '../../../../deploy/helm');
const inSecret = ['LEDGERLINE_VAULT_KEY', 'NATS_URL', 'MONGODB_URL'];
const services = [
  '--set',
  'shape=services',
  '--set',
  `secret.keys={${inSecret.join(',')}}`,
  '--set',
  'serviceMonitor.enabled=true',
];
const shapes = [
  ['one process', []],
  ['services', services],
] as const;

let program: string;
beforeAll(async () => {
  program = (await helm()).path;
});

const run = (...args: readonly string[]) => promisify(execFile)(program, [...args]);

async function made(options: readonly string[]): Promise<readonly KubernetesObject[]> {
  const { stdout } = await run('template', 'house', chart, ...options);
  return parseAllDocuments(stdout).map((document) => document.toJS() as KubernetesObject);
}

interface Container {
  readonly args: readonly string[];
  readonly securityContext: object;
  readonly startupProbe?: object;
  readonly readinessProbe?: object;
  readonly resources: { readonly requests?: object; readonly limits?: object };
  readonly env?: readonly { readonly name: string; readonly value: string }[];
}
interface Pod {
  readonly terminationGracePeriodSeconds: number;
  readonly securityContext: object;
  readonly containers: readonly Container[];
}
const podsOf = (objects: readonly KubernetesObject[]) =>
  objects.flatMap(({ spec }) => {
    const { template } = (spec ?? {}) as { readonly template?: { readonly spec: Pod } };
    return template === undefined ? [] : [template.spec];
  });

describe.each(shapes)('the chart in the shape of %s', (_shape, options) => {
  let objects: readonly KubernetesObject[];
  beforeAll(async () => {
    objects = await made(options);
  });

  test('is well by Helm’s own look', async () => {
    const { stdout } = await run('lint', '--strict', chart, ...options);
    expect(stdout).toContain('0 chart(s) failed');
  });

  test('makes objects that are what Kubernetes describes', () => {
    const ours = objects.filter(({ kind }) => kind !== 'ServiceMonitor');
    expect(ours.length).toBeGreaterThan(4);
    expect(faultsOf(ours)).toEqual([]);
  });

  test('lets no process write outside its volume, be root, or end before its time is over', () => {
    const pods = podsOf(objects);
    expect(pods.length).toBeGreaterThan(0);
    for (const pod of pods) {
      // 10 s that a process has to finish, after the 5 s of preStop.
      expect(pod.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(15);
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
      for (const container of pod.containers) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        expect(container).toMatchObject({ startupProbe: expect.anything(), readinessProbe: expect.anything() });
        expect(container.resources).toMatchObject({ requests: expect.anything(), limits: expect.anything() });
      }
    }
  });
});

test('a member that there is not, and a wrong type, are named', () => {
  const service = (spec: Readonly<Record<string, unknown>>) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'x' },
    spec,
  });
  const faults = faultsOf([service({ prots: [] }), service({ ports: [{ port: 'http' }] }), service({ ports: [{ port: 80 }] })]);
  expect(faults).toEqual([expect.stringContaining('"prots"'), expect.stringContaining("'string' is not assignable")]);
});

test('every service is deployed, in several copies that are not taken away together', async () => {
  const objects = await made(services);
  const names = everyModule.map(({ service }) => service.name).toSorted();
  const deployments = objects.filter(({ kind }) => kind === 'Deployment');
  expect(
    podsOf(deployments)
      .map(({ containers }) => containers[0]?.args[0])
      .toSorted(),
  ).toEqual(names);
  for (const { spec } of deployments)
    expect(spec).toMatchObject({ replicas: 2, strategy: { rollingUpdate: { maxUnavailable: 0 } } });
  expect(objects.filter(({ kind }) => kind === 'PodDisruptionBudget')).toHaveLength(names.length);
  expect(objects.find(({ kind }) => kind === 'ServiceMonitor')?.spec).toMatchObject({
    endpoints: [{ path: '/metrics', port: 'http' }],
  });
});

test('secrets come as files, which the start of a service reads', async () => {
  const files = podsOf(await made(services))[0]?.containers[0]?.env?.map(({ name }) => name);
  expect(files).toEqual(inSecret.map((name) => `${name}_FILE`));
  const { properties } = JSON.parse(readFileSync(join(chart, 'values.schema.json'), 'utf8')) as {
    readonly properties: {
      readonly secret: { readonly properties: { readonly keys: { readonly items: { readonly enum: string[] } } } };
    };
  };
  const start = readFileSync(join(chart, '../start-service.mjs'), 'utf8');
  for (const name of properties.secret.properties.keys.items.enum) expect(start).toContain(`'${name}'`);
});

test('every setting that the configuration reads can be given, and no other', async () => {
  const { settings } = parse(readFileSync(join(chart, 'values.yaml'), 'utf8')) as { readonly settings: object };
  const schema = JSON.parse(readFileSync(join(chart, 'values.schema.json'), 'utf8')) as {
    readonly properties: Record<
      'settings' | 'secret',
      { readonly properties: Readonly<Record<string, { readonly items?: { readonly enum: string[] } }>> }
    >;
  };
  expect(Object.keys(schema.properties.settings.properties)).toEqual(Object.keys(settings));
  const [map] = (await made([])).filter(({ kind }) => kind === 'ConfigMap');
  const byChart = ['HOST', 'PORT', 'LEDGERLINE_DATA', 'LEDGERLINE_STORE', 'LEDGERLINE_READ_MODELS'];
  expect(Object.keys(map?.data ?? {})).toEqual(expect.arrayContaining(byChart));
  const secrets = schema.properties.secret.properties['keys']?.items?.enum ?? [];
  expect([...new Set([...byChart, ...Object.keys(settings), ...secrets])].toSorted()).toEqual(settingsThatAreRead());
});

test.each([
  [['--set', 'shape=services'], 'the services shape needs NATS_URL'],
  [['--set', 'settings.LEDGERLINE_STIE=main'], 'LEDGERLINE_STIE'],
  [['--set', 'shape=cluster'], 'shape'],
  [['--set', 'secret.keys={HOME}'], 'secret'],
  [['--set', 'settings.MONGODB_URL=mongodb://me:hush@host/x'], 'MONGODB_URL names who signs in'],
])('what is wrong is refused before anything is made: %j', async (options, words) => {
  await expect(run('template', 'house', chart, ...options)).rejects.toThrow(words);
});
