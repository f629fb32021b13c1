import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { identityFold, ledgerlineEvents, type IdentityEvent, type ProviderIdentity } from '@ledgerline/domain';
import { openLedgerline, readConfiguration } from '@ledgerline/host';
import { adminPassword, ApiClient, eventually, startEmbedded, type Installation } from '@ledgerline/installation';
import { pino } from 'pino';
import { newTicket } from './ticket-client.js';

jest.setTimeout(240_000);

let installation: Installation;
beforeAll(async () => {
  installation = await startEmbedded({ env: { LOG_LEVEL: 'silent' } });
});
afterAll(async () => {
  await installation.stop();
});

/** What no command of this version writes any more, and an earlier one did: an identity of no issuer. */
async function writeWhatNoListTakes(data: string): Promise<void> {
  const log = pino({ level: 'silent' });
  const configuration = readConfiguration({ LEDGERLINE_DATA: data });
  const { ledgerline, close } = await openLedgerline(configuration, [{ events: ledgerlineEvents }], log);
  const person = await ledgerline.vault.newPerson();
  const linked = { account: 'nobody', issuer: null as unknown as string, person, subject: 's' };
  const actor = { kind: 'system', id: 'spec', roles: ['system'] } as const;
  const handled = await ledgerline.commands.handle<unknown, ProviderIdentity, IdentityEvent>(
    'identity.of-no-issuer',
    { id: 'spec', data: {}, actor },
    { fold: identityFold, decide: () => [{ type: 'IdentityLinked', data: linked }] },
  );
  expect(handled.kind).toBe('accepted');
  await ledgerline.supervision.stop();
  await close();
}

test('a commit that one read model cannot take stops that one, which says so; everything else goes on', async () => {
  await installation.stop();
  await writeWhatNoListTakes(installation.data);
  await installation.restart();
  const health = async () => {
    const answer = await fetch(`${installation.url}/health/ready`);
    return { status: answer.status, body: (await answer.json()) as { readonly keepsStill?: readonly { loop: string; why: string }[] } };
  };
  await eventually(async () => {
    const { status, body } = await health();
    expect(body.keepsStill).toMatchObject([{ loop: 'projection identities', why: expect.stringMatching(/^identities cannot take identity\.of-no-issuer, version 1/) }]);
    expect(status).toBe(200);
  });
  const admin = await ApiClient.signIn(installation.url, 'admin', adminPassword);
  const ticket = await newTicket(admin);
  await eventually(async () => {
    const items = (await admin.get('/tickets')).body['items'] as readonly { readonly id: string }[];
    expect(items.map(({ id }) => id)).toEqual([ticket.id]);
  });
  const measures = await (await fetch(`${installation.url}/metrics`)).text();
  expect(measures).toMatch(/^ledgerline_loop_keeps_still\{loop="projection identities"\} 1$/m);
  expect((await admin.get('/users')).status).toBe(200);
}); // prettier-ignore
