import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { call } from '../api/client.ts';
import { usePeople } from '../api/names.ts';
import { useTelephonyRule } from '../api/telephony.ts';
import { useAct } from '../api/use-act.ts';
import { Elapsed } from '../wallboard/Elapsed.tsx';
import { callWords } from '../words/call-words.ts';
import { useWords } from '../words/use-words.ts';
import { ownCalls, recordOfCall, type OwnCallView } from './own-calls.ts';
import { TransferTo } from './TransferTo.tsx';

/** The call that one speaks on: its record, and to whom it goes. */
export function SpokenCall({ of: { id, standing, since, queue, transfer } }: { readonly of: OwnCallView }) {
  const { say } = useWords();
  const { queueName } = useTelephonyRule();
  const nameOf = usePeople([transfer?.to]);
  const go = useNavigate();
  const open = useAct(async () => go(await recordOfCall(id, transfer?.ticket ?? null)), []);
  const withdraw = useAct(() => call('POST', `/calls/${id}/withdraw-transfer`, { body: {} }), [ownCalls]);
  return (
    <div className="call-line">
      <span>
        {say(callWords, standing === 'held' ? 'held' : 'speaks')}
        {queue !== null && ` · ${queueName(queue)}`} <Elapsed since={since} />
      </span>
      <Button size="small" loading={open.isPending} onClick={() => open.mutate(undefined)}>
        {say(callWords, 'openRecord')}
      </Button>
      {transfer === null ? (
        <TransferTo id={id} />
      ) : (
        <>
          <span role="status">
            {say(callWords, transfer.accepted ? 'waitsForCall' : 'waitsForAnswer', { name: nameOf(transfer.to) })}
          </span>
          <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
            {say(callWords, 'withdraw')}
          </Button>
        </>
      )}
    </div>
  );
}
