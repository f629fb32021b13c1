import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Result, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { call, codeOf } from '../api/client.ts';
import { PageHead } from '../look/PageHead.tsx';
import { Instant, useNow } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { OpenPursuit } from '../pursuits/OpenPursuit.tsx';
import { useUser } from '../session/session.tsx';
import { campaignWords } from '../words/campaign-words.ts';
import { useWords } from '../words/use-words.ts';
import { AnswersGiven } from './AnswersGiven.tsx';
import { Attempts, CallFacts } from './CallFacts.tsx';
import { CallForm } from './CallForm.tsx';
import { CallState } from './CallState.tsx';
import { NextCallButton } from './NextCallButton.tsx';
import type { CallView, CampaignView } from './campaign-views.ts';

/** One call of a campaign: for the agent who has it before them whom to call and what to ask, for others what came of it. */
export function Page() {
  const { t, say, problem } = useWords();
  const inWords = useInWords();
  const { id = '', call: of = '' } = useParams();
  // Keys of their own: what others do with the campaign meanwhile is no news to whoever is on the telephone.
  const campaign = useQuery({
    queryKey: ['calls', 'campaign', id],
    queryFn: ({ signal }) => call<CampaignView>('GET', `/campaigns/${id}`, { signal }),
  });
  const one = useQuery({
    queryKey: ['calls', 'one', id, of],
    queryFn: ({ signal }) => call<CallView>('GET', `/campaigns/${id}/calls/${of}`, { signal }),
  });
  const isOnHand = useIsOnHand(one.data);
  const error = one.error ?? campaign.error;
  if (error && !(one.data && campaign.data)) return <Result status="404" title={problem(codeOf(error))} />;
  if (!one.data || !campaign.data) return <Skeleton active className="page" />;
  const shown = one.data;
  return (
    <div className="page stack">
      <PageHead title={shown.name ?? say(campaignWords, shown.customer ? 'unnamed' : 'call')}>
        <CallState call={shown} />
        {shown.customer && <OpenPursuit collection="leads" of={{ call: shown.id }} stays />}
        {shown.customer && <OpenPursuit collection="at-risk-customers" of={{ call: shown.id }} stays />}
        {!isOnHand && <NextCallButton campaign={campaign.data} />}
      </PageHead>
      <Link to={`/campaigns/${id}`}>{inWords(campaign.data.title)}</Link>
      {shown.bar && <Alert type="error" showIcon title={say(campaignWords, 'barred') + t('colon') + problem(shown.bar)} />}
      <div className="columns">
        <div className="stack">
          {isOnHand && (
            <Card size="small">
              <span className="row-end">
                <strong className="figure" style={{ fontSize: 22 }}>
                  {shown.phone}
                </strong>
                <span className="quiet">
                  {say(campaignWords, 'onHand')} <Instant at={shown.taken?.until} />
                </span>
              </span>
            </Card>
          )}
          {isOnHand && <CallForm key={shown.id} campaign={campaign.data} id={shown.id} />}
          <AnswersGiven script={campaign.data.content} call={shown} />
          {!isOnHand && <Attempts call={shown} />}
        </div>
        <aside className="stack" aria-label={t('facts')}>
          <CallFacts call={shown} />
          {isOnHand && <Attempts call={shown} />}
        </aside>
      </div>
    </div>
  );
}

/** The user, or for whom they act, has it before them, and its time is not over. */
function useIsOnHand(shown: CallView | undefined): boolean {
  const { id, onBehalfOf = id } = useUser();
  const now = useNow();
  const { status, taken } = shown ?? {};
  return status === 'waiting' && taken?.by === onBehalfOf && Date.parse(taken.until) > now;
}
