import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import dayjs from 'dayjs';
import { useEffect } from 'react';
import { useSession, useUser } from '../session/session.tsx';
import { useWords } from '../words/use-words.ts';

/** The longest time that a browser's timer can wait. */
const longest = 2 ** 31 - 1;

/** On every page for as long as one acts for somebody: whose power it is, until when, and the way back. */
export function ActingBanner() {
  const { t } = useWords();
  const { act } = useSession();
  const { onBehalfOf, standsInFor = [] } = useUser();
  const client = useQueryClient();
  const absent = standsInFor.find((one) => one.absent === onBehalfOf);
  const until = absent?.until;
  useEffect(() => {
    if (until === undefined) return undefined;
    const ends = setTimeout(() => void client.invalidateQueries(), Math.min(Math.max(dayjs(until).diff(), 0) + 1_000, longest));
    return () => clearTimeout(ends);
  }, [client, until]);
  if (onBehalfOf === undefined) return null;
  return (
    <Alert
      banner
      type="warning"
      role="status"
      title={t('actingFor', { name: absent?.name ?? onBehalfOf, t: dayjs(until).format('MM-DD HH:mm') })}
      action={
        <Button size="small" onClick={() => void act(undefined)}>
          {t('endActing')}
        </Button>
      }
    />
  );
}
