import { describe, expect, test } from '@jest/globals';
import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { ChangeListener } from './change-listener.js';

const principal = { kind: 'person', id: 'a', roles: [], departments: [] } as const;

class Out extends EventEmitter {
  readonly written: string[] = [];
  destroyed = false;
  takes = true;
  write(text: string): boolean {
    this.written.push(text);
    return this.takes;
  }
}

const listenerTo = (out: Out) => new ChangeListener(principal, out as unknown as ServerResponse);

describe('an open screen', () => {
  test('is told of each change, with the position from which to go on', () => {
    const out = new Out();
    listenerTo(out).changed([{ id: 't1', version: 2 }], 'p5');
    expect(out.written).toEqual(['id: p5\nevent: tickets\ndata: {"items":[{"id":"t1","version":2}]}\n\n']);
  });

  test('is told that its calls changed, once for all that happened while it took nothing', () => {
    const out = new Out();
    const listener = listenerTo(out);
    out.takes = false;
    for (const position of ['p1', 'p2', 'p3']) listener.calls(position);
    out.takes = true;
    out.emit('drain');
    expect(out.written).toEqual(['event: calls\ndata: {"position":"p1"}\n\n', 'event: calls\ndata: {"position":"p3"}\n\n']);
  });

  test('that comes back is told again of tickets that changed before its calls did, as long as it was not told of them', () => {
    const out = new Out();
    const listener = listenerTo(out);
    listener.changed([], 'p1');
    out.takes = false;
    listener.calls('p2');
    listener.changed([{ id: 't1', version: 1 }], 'p2');
    listener.calls('p5');
    out.takes = true;
    out.emit('drain');
    expect(out.written.at(-1)).toBe('id: p2\nevent: tickets\ndata: {"items":[{"id":"t1","version":1}]}\n\n');
  });

  test('that takes nothing gets the last word on each ticket once it takes again', () => {
    const out = new Out();
    const listener = listenerTo(out);
    out.takes = false;
    listener.changed([{ id: 't1', version: 1 }], 'p1');
    listener.changed([{ id: 't2', version: 1 }], 'p2');
    listener.changed([{ id: 't2', version: 9 }], 'p3');
    expect(out.written).toHaveLength(1);
    out.takes = true;
    out.emit('drain');
    expect(out.written[1]).toBe('id: p3\nevent: tickets\ndata: {"items":[{"id":"t2","version":9}]}\n\n');
  });

  test('that takes nothing hears once of each list that has changed meanwhile', () => {
    const out = new Out();
    const listener = listenerTo(out);
    out.takes = false;
    listener.listsChanged(['campaigns']);
    listener.listsChanged(['campaigns', 'leads']);
    listener.listsChanged(['campaigns']);
    expect(out.written).toEqual(['event: lists\ndata: {"items":["campaigns"]}\n\n']);
    out.takes = true;
    out.emit('drain');
    expect(out.written.slice(1)).toEqual(['event: lists\ndata: {"items":["campaigns","leads"]}\n\n']);
  });

  test('that is too far behind is told to look anew, and keeps nothing waiting', () => {
    const out = new Out();
    const listener = listenerTo(out);
    out.takes = false;
    listener.beat();
    listener.changed(Array.from({ length: 1_001 }, (_, place) => ({ id: `t${place}`, version: 1 })), 'p7'); // prettier-ignore
    out.takes = true;
    out.emit('drain');
    expect(out.written.slice(1)).toEqual(['id: p7\nevent: reset\ndata: {}\n\n']);
  });
});
