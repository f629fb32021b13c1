import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { refreshCalls } from '../calls/own-calls.ts';
import { useWords } from '../words/use-words.ts';
import { ChangeStream } from './change-stream.ts';
import { setPeopleAt } from './people-at.ts';
import { refreshLists } from './refresh-lists.ts';
import { refresh, refreshAll } from './refresh.ts';

/** Keeps what is shown true: listens to what changes, and says where the connection is lost. */
export function Live() {
  const { t } = useWords();
  const client = useQueryClient();
  const [isLost, setIsLost] = useState(false);
  useEffect(() => {
    const stream = new ChangeStream({
      tickets: (changes) => refresh(client, changes),
      lists: (changed) => refreshLists(client, changed),
      calls: (position) => void refreshCalls(client, position),
      reset: () => refreshAll(client),
      presence: setPeopleAt,
      lost: setIsLost,
    });
    return () => stream.close();
  }, [client]);
  return isLost ? <Alert banner type="warning" showIcon title={t('offline')} role="status" /> : null;
}
