import { describe, expect, test } from '@jest/globals';
import { adminPassword, ApiClient, type Installation } from '@ledgerline/installation';
import { aTicket } from './ticket-story.js';

/** Garbage at the edge: a named 4xx each time, and nothing written. */
export function badInput(installation: () => Installation): void {
  const bodies: readonly (readonly [string, unknown, number, string, string?])[] = [
    ['a missing field', { ...aTicket, subject: undefined }, 400, 'invalid-body', '/subject'],
    ['a wrong type', { ...aTicket, subject: 7 }, 400, 'invalid-body', '/subject'],
    ['an unknown word', { ...aTicket, kind: 'nonsense' }, 400, 'invalid-body', '/kind'],
    ['an over-long text', { ...aTicket, subject: 'x'.repeat(201) }, 400, 'invalid-body', '/subject'],
    ['an unknown field', { ...aTicket, extra: 1 }, 400, 'invalid-body', '/extra'],
    ['a nested fault', { ...aTicket, caller: { email: 'no' } }, 400, 'invalid-body', '/caller/email'],
    ['a caller that is none', { ...aTicket, caller: [] }, 400, 'invalid-body', '/caller'],
    ['an impossible day', { ...aTicket, occurredAt: '2026-02-30T00:00:00Z' }, 400, 'invalid-body', '/occurredAt'],
    ['a time without offset', { ...aTicket, occurredAt: '2026-02-03T00:00:00' }, 400, 'invalid-body', '/occurredAt'],
    ['a future time', { ...aTicket, occurredAt: '2199-01-01T00:00:00Z' }, 400, 'occurred-in-the-future'],
    ['broken JSON', '{"channel":', 400, 'invalid-json'],
    ['a list', [], 400, 'invalid-body'],
    ['null', 'null', 400, 'invalid-body'],
    [
      'a lone surrogate',
      '{"channel":"phone","kind":"other","level":"general","item":"other","subject":"\\ud800","description":"x","caller":{}}',
      400,
      'invalid-body',
      '/subject',
    ],
    ['a poisoned prototype', '{"__proto__":{"x":1}}', 400, 'invalid-json'],
    ['a huge body', JSON.stringify({ ...aTicket, description: 'x'.repeat(2_000_000) }), 413, 'too-large'],
  ];

  describe('bad input', () => {
    const admin = () => ApiClient.as(installation().url, 'admin', adminPassword);

    test.each(bodies)('%s', async (...row) => {
      const [, body, status, code, pointer] = row;
      const client = await admin();
      const before = await client.get('/tickets/count');
      const answer = await client.post('/tickets', body);
      expect([answer.status, answer.body['code']]).toEqual([status, code]);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      if (pointer) expect((answer.body['errors'] as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
      expect((await client.get('/tickets/count')).body).toEqual(before.body);
    });

    const calls: readonly (readonly [string, string, string, number, string])[] = [
      ['an unknown command', 'POST', '/tickets/p0-x/explode', 404, 'unknown-command'],
      ['a command named like a member of Object', 'POST', '/tickets/p0-x/constructor', 404, 'unknown-command'],
      ['an id that is none', 'POST', '/tickets/..%2f..%2fx/close', 400, 'invalid-id'],
      ['a ticket that is none', 'POST', '/tickets/p0-none/accept-result', 404, 'ticket-not-found'],
      ['a ticket that is none to read', 'GET', '/tickets/nothing', 404, 'ticket-not-found'],
      ['an unknown path', 'GET', '/nothing/here/at/all', 404, 'not-found'],
      ['an unknown filter', 'GET', '/tickets?colour=red', 400, 'invalid-query'],
      ['a wrong limit', 'GET', '/tickets?limit=100000', 400, 'invalid-query'],
      ['a wrong moment', 'GET', '/tickets/x?at=yesterday', 400, 'invalid-query'],
      ['a wrong method', 'DELETE', '/tickets', 405, 'method-not-allowed'],
      ['a command that is read', 'GET', '/tickets/p0-x/close', 405, 'method-not-allowed'],
      ['a broken escape', 'GET', '/tickets/%E0%A4%A', 400, 'invalid-path'],
    ];
    test.each(calls)('%s', async (_name, method, path, status, code) => {
      const answer = await (await admin()).call(method, path, method === 'POST' ? { body: {} } : {});
      expect([answer.status, answer.body['code']]).toEqual([status, code]);
    });

    test.each([
      '/tickets?',
      '/deadlines?',
      '/contacts?',
      '/customers?',
      '/surges?',
      '/tokens?',
      '/webhooks?',
      '/knowledge?state=all&',
      '/audit/sign-ins?',
      '/departments?',
      '/users?',
      '/policies?',
      '/sites?',
      '/sessions?',
      '/undertakings?',
      '/mailboxes?',
      '/audit/self-approvals?',
    ])('a broken cursor of %s', async (list) => {
      const { status, body } = await (await admin()).get(`${list}cursor=AAAA`);
      expect([status, body['code']]).toEqual([400, 'invalid-cursor']);
    });

    test('headers and media types', async () => {
      const client = await admin();
      const key = await client.post('/tickets', aTicket, { 'idempotency-key': 'has a blank' });
      expect([key.status, key.body['code']]).toEqual([400, 'invalid-header']);
      const match = await client.post('/tickets/p0-x/close', { code: 'resolved' }, { 'if-match': '7' });
      expect([match.status, match.body['code']]).toEqual([400, 'invalid-header']);
      const xml = await client.call('POST', '/tickets', { body: '<a/>', headers: { 'content-type': 'application/xml' } });
      expect([xml.status, xml.body['code']]).toEqual([415, 'unsupported-media-type']);
      const packed = await client.call('POST', '/tickets', { body: aTicket, headers: { 'content-encoding': 'gzip' } });
      expect([packed.status, packed.body['code'], packed.headers.get('accept-encoding')]).toEqual([
        415,
        'unsupported-media-type',
        'identity',
      ]);
      expect((await client.call('PATCH', '/tickets', { body: {} })).headers.get('allow')).toBe('GET, HEAD, POST');
      const position = await client.get('/tickets', { 'ledgerline-after': 'rubbish' });
      expect([position.status, position.body['code']]).toEqual([400, 'unknown-position']);
      const stranger = await new ApiClient(installation().url).get('/tickets');
      expect([stranger.status, stranger.body['code']]).toEqual([401, 'not-signed-in']);
      const wrong = await new ApiClient(installation().url, 'lls_0000000000').get('/tickets');
      expect([wrong.status, wrong.body['code']]).toEqual([401, 'not-signed-in']);
    });
  });
}
