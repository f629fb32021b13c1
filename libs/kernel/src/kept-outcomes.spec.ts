import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Position } from './index.js';
import { KeptOutcomes, type KeptOutcome } from './kept-outcomes.js';

const outcome = (command: string, version: number): KeptOutcome => ({
  command,
  digest: 'd',
  version,
  position: `main.1a.${version}` as Position,
  types: ['Happened'],
});

test('an outcome is found by its command, of few and of many, whenever it is asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(150), fc.boolean()), { maxLength: 200 }), (steps) => {
      const [kept, byCommand] = [new KeptOutcomes(), new Map<string, KeptOutcome>()];
      for (const [at, [number, isAsked]] of steps.entries()) {
        const added = outcome(`c${number}`, at + 1);
        kept.add(added);
        byCommand.set(added.command, added);
        if (isAsked) expect(kept.get(`c${150 - number}`)).toBe(byCommand.get(`c${150 - number}`));
      }
      for (let number = 0; number <= 150; number += 1) expect(kept.get(`c${number}`)).toBe(byCommand.get(`c${number}`));
    }),
  );
});
