import { checks, debts } from './debts.js';
import { requiredSteps } from './process-model.js';

export { checks, debts, requiredSteps };
export { fitnessOf, keepConformance, noCourse, type Conformance, type Deviation } from './keep-conformance.js';
export { isProcessStep } from './process-model.js';
export { processPlace } from './process-place.js';
export { processStep } from './process-step.js';

/** Everything that a course is held against, each with the row of the requirements that asks for it. */
export const conformanceRules: readonly { readonly name: string; readonly source: string }[] = [
  ...Object.values(requiredSteps),
  ...debts,
  ...checks,
].map(({ name, source }) => ({ name, source }));
