import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Checkpoints } from '../checkpoints.js';
import type { Position } from '../position.js';
import { Fenced } from '../read-models.js';

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
      const [one, two] = [await checkpoints.claim('route@1'), await checkpoints.claim('route@2')];
      expect(await checkpoints.get('route@1')).toBeUndefined();
      await checkpoints.set('route@1', 'main.e1.4' as Position, one);
      await checkpoints.set('route@2', 'main.e1.9' as Position, two);
      await checkpoints.set('route@1', 'main.e1.7' as Position, one);
      expect(await checkpoints.get('route@1')).toBe('main.e1.7');
      expect(await checkpoints.get('route@2')).toBe('main.e1.9');
      if (!harness.reopen) return;
      const again = await harness.reopen();
      expect(await again.get('route@1')).toBe('main.e1.7');
      await again.set('route@1', 'main.e1.8' as Position, one);
      expect(await again.get('route@1')).toBe('main.e1.8');
    });

    test('the last to claim shuts out those before, and goes on where they were', async () => {
      const { checkpoints } = harness;
      const before = await checkpoints.claim('route@1');
      await checkpoints.set('route@1', 'main.e1.4' as Position, before);
      const after = await checkpoints.claim('route@1');
      expect(await checkpoints.get('route@1')).toBe('main.e1.4');
      await expect(checkpoints.set('route@1', 'main.e1.5' as Position, before)).rejects.toThrow(Fenced);
      expect(await checkpoints.get('route@1')).toBe('main.e1.4');
      await checkpoints.set('route@1', 'main.e1.6' as Position, after);
      expect(await checkpoints.get('route@1')).toBe('main.e1.6');
    });

    test('of many that claim at once each gets an epoch of its own, and one is the owner', async () => {
      const { checkpoints } = harness;
      const owners = await Promise.all(Array.from({ length: 8 }, () => checkpoints.claim('route@1')));
      expect(new Set(owners).size).toBe(8);
      const saved = await Promise.allSettled(
        owners.map((owner) => checkpoints.set('route@1', `main.e1.${owner}` as Position, owner)),
      );
      expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await checkpoints.get('route@1')).toBe(`main.e1.${Math.max(...owners)}`);
    });
  });
}
