import { expect, test } from '@jest/globals';
import { InvalidConfiguration, masked, readConfiguration } from './configuration.js';

const right = { LEDGERLINE_OIDC_ISSUER: 'https://login.example.com/realm', LEDGERLINE_OIDC_CLIENT_ID: 'ledgerline' };

test('a provider takes an issuer and a client; the rest has defaults', () => {
  expect(readConfiguration({}).oidc).toBeUndefined();
  expect(readConfiguration(right).oidc).toEqual({
    issuer: 'https://login.example.com/realm', clientId: 'ledgerline', clientSecret: undefined, name: 'login.example.com', scope: 'openid profile',
    accountClaim: undefined,
  }); // prettier-ignore
  expect(readConfiguration({ ...right, LEDGERLINE_OIDC_ISSUER: 'http://127.0.0.1:4000' }).oidc).toBeDefined();
});

test.each([
  ['ISSUER', { LEDGERLINE_OIDC_ISSUER: 'http://login.example.com' }],
  ['ISSUER', { LEDGERLINE_OIDC_ISSUER: 'login.example.com' }],
  ['CLIENT_ID', { LEDGERLINE_OIDC_CLIENT_ID: '' }],
  ['SCOPE', { LEDGERLINE_OIDC_SCOPE: 'profile' }],
  ['ACCOUNT_CLAIM', { LEDGERLINE_OIDC_ACCOUNT_CLAIM: 'user name' }],
  ['ACCOUNT_CLAIM', { LEDGERLINE_OIDC_ACCOUNT_CLAIM: 'email' }],
  ['CLIENT_ID: nothing without LEDGERLINE_OIDC_ISSUER', { LEDGERLINE_OIDC_ISSUER: '' }],
])('what is wrong is named: %s', (name, env) => {
  const read = () => readConfiguration({ ...right, ...env });
  expect(read).toThrow(InvalidConfiguration);
  expect(read).toThrow(`LEDGERLINE_OIDC_${name}`);
});

test('the secret is masked', () => {
  const shown = masked(readConfiguration({ ...right, LEDGERLINE_OIDC_CLIENT_SECRET: 'hush-hush' }));
  expect(shown['oidc']).toMatchObject({ clientSecret: '***', clientId: 'ledgerline' });
  expect(JSON.stringify(shown)).not.toContain('hush');
  expect(masked(readConfiguration(right))['oidc']).toMatchObject({ clientSecret: null });
});
