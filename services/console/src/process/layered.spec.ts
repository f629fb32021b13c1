import { describe, expect, test } from '@jest/globals';
import { end, layered, pathThrough, start } from './layered.ts';

const activities = ['register', 'route', 'accept', 'close'].map((activity, place) => ({
  activity,
  count: 10,
  starts: place === 0 ? 10 : 0,
  ends: place === 3 ? 10 : 0,
}));
const edge = (from: string, to: string, count = 5) => ({ from, to, count, meanSeconds: 60, medianSeconds: 50 });
const edges = [
  edge('register', 'route', 10),
  edge('route', 'accept', 8),
  edge('accept', 'accept'),
  edge('accept', 'close'),
  edge('accept', 'route'),
];

describe('the process as a layered picture', () => {
  const { boxes, ways, width, height } = layered(activities, edges);
  const box = (id: string) => boxes.find((one) => one.id === id);

  test('goes down from the start to the end', () => {
    const order = [start, 'register', 'route', 'accept', 'close', end].map((id) => box(id)?.y ?? Number.NaN);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order).size).toBe(6);
  });

  test('no boxes lie upon each other, and all lie within the picture', () => {
    for (const one of boxes) {
      expect(one.x >= 0 && one.y >= 0 && one.x + one.width <= width && one.y + one.height <= height).toBe(true);
      const over = boxes.filter((other) => other !== one && other.x < one.x + one.width && one.x < other.x + other.width && other.y < one.y + one.height && one.y < other.y + other.height); // prettier-ignore
      expect(over).toEqual([]);
    }
  });

  test('every way is drawn, those to itself and back too', () => {
    expect(ways.map(({ from, to, count }) => [from, to, count])).toEqual([
      ...edges.map(({ from, to, count }) => [from, to, count]),
      [start, 'register', 10],
      ['close', end, 10],
    ]);
    for (const { points } of ways) expect(pathThrough(points)).toMatch(/^M[\d.]+,[\d.]+( C([-\d.]+,[-\d.]+ ?){3})+$/);
  });

  test('of nothing there is nothing', () => expect(layered([], [])).toMatchObject({ boxes: [], ways: [] }));
});
