import { campaignFold, type Campaign } from '@ledgerline/domain';
import { foldedList, type CollectionDefinition, type Listed } from '@ledgerline/kernel';

export type ListedCampaign = Listed<Campaign>;

export const campaignsCollection: CollectionDefinition<ListedCampaign> = {
  name: 'campaigns',
  version: 1,
  fields: { kind: 'string', status: 'string', purpose: 'string', openedAt: 'string' },
  indexes: [
    ['kind', 'openedAt'],
    ['kind', 'status', 'openedAt'],
    ['kind', 'purpose', 'openedAt'],
  ],
  rows: ({ status, purpose, openedAt }) => [{ kind: 'campaign', status, purpose, openedAt }],
  text: ({ title, text }) => [title, text].filter((one) => typeof one === 'string').join('\n'),
  personal: ['title', 'text'],
};

export const campaignList = foldedList('campaign', campaignFold, campaignsCollection);
