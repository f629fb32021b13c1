import type { CustomerView } from '../api/people-views.ts';
import { useInWords } from '../look/use-in-words.ts';
import { useWords } from '../words/use-words.ts';
import { identitiesOf } from './identities.ts';

/** By which somebody tells customers apart: their name, and what they are known by. */
export function useLabelOf(): (customer: Pick<CustomerView, 'name' | 'identities'>) => string {
  const { t } = useWords();
  const inWords = useInWords();
  return (one) => [inWords(one.name) ?? t('unnamed'), ...identitiesOf(one).map(({ value }) => value)].join(' · ');
}
