import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { call } from '../api/client.ts';
import { usePeople } from '../api/names.ts';
import { useAct } from '../api/use-act.ts';
import { Elapsed } from '../wallboard/Elapsed.tsx';
import { callWords } from '../words/call-words.ts';
import { useWords } from '../words/use-words.ts';
import { ownCalls, recordOfCall, type OwnCallView } from './own-calls.ts';

/** A call that a colleague wants to hand over: the record opens first (R1.4), then the call comes. */
export function OfferedCall({ of: { id, transfer } }: { readonly of: OwnCallView }) {
  const { say } = useWords();
  const nameOf = usePeople([transfer?.by]);
  const go = useNavigate();
  const accept = useAct(
    async (ticket: string | null) => {
      await go(await recordOfCall(id, ticket));
      await call('POST', `/calls/${id}/accept-transfer`, { body: {} });
    },
    [ownCalls],
  );
  const decline = useAct(() => call('POST', `/calls/${id}/decline-transfer`, { body: {} }), [ownCalls]);
  if (transfer === null) return null;
  const name = nameOf(transfer.by);
  return (
    <div className="call-line offered" role="alert">
      <span>
        {say(callWords, transfer.accepted ? 'comesNow' : 'offered', { name })} <Elapsed since={transfer.at} />
      </span>
      {!transfer.accepted && (
        <Button size="small" type="primary" loading={accept.isPending} onClick={() => accept.mutate(transfer.ticket)}>
          {say(callWords, 'accept')}
        </Button>
      )}
      <Button size="small" loading={decline.isPending} onClick={() => decline.mutate(undefined)}>
        {say(callWords, 'decline')}
      </Button>
    </div>
  );
}
