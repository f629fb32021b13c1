import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useWords } from '../words/use-words.ts';
import { codeOf } from './client.ts';
import { refreshSoon } from './refresh-soon.ts';

/** Something that a button does at once, without a form: a refusal is told, and what it may have changed is asked for again. */
export function useAct<Subject>(act: (subject: Subject) => Promise<unknown>, refresh: readonly string[]) {
  const { problem } = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: act,
    onError: (error) => void message.error(problem(codeOf(error))),
    onSettled: () => refreshSoon(client, refresh),
  });
}
