import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { CommandPossible, Page } from '../api/views.ts';
import type { Pairs } from '../words/pair.ts';
import { useWords } from '../words/use-words.ts';
import { ActionButton } from './ActionButton.tsx';
import type { Among } from './CommandField.tsx';

/** Steps that the server's own rules say one can take now. @param collection as the API names it: `proposals` */
export function usePossibleSteps(collection: string, id: string): readonly string[] {
  const { data } = useQuery({
    queryKey: [collection, 'commands', id],
    queryFn: ({ signal }) => call<Page<CommandPossible>>('GET', `/${collection}/${id}/commands`, { signal }),
  });
  return (data?.items ?? []).filter(({ possible }) => possible).map(({ command }) => command);
}

interface StepBarProps {
  readonly collection: string;
  readonly id: string;
  /** Steps by their names, what moves it on first; those without a word stand elsewhere on the page. */
  readonly steps: readonly string[];
  readonly words: Pairs;
  readonly refresh: readonly string[];
  readonly among?: Among | undefined;
}

/** What one can do with something now, each step a form of its own. */
export function StepBar({ collection, id, steps, words, refresh, among }: StepBarProps) {
  const { t, of } = useWords();
  const possible = usePossibleSteps(collection, id);
  return (
    <div className="row-end" role="toolbar" aria-label={t('actions')}>
      {steps
        .filter((step) => possible.includes(step))
        .map((step, place) => (
          <ActionButton
            key={step}
            type={place === 0 ? 'primary' : 'default'}
            operation={`/${collection}/{id}/${step}`}
            id={id}
            title={of(words, step)}
            refresh={refresh}
            {...(among ? { among } : {})}
          />
        ))}
    </div>
  );
}
