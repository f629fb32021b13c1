import { useWords } from '../../words/use-words.ts';

/** As documents name them. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const names = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

/** The days of the week as documents name them, in the reader's words. */
export function useWeekdays(): readonly { readonly value: string; readonly label: string }[] {
  const { language } = useWords();
  return weekdays.map((value, place) => ({ value, label: names[language][place] ?? value }));
}
