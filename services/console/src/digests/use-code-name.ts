import { useItemName } from '../api/items.ts';
import { useDepartmentName } from '../api/names.ts';
import { clockWords, kindWords, levelWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';

/** What a code of a digest's column is called. */
export function useCodeName(): (column: string, code: string) => string {
  const { t, of } = useWords();
  const itemName = useItemName();
  const departmentName = useDepartmentName();
  return (column, code) => {
    if (code === 'none') return t('notFilled');
    switch (column) {
      case 'kind':
        return of(kindWords, code);
      case 'level':
        return of(levelWords, code);
      case 'clock':
        return of(clockWords, code);
      case 'item':
        return itemName(code);
      case 'department':
        return departmentName(code);
      default:
        return code;
    }
  };
}
