import { describe, expect, test } from '@jest/globals';
import { AnalyticsDesk, type Asked } from './analytics-desk.js';

describe('the analytics desk', () => {
  test('keeps a question until somebody answers, and each gets its own answer', async () => {
    const desk = new AnalyticsDesk();
    const early = desk.ask<string>('report', 1);
    const asked: Asked[] = [];
    desk.opened((one) => void asked.push(one));
    const late = desk.ask<string>('report', 2);
    while (asked.length < 2) await Promise.resolve();
    for (const { id, payload } of asked.toReversed()) desk.hear({ kind: 'answer', id, answer: `to ${String(payload)}` });
    expect(await Promise.all([early, late])).toEqual(['to 1', 'to 2']);
  });

  test('says why nobody answers, to who waits and to who asks', async () => {
    const desk = new AnalyticsDesk();
    const asked: Asked[] = [];
    desk.opened((one) => void asked.push(one));
    const waits = desk.ask('report', 1);
    while (asked.length < 1) await Promise.resolve();
    desk.closed('DuckDB has no native module here');
    for (const answer of [waits, desk.ask('report', 2)])
      await expect(answer).rejects.toMatchObject({ code: 'analytics-unavailable', message: 'DuckDB has no native module here' });
    desk.opening();
    desk.opened(({ id }) => desk.hear({ kind: 'failure', id, message: 'broken' }));
    await expect(desk.ask('report', 3)).rejects.toThrow('broken');
  });

  test('after the thread ended asks the next one', async () => {
    const desk = new AnalyticsDesk();
    desk.opened(() => undefined);
    desk.closed();
    const answer = desk.ask('report', 1);
    desk.opened(({ id }) => desk.hear({ kind: 'answer', id, answer: 'from the next' }));
    expect(await answer).toBe('from the next');
  });
});
