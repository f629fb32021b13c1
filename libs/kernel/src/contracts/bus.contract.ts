import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { NoHandler, RemoteFailure, RequestTimeout, type Bus } from '../bus.js';

export interface BusHarness {
  /** Two ends of one bus; inside one process both are the same. */
  readonly asks: Bus;
  readonly serves: Bus;
  close(): Promise<void>;
}

export function busContract(name: string, open: () => Promise<BusHarness>): void {
  describe(`Bus: ${name}`, () => {
    let bus: BusHarness;
    let subject: string;
    beforeEach(async () => {
      bus = await open();
      subject = `ledgerline.main.contract.${randomUUID()}`;
    });
    afterEach(() => bus.close());
    const until = async (holds: () => boolean) => {
      for (const end = performance.now() + 5_000; !holds(); await later(5))
        if (performance.now() > end) throw new Error(`it did not come to that: ${holds.toString()}`);
    };
    const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

    test('answers a request', async () => {
      await bus.serves.serve(subject, 'contract', ({ text }: { text: string }) => Promise.resolve({ said: `${text}！` }));
      expect(await bus.asks.request(subject, { text: '漏水' })).toEqual({ said: '漏水！' });
    });

    test('an answer of nothing is null', async () => {
      await bus.serves.serve(subject, 'contract', () => Promise.resolve(null));
      expect(await bus.asks.request(subject, {})).toBeNull();
    });

    test('the trace that a request is a part of comes beside its payload, or not at all', async () => {
      await bus.serves.serve(subject, 'contract', (payload, context) => Promise.resolve({ payload, ...context }));
      const trace = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
      const text = { text: '漏水' };
      expect(await bus.asks.request(subject, text, { trace })).toEqual({ payload: text, subject, trace });
      expect(await bus.asks.request(subject, text)).toEqual({ payload: text, subject });
    });

    test('each request goes to one of the group', async () => {
      const served = [0, 0, 0];
      for (const member of served.keys())
        await bus.serves.serve(subject, 'contract', () => {
          served[member] = (served[member] ?? 0) + 1;
          return Promise.resolve(member);
        });
      await Promise.all(Array.from({ length: 90 }, () => bus.asks.request(subject, {})));
      expect(served.reduce((sum, count) => sum + count)).toBe(90);
      expect(served.every((count) => count > 0)).toBe(true);
    });

    test('says at once where nobody serves', async () => {
      await expect(bus.asks.request(subject, {})).rejects.toThrow(NoHandler);
    });

    test('says when the answer takes too long', async () => {
      await bus.serves.serve(subject, 'contract', () => later(400));
      await expect(bus.asks.request(subject, {}, { timeout: 50 })).rejects.toThrow(RequestTimeout);
    });

    test('a handler that throws is a failure, never a hang, and its words stay on its side', async () => {
      await bus.serves.serve(subject, 'contract', () => Promise.reject(new Error('a secret detail')));
      const failure = await bus.asks.request(subject, {}).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(RemoteFailure);
      expect((failure as Error).message).not.toContain('secret');
    });

    test('stopping finishes what is under way and takes no more', async () => {
      const serving = await bus.serves.serve(subject, 'contract', () => later(100).then(() => 'done'));
      const asked = bus.asks.request(subject, {});
      await later(30);
      await serving.stop();
      expect(await asked).toBe('done');
      await expect(bus.asks.request(subject, {})).rejects.toThrow(NoHandler);
    });

    test('what is told is heard by everybody who listens, until they stop', async () => {
      const heard: string[] = [];
      const listen = (who: string) =>
        bus.serves.hear(subject, ({ text }: { text: string }) => {
          heard.push(`${who} ${text}`);
        });
      bus.asks.tell(`${subject}.unheard`, { text: 'nobody listens' });
      const [first] = await Promise.all([listen('first'), listen('second')]);
      await bus.serves.hear(`${subject}.other`, () => heard.push('another subject'));
      bus.asks.tell(subject, { text: '漏水' });
      await until(() => heard.length >= 2);
      await first.stop();
      bus.asks.tell(subject, { text: 'again' });
      await until(() => heard.includes('second again'));
      expect(heard.toSorted()).toEqual(['first 漏水', 'second again', 'second 漏水']);
    });

    test('a listener that throws keeps nobody else from hearing', async () => {
      let heard = 0;
      await bus.serves.hear(subject, () => {
        throw new Error('a listener broke');
      });
      await bus.serves.hear(subject, () => (heard += 1));
      bus.asks.tell(subject, {});
      bus.asks.tell(subject, {});
      await until(() => heard === 2);
    });

    test('draining finishes what is under way', async () => {
      await bus.serves.serve(subject, 'contract', () => later(100).then(() => 'done'));
      const asked = bus.asks.request(subject, {});
      await later(30);
      await bus.serves.drain();
      expect(await asked).toBe('done');
    });
  });
}
