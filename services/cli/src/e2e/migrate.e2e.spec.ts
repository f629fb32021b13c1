import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, startServices } from '@ledgerline/installation';
import { mongoServer, startNats, type RunningMongo, type RunningNats } from '@ledgerline/servers';
import { ledgerline, result } from './command-line.js';
import { filledInstallation, newFolder, secretWords } from './filled-installation.js';

jest.setTimeout(180_000);

describe('an embedded installation moves to JetStream', () => {
  let nats: RunningNats;
  let mongo: RunningMongo;
  let data: string;
  let tickets: readonly { readonly id: string }[];
  beforeAll(async () => {
    [nats, mongo] = [await startNats(), await mongoServer()];
    const filled = await filledInstallation(5, undefined, { LEDGERLINE_CHECKPOINT_SECONDS: '1' });
    ({ data } = filled.installation);
    ({ tickets } = filled);
    const beside = await ledgerline(['migrate', '--from', data], { env: { NATS_URL: nats.url, LEDGERLINE_VAULT_KEY: 'k' } });
    expect(beside).toMatchObject({ code: 1, stderr: expect.stringContaining('is running') });
    expect(await filled.installation.stop()).toEqual([0]);
  });
  afterAll(async () => {
    await nats.stop();
    await mongo.stop();
  });

  test('bytes, hashes and what was signed stay; run again it finds everything there; the services go on with it', async () => {
    const env = { NATS_URL: nats.url, LEDGERLINE_VAULT_KEY: 'a key of the cluster', LEDGERLINE_DATA: await newFolder() };
    const before = result(await ledgerline(['verify', '--json'], { env: { LEDGERLINE_DATA: data } }));
    const moved = await ledgerline(['migrate', '--json', '--from', data], { env });
    expect([moved.stderr, moved.code]).toEqual([expect.any(String), 0]);
    expect(result(moved)).toMatchObject({ commits: before['commits'], alreadyThere: 0, digest: before['digest'] });
    const again = result(await ledgerline(['migrate', '--json', '--from', data], { env }));
    expect(again).toMatchObject({ alreadyThere: before['commits'], digest: before['digest'] });
    const after = await ledgerline(['verify', '--json'], { env: { ...env, LEDGERLINE_STORE: 'jetstream' } });
    expect(result(after)).toMatchObject({ whole: true, digest: before['digest'], signed: { commits: before['commits'] } });

    const services = await startServices({
      data: env.LEDGERLINE_DATA,
      env: { ...env, LEDGERLINE_READ_MODELS: 'mongo', MONGODB_URL: mongo.url, LEDGERLINE_CHECKPOINT_SECONDS: '1' },
    });
    try {
      const client = await ApiClient.signIn(services.url, 'admin', adminPassword);
      const added = await client.post(`/tickets/${tickets[0]?.id}/add-message`, { from: 'caller', text: 'in the cluster' });
      expect(added.status).toBe(200);
      const one = await client.get(`/tickets/${tickets[0]?.id}`);
      expect(JSON.stringify(one.body)).toContain(secretWords[0]);
    } finally {
      await services.stop();
    }
    const whole = await ledgerline(['verify', '--json'], { env: { ...env, LEDGERLINE_STORE: 'jetstream' } });
    expect(result(whole)).toMatchObject({ whole: true, signed: { commits: result(whole)['commits'] } });
    const other = await filledInstallation(1);
    await other.installation.stop();
    const refused = await ledgerline(['migrate', '--from', other.installation.data], { env });
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('epoch') });
  });
});
