import { Tag } from 'antd';
import { campaignStatusWords, campaignWords } from '../words/campaign-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ListedCampaign } from './campaign-views.ts';

const colors: Readonly<Record<ListedCampaign['status'], string>> = { running: 'green', paused: 'gold', ended: 'default' };

export function CampaignState({ campaign: { status } }: { readonly campaign: ListedCampaign }) {
  const { of } = useWords();
  return (
    <Tag color={colors[status]} style={{ margin: 0 }}>
      {of(campaignStatusWords, status)}
    </Tag>
  );
}

/** How many of its list are through, whatever came of them. */
export function CampaignProgress({ campaign: { progress } }: { readonly campaign: ListedCampaign }) {
  const { say } = useWords();
  const all = Object.values(progress).reduce((sum, one) => sum + one, 0);
  if (all === 0) return <span className="quiet">{say(campaignWords, 'emptyList')}</span>;
  return <span className="figure">{say(campaignWords, 'done', { done: all - progress.waiting, all })}</span>;
}
