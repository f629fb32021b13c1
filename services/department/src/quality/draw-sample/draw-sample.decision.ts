import type { DrawSample } from '@ledgerline/contracts';
import type { MaybeSample, SampleEvent, SampleEvents } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R12: a period's sample is drawn once. */
export function drawSample(sample: SampleEvents['SampleDrawn']): Decide<DrawSample, MaybeSample, SampleEvent> {
  return (_body, before) => {
    if (before !== undefined) return rejected('sample-is-drawn');
    if (sample.pieces.length === 0) return rejected('nothing-to-draw');
    return [{ type: 'SampleDrawn', data: sample }];
  };
}
