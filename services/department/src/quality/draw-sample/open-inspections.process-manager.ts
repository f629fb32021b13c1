import type { InspectionEvents, SampleEvent } from '@ledgerline/domain';
import { idOf, type ProcessManager } from '@ledgerline/kernel';

/** What was drawn becomes work for inspectors, each piece a stream of its own. */
export const openInspections: ProcessManager = {
  name: 'open-inspections',
  version: 1,
  categories: ['sample'],
  events: ['SampleDrawn'],
  react(_sample, recorded) {
    const event = recorded as unknown as SampleEvent;
    const { sheet, pieces } = event.data;
    return pieces.map(({ inspection, ...piece }, place) => {
      const data: InspectionEvents['InspectionOpened'] = { ...piece, sheet, sample: idOf(recorded.stream) };
      return { step: `open-${place + 1}`, service: 'department', command: 'open-inspection', target: inspection, data };
    });
  },
};
