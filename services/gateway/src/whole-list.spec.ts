import { describe, expect, test } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';
import { pageOfWhole } from './whole-list.js';

const codes = ['accounting', 'call-centre', '销售', 'repair', 'sales'];
const page = (query: object, all: readonly string[] = codes) => pageOfWhole({ query } as FastifyRequest, all, (code) => code);
const problem = (query: object) => {
  try {
    return page(query);
  } catch (error) {
    return error instanceof ProblemError ? error.problem.code : error;
  }
};

describe('a list that is answered whole', () => {
  test('is all of it unless a limit is asked for', () => {
    expect(page({})).toEqual({ items: codes, next: null });
    expect(page({}, [])).toEqual({ items: [], next: null });
    expect(page({ limit: '200' })).toEqual({ items: codes, next: null });
    expect(page({ limit: '5' })).toEqual({ items: codes, next: null });
  });

  test.each([1, 2, 3, 4])('gives every item once in pages of %s', (limit) => {
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const { items, next } = page({ limit: String(limit), ...(cursor ? { cursor } : {}) });
      expect(items.length).toBeLessThanOrEqual(limit);
      seen.push(...items);
      cursor = next;
    } while (cursor !== null);
    expect(seen).toEqual(codes);
  });

  test('goes on after the same item when something is added before it', () => {
    const { next } = page({ limit: '2' });
    expect(page({ limit: '2', cursor: next }, ['aa', ...codes]).items).toEqual(['销售', 'repair']);
  });

  test('refuses what is no limit, no cursor or no parameter', () => {
    for (const query of [{ limit: '0' }, { limit: '201' }, { limit: 'x' }, { cursor: '' }, { colour: 'red' }])
      expect(problem(query)).toBe('invalid-query');
    expect(problem({ cursor: 'abc' })).toBe('invalid-cursor');
  });
});
