import { describe, expect, test } from '@jest/globals';
import { InvalidConfiguration, masked, readConfiguration } from './configuration.js';

describe('the configuration', () => {
  test('has a default for every setting', () => {
    expect(readConfiguration({})).toMatchObject({ port: 3000, store: 'sqlite', readModels: 'sqlite', site: 'main' });
  });

  test('names everything that is wrong, at once', () => {
    const env = {
      PORT: '70000',
      LEDGERLINE_STORE: 'paper',
      LEDGERLINE_TIME_ZONE: 'Mars/Olympus',
      LEDGERLINE_SITE: 'Main',
      LEDGERLINE_PUBLIC_URL: 'calls.example.com',
      LEDGERLINE_TRUSTED_PROXIES: 'our-proxy',
    };
    const faults = () => readConfiguration(env);
    expect(faults).toThrow(InvalidConfiguration);
    for (const name of Object.keys(env)) expect(faults).toThrow(name);
  });

  test.each([
    ['nats://user:word@one:4222', 'nats://***@one:4222'],
    ['nats://user:word@one:4222,nats://other:secret@two:4222', 'nats://***@one:4222,nats://***@two:4222'],
    ['nats://token@one,two:secret@two', 'nats://***@two'],
    ['nats://one:4222,nats://two:4222', 'nats://one:4222,nats://two:4222'],
  ])('masks who signs in to NATS: %s', (natsUrl, shown) => {
    expect(masked(readConfiguration({ NATS_URL: natsUrl }))['natsUrl']).toBe(shown);
  });

  test.each([
    ['mongodb+srv://me:p@ss,w/rd@db.example/ledgerline', 'mongodb+srv://***@db.example/ledgerline'],
    ['mongodb://127.0.0.1:27017/ledgerline', 'mongodb://127.0.0.1:27017/ledgerline'],
  ])('masks who signs in to MongoDB: %s', (mongodbUrl, shown) => {
    expect(masked(readConfiguration({ MONGODB_URL: mongodbUrl }))['mongodbUrl']).toBe(shown);
  });

  test('masks secrets, and tells those that are not set', () => {
    const shown = masked(readConfiguration({ LEDGERLINE_ADMIN_PASSWORD: 'hush-hush', LEDGERLINE_VAULT_KEY: 'hush-too' }));
    expect(shown).toMatchObject({ adminPassword: '***', vaultKey: '***', demoPassword: null });
    expect(JSON.stringify(shown)).not.toContain('hush');
  });
});
