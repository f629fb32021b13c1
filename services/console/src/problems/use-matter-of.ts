import { useItemName } from '../api/items.ts';
import { kindWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ListedProblem } from './problem-views.ts';

/** Which tickets a problem fits, in words. */
export function useMatterOf(): (problem: Pick<ListedProblem, 'item' | 'product' | 'kind'>) => string {
  const { of } = useWords();
  const itemName = useItemName();
  return ({ item, product, kind }) =>
    [itemName(item), product, kind && of(kindWords, kind)].filter((one) => one !== undefined && one !== '').join(' · ');
}
