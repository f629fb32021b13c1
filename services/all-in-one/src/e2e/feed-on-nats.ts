import { describe, expect, test } from '@jest/globals';
import { adminPassword, ApiClient, until, type Installation } from '@ledgerline/installation';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';

/** What a page of the feed has of an event, but for its content type. */
type Event = Readonly<Record<string, unknown>> & { readonly id: string };

export function feedOnNats(installation: () => Installation, natsUrl: () => string): void {
  describe('the public feed on NATS', () => {
    test('has exactly the events of the feed over HTTP, in their order, each once', async () => {
      const admin = await ApiClient.as(installation().url, 'admin', adminPassword);
      for (let n = 0; n < 12; n += 1) {
        const told = { channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject: 's', description: 'd', caller: { name: 'n' } }; // prettier-ignore
        const { body } = await admin.post('/tickets', told);
        await admin.post(`/tickets/${String(body['id'])}/add-message`, { from: 'caller', text: `word ${n}` });
      }
      const expected: Event[] = [];
      for (let after = ''; ;) {
        const { body } = await admin.get(`/events?limit=200${after === '' ? '' : `&after=${after}`}`);
        expected.push(...(body['items'] as Event[]));
        if (body['next'] === null) break;
        after = String(body['next']);
      }
      const connection = await connect({ servers: natsUrl() });
      try {
        const { streams } = await jetstreamManager(connection);
        await until(async () => (await streams.info('FEED_main')).state.messages >= expected.length);
        const found: unknown[] = [];
        for (let seq = 1; seq <= expected.length; seq += 1) {
          const message = await streams.getMessage('FEED_main', { seq });
          if (!message) throw new Error(`no message ${seq}`);
          const attribute = (name: string) => message.header.get(`ce-${name}`);
          const names = ['specversion', 'id', 'source', 'type', 'subject', 'time', 'dataschema', 'position', 'datacontenttype'];
          const attributes = Object.fromEntries(names.map((name) => [name, attribute(name)]));
          expect(message.subject).toBe(`feed.main.${attribute('type')}`);
          expect(message.header.get('content-type')).toBe('application/json');
          found.push({ ...attributes, version: Number(attribute('version')), data: message.json() });
        }
        expect(found).toEqual(expected);
        expect(expected.length).toBeGreaterThan(20);
      } finally {
        await connection.close();
      }
    });
  });
}
