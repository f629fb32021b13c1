import { ledgerlineEvents } from '@ledgerline/domain';
import type { Projection } from '@ledgerline/kernel';
import { notices } from './inbox/notices.projection.js';

/** What the host can run on a thread of its own. */
export const projections = [notices] as unknown as readonly Projection<never>[];
export const events = ledgerlineEvents;
