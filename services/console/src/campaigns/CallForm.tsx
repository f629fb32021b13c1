import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Checkbox, DatePicker, Input, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { call, Refusal } from '../api/client.ts';
import { refreshSoon } from '../api/refresh-soon.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { useUser } from '../session/session.tsx';
import { callOutcomeWords, campaignWords } from '../words/campaign-words.ts';
import { useWords } from '../words/use-words.ts';
import { ScriptAsked } from './ScriptAsked.tsx';
import type { CallOutcome, CampaignView } from './campaign-views.ts';
import { blankCall, bodyOfCall, canAskForNoMore, type WrittenCall } from './written-call.ts';

/** What came of the call that the agent has before them. It is kept in this browser until it is recorded. */
export function CallForm({ campaign, id }: { readonly campaign: CampaignView; readonly id: string }) {
  const { say, of, problem } = useWords();
  const user = useUser();
  const client = useQueryClient();
  const place = `/campaigns/${campaign.id}/calls/${id}`;
  const draft = useDraft<WrittenCall>(`${user.id}.${place}`, blankCall);
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setIsBusy] = useState(false);
  const giveBack = useAct(() => call('POST', `${place}/give-back`, { body: {} }), ['campaigns', 'calls']);
  const written = draft.value;
  const { outcome, appointment, doNotCall, note } = written;
  const set = (change: Partial<WrittenCall>) => draft.set({ ...written, ...change });
  const record = async () => {
    setIsBusy(true);
    setRefusal(undefined);
    try {
      const body = bodyOfCall(campaign.content, written);
      await call('POST', `${place}/record-attempt`, { body, headers: { 'idempotency-key': written.key } });
      draft.discard();
      await refreshSoon(client, ['campaigns', 'calls']);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error);
    } finally {
      setIsBusy(false);
    }
  };
  const outcomes = Object.keys(callOutcomeWords).map((value) => ({ value, label: of(callOutcomeWords, value) }));
  return (
    <Card size="small" title={campaign.content.title}>
      <div className="stack">
        <fieldset className="plain">
          <legend>{say(campaignWords, 'outcome')}</legend>
          <Radio.Group
            name="outcome"
            value={outcome}
            options={outcomes}
            onChange={({ target }) => set({ outcome: target.value as CallOutcome })}
          />
        </fieldset>
        {outcome === 'reached' && (
          <ScriptAsked script={campaign.content} written={written} set={draft.set} faults={refusal?.facts['faults']} />
        )}
        {outcome === 'call-later' && (
          <DatePicker
            aria-label={say(campaignWords, 'appointment')}
            placeholder={say(campaignWords, 'appointment')}
            showTime={{ format: 'HH:mm' }}
            format="YYYY-MM-DD HH:mm"
            value={appointment ? dayjs(appointment) : undefined}
            onChange={(at: dayjs.Dayjs | null) => set({ appointment: at?.second(0).millisecond(0).toISOString() })}
          />
        )}
        <Input.TextArea
          rows={2}
          maxLength={2_000}
          value={note}
          aria-label={say(campaignWords, 'note')}
          placeholder={say(campaignWords, 'note')}
          onChange={({ target }) => set({ note: target.value })}
        />
        {canAskForNoMore(outcome) && (
          <Checkbox checked={doNotCall} onChange={({ target }) => set({ doNotCall: target.checked })}>
            {say(campaignWords, 'doNotCall')}
          </Checkbox>
        )}
        {refusal && <Alert type={refusal.isPassing ? 'warning' : 'error'} showIcon role="alert" title={problem(refusal.code)} />}
        <span className="row-end">
          <Button type="primary" loading={isBusy} onClick={() => void record()}>
            {say(campaignWords, 'record')}
          </Button>
          <Button loading={giveBack.isPending} onClick={() => giveBack.mutate()}>
            {say(campaignWords, 'giveBack')}
          </Button>
        </span>
      </div>
    </Card>
  );
}
