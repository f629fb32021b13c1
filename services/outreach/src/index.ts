export * from './outreach.module.js';
export { campaignOf, type GovernedCampaign } from './campaigns/campaign-of.js';
export { takeOne } from './campaigns/take-call/take-one.js';
