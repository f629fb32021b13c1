import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useWords } from '../words/use-words.ts';
import { call } from './client.ts';
import type { Page } from './views.ts';

interface Named {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}
interface RuleInForce {
  readonly inForce: { readonly queues: readonly Named[]; readonly breaks: readonly Named[] } | null;
}

/** Names of queues and of reasons of breaks, as the telephone rule in force has them. */
export function useTelephonyRule() {
  const { language } = useWords();
  const { data } = useQuery({
    queryKey: ['telephony-rules'],
    queryFn: ({ signal }) => call<Page<RuleInForce>>('GET', '/telephony-rules', { signal }),
    staleTime: 300_000,
  });
  return useMemo(() => {
    const { queues = [], breaks = [] } = data?.items[0]?.inForce ?? {};
    const nameIn = (named: readonly Named[]) => {
      const names = new Map(named.map((one) => [one.code, one[language]]));
      return (code: string) => names.get(code) ?? code;
    };
    return { breaks: breaks.map(({ code }) => code), queueName: nameIn(queues), breakName: nameIn(breaks) };
  }, [data, language]);
}
