import { Alert, Card } from 'antd';
import { usePeople } from '../api/names.ts';
import { Facts, RecordPage } from '../look/RecordPage.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { ScriptQuestions } from '../rules/ScriptQuestions.tsx';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { callStatusWords, campaignPurposeWords, campaignStepWords, campaignWords } from '../words/campaign-words.ts';
import { useWords } from '../words/use-words.ts';
import { AddCalls } from './AddCalls.tsx';
import { CallList } from './CallList.tsx';
import { CampaignProgress, CampaignState } from './CampaignState.tsx';
import { NextCallButton } from './NextCallButton.tsx';
import { Results } from './Results.tsx';
import type { CallStatus, CampaignView } from './campaign-views.ts';

/** One campaign: how far it is, whom it calls, what was answered, and for an agent the next call. */
export function Page() {
  const { say } = useWords();
  const user = useUser();
  const inWords = useInWords();
  const makes = user.commands.includes('open-campaign');
  return (
    <RecordPage<CampaignView>
      collection="campaigns"
      steps={['resume', 'pause', 'change', 'end']}
      words={campaignStepWords}
      title={({ title }) => inWords(title) ?? ''}
      state={(campaign) => (
        <>
          <CampaignState campaign={campaign} />
          <NextCallButton campaign={campaign} />
        </>
      )}
      warnings={({ status, permittedNow }) =>
        status === 'running' && !permittedNow && <Alert type="warning" showIcon title={say(campaignWords, 'notNow')} />
      }
      aside={(campaign) => (
        <>
          <CampaignFacts campaign={campaign} />
          <ScriptQuestions script={campaign.content} />
        </>
      )}
    >
      {(campaign) => (
        <>
          <Progress campaign={campaign} />
          {makes && campaign.status !== 'ended' && <AddCalls id={campaign.id} />}
          <CallList campaign={campaign} />
          {(makes || holdsOneOf(user, 'leader', 'inspector', 'auditor')) && <Results id={campaign.id} isTaken={makes} />}
        </>
      )}
    </RecordPage>
  );
}

function Progress({ campaign }: { readonly campaign: CampaignView }) {
  const { say, of } = useWords();
  const inWords = useInWords();
  const statuses = Object.keys(callStatusWords) as CallStatus[];
  return (
    <Card size="small" title={say(campaignWords, 'progress')} extra={<CampaignProgress campaign={campaign} />}>
      <span className="row-end">
        {statuses.map((status) => (
          <span key={status}>
            <span className="quiet">{of(callStatusWords, status)}</span>{' '}
            <strong className="figure">{campaign.progress[status]}</strong>
          </span>
        ))}
      </span>
      <div className="words">{inWords(campaign.text)}</div>
    </Card>
  );
}

function CampaignFacts({ campaign }: { readonly campaign: CampaignView }) {
  const { say, of } = useWords();
  const { purpose, from, until, attempts, calendar, openedBy, openedAt } = campaign;
  const nameOf = usePeople([openedBy]);
  const period = (
    <span>
      <Instant at={from} /> – <Instant at={until} />
    </span>
  );
  return (
    <Facts
      rows={[
        [say(campaignWords, 'purpose'), of(campaignPurposeWords, purpose)],
        [say(campaignWords, 'period'), period],
        [say(campaignWords, 'rule'), say(campaignWords, 'ruleSays', { ...attempts })],
        [say(campaignWords, 'calendar'), calendar],
        [say(campaignWords, 'openedBy'), nameOf(openedBy)],
        [say(campaignWords, 'openedAt'), <Instant key="at" at={openedAt} />],
      ]}
    />
  );
}
