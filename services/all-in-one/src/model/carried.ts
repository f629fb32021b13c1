import type { Matter } from './matter.js';
import type { Situation } from './rule.js';

/** deadlines.md, "Parent and duplicate": what another ticket carries is worked on there. */
export const carried = {
  'attached-to-event': ({ matter }: Situation) => matter.attachedTo !== undefined,
  'linked-as-duplicate': ({ matter }: Situation) => matter.duplicateOf !== undefined,
};
export const isCarried = ({ attachedTo, duplicateOf }: Matter): boolean => attachedTo !== undefined || duplicateOf !== undefined;
