/** What this service answers over HTTP: the API's document is made from these types (ADR 0042). */
export type { ShownCall } from './campaigns/call-list/list-calls.query.js';
export type { OneCall } from './campaigns/call-list/one-call.query.js';
export type { OneCampaign } from './campaigns/campaign-list/one-campaign.query.js';
export type { ShownCampaign } from './campaigns/campaign-list/shown-campaign.js';
export type { CampaignResults } from './campaigns/campaign-results/campaign-results.query.js';
export type { OnePursuit } from './pursuits/pursuit-list/one-pursuit.query.js';
export type { ShownPursuit } from './pursuits/pursuit-list/shown-pursuit.js';
