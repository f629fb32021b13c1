import { ledgerlineEvents } from '@ledgerline/domain';
import type { Projection } from '@ledgerline/kernel';
import { callList } from './campaigns/call-list/call-list.projection.js';
import { pursuitList } from './pursuits/pursuit-list/pursuit-list.projection.js';
import { campaignList } from './campaigns/campaign-list/campaign-list.projection.js';

/** What the host can run on a thread of its own. */
export const projections = [campaignList, callList, pursuitList] as unknown as readonly Projection<never>[];
export const events = ledgerlineEvents;
