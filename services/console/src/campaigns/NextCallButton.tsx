import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { call } from '../api/client.ts';
import { useAct } from '../api/use-act.ts';
import { useUser } from '../session/session.tsx';
import { campaignWords } from '../words/campaign-words.ts';
import { useWords } from '../words/use-words.ts';
import type { CampaignView } from './campaign-views.ts';

/** The call that is due next, for whoever calls; whoever has one before them comes to that one. */
export function NextCallButton({ campaign: { id, status, permittedNow } }: { readonly campaign: CampaignView }) {
  const { say } = useWords();
  const user = useUser();
  const go = useNavigate();
  const take = useAct(async () => {
    const taken = await call<{ readonly id: string }>('POST', `/campaigns/${id}/next-call`, { body: {} });
    await go(`/campaigns/${id}/calls/${taken.id}`);
  }, ['campaigns', 'calls']);
  if (status !== 'running' || !user.commands.includes('take-next-call')) return null;
  return (
    <Button type="primary" disabled={!permittedNow} loading={take.isPending} onClick={() => take.mutate()}>
      {say(campaignWords, 'nextCall')}
    </Button>
  );
}
