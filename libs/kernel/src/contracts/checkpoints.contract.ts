import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Checkpoints } from '../process-manager.js';
import type { Position } from '../position.js';

export interface CheckpointsHarness {
  readonly checkpoints: Checkpoints;
  reopen?(): Promise<Checkpoints>;
  close(): Promise<void>;
}

export function checkpointsContract(name: string, open: () => Promise<CheckpointsHarness>): void {
  describe(`Checkpoints: ${name}`, () => {
    let harness: CheckpointsHarness;
    beforeEach(async () => {
      harness = await open();
    });
    afterEach(() => harness.close());

    test('keeps the last position of each name', async () => {
      const { checkpoints } = harness;
      expect(await checkpoints.get('route@1')).toBeUndefined();
      await checkpoints.set('route@1', 'main.e1.4' as Position);
      await checkpoints.set('route@2', 'main.e1.9' as Position);
      await checkpoints.set('route@1', 'main.e1.7' as Position);
      expect(await checkpoints.get('route@1')).toBe('main.e1.7');
      expect(await checkpoints.get('route@2')).toBe('main.e1.9');
      if (!harness.reopen) return;
      expect(await (await harness.reopen()).get('route@1')).toBe('main.e1.7');
    });
  });
}
