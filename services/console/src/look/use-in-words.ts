import { useCallback } from 'react';
import { isErased, textOf, type Sealed, type TicketView } from '../api/views.ts';
import { useWords } from '../words/use-words.ts';

/** A sealed text as it is read: where it was erased, that it was; undefined where there is none. */
export function useInWords(): (sealed: Sealed<string>) => string | undefined {
  const { t } = useWords();
  return useCallback((sealed: Sealed<string>) => (isErased(sealed) ? t('erased') : textOf(sealed)), [t]);
}

/** What a ticket is about. Of a confidential one a list says no more than that there is one. */
export function useSubjectOf(): (ticket: TicketView) => string | undefined {
  const { t } = useWords();
  const inWords = useInWords();
  return useCallback(({ subject, withheld }: TicketView) => (withheld ? t('withheld') : inWords(subject)), [t, inWords]);
}
