import type { TableColumnsType } from 'antd';
import { Link, useNavigate } from 'react-router';
import { usePages } from '../api/pages.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { ListHead } from '../look/ListHead.tsx';
import { PagedTable } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { useListView } from '../look/use-list-view.ts';
import { useUser } from '../session/session.tsx';
import { campaignPurposeWords, campaignStatusWords, campaignWords } from '../words/campaign-words.ts';
import { useWords } from '../words/use-words.ts';
import { CampaignProgress, CampaignState } from './CampaignState.tsx';
import type { ListedCampaign } from './campaign-views.ts';

/** What each view of the list asks for; it stands in the address as `view`. */
const views = { running: { status: 'running' }, paused: { status: 'paused' }, ended: { status: 'ended' }, all: {} } as const;

/** Outbound campaigns (R9): whom the centre calls of itself, by which script, and how far that is. */
export function Page() {
  const { t, say, of } = useWords();
  const user = useUser();
  const go = useNavigate();
  const inWords = useInWords();
  const shown = useListView(views, 'running');
  const list = usePages<ListedCampaign>(['campaigns'], '/campaigns', shown.asked);
  const columns: TableColumnsType<ListedCampaign> = [
    {
      title: say(campaignWords, 'title'),
      render: (_, { id, title }) => <Link to={`/campaigns/${id}`}>{inWords(title)}</Link>,
    },
    { title: t('status'), render: (_, campaign) => <CampaignState campaign={campaign} /> },
    { title: say(campaignWords, 'progress'), render: (_, campaign) => <CampaignProgress campaign={campaign} /> },
    { title: say(campaignWords, 'purpose'), render: (_, { purpose }) => of(campaignPurposeWords, purpose) },
    {
      title: say(campaignWords, 'period'),
      render: (_, { from, until }) => (
        <>
          <Instant at={from} /> – <Instant at={until} />
        </>
      ),
    },
  ];
  return (
    <div className="page stack">
      <ListHead
        title={t('campaigns')}
        lead={say(campaignWords, 'lead')}
        searchLabel={say(campaignWords, 'search')}
        shown={shown}
        nameOf={(one) => (one === 'all' ? say(campaignWords, 'all') : of(campaignStatusWords, one))}
      >
        {user.commands.includes('open-campaign') && (
          <ActionButton
            type="primary"
            operation="/campaigns"
            title={say(campaignWords, 'open')}
            refresh={['campaigns']}
            onDone={({ id }) => void go(`/campaigns/${String(id)}`)}
          />
        )}
      </ListHead>
      <PagedTable list={list} columns={columns} rowKey="id" empty={say(campaignWords, 'none')} />
    </div>
  );
}
