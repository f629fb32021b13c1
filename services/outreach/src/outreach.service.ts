import { ledgerlineEvents } from '@ledgerline/domain';
import type { ServiceDefinition } from '@ledgerline/host';
import { listCallsOf } from './campaigns/call-list/list-calls.query.js';
import { oneCall } from './campaigns/call-list/one-call.query.js';
import { campaignCommands } from './campaigns/campaign-commands.js';
import { tellCustomerBase } from './campaigns/do-not-call/tell-customer-base.process-manager.js';
import { listCampaigns } from './campaigns/campaign-list/list-campaigns.query.js';
import { oneCampaign } from './campaigns/campaign-list/one-campaign.query.js';
import { callsToExport } from './campaigns/campaign-results/calls-to-export.query.js';
import { campaignResults } from './campaigns/campaign-results/campaign-results.query.js';
import { pursuitCommands } from './pursuits/pursuit-commands.js';
import { listPursuits } from './pursuits/pursuit-list/list-pursuits.query.js';
import { onePursuit } from './pursuits/pursuit-list/one-pursuit.query.js';
import { duePursuits } from './pursuits/remind-of-pursuit/due-pursuits.query.js';
import { projections } from './projections.js';
import { subjectsOfCustomers } from './subjects-of-customers.query.js';

/** R9 (呼出): whom the centre calls of itself, what it asks them, and what it follows up with them. */
export const outreach: ServiceDefinition = {
  name: 'outreach',
  events: ledgerlineEvents,
  commands: { ...campaignCommands, ...pursuitCommands },
  queries: {
    campaigns: listCampaigns,
    campaign: oneCampaign,
    'calls-of-campaign': listCallsOf,
    'call-of-campaign': oneCall,
    'campaign-results': campaignResults,
    'calls-to-export': callsToExport,
    pursuits: listPursuits,
    pursuit: onePursuit,
    'due-pursuits': duePursuits,
    'subjects-of-customers': subjectsOfCustomers,
  },
  processManagers: [tellCustomerBase as never],
  projections,
  projectionsModule: new URL('./projections.js', import.meta.url).href,
};
