import { ledgerlineEvents } from '@ledgerline/domain';
import type { Projection } from '@ledgerline/kernel';
import { problemList } from './problems/problem-list/problem-list.projection.js';
import { proposalList } from './proposals/proposal-list/proposal-list.projection.js';

/** What the host can run on a thread of its own. */
export const projections = [proposalList, problemList] as unknown as readonly Projection<never>[];
export const events = ledgerlineEvents;
