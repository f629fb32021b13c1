import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { call, query } from '../api/client.ts';
import type { Page } from '../api/views.ts';
import { useInWords } from '../look/use-in-words.ts';
import { knownErrorWords } from '../words/known-error-words.ts';
import { useWords } from '../words/use-words.ts';
import { ProblemState } from './ProblemState.tsx';
import type { ListedProblem } from './problem-views.ts';

/** What a ticket is about, as far as it is known yet. */
export interface Matter {
  readonly item?: string | undefined;
  readonly product?: string | undefined;
  readonly kind?: string | undefined;
}

/** Problems that are not resolved and that a ticket about this would fit, the newest first. */
export function useFittingProblems({ item, product, kind }: Matter) {
  const { data } = useQuery({
    queryKey: ['problems', 'fit', item, product, kind],
    queryFn: ({ signal }) => {
      const asked = { fitsItem: item, fitsProduct: product || undefined, fitsKind: kind, limit: 5 };
      return call<Page<ListedProblem>>('GET', `/problems${query(asked)}`, { signal });
    },
    enabled: item !== undefined && item !== '',
    placeholderData: (before) => before,
  });
  return data?.items ?? [];
}

/** While the caller waits: what is known to go wrong there, and what helps. Nothing where nothing is known. */
export function KnownProblems({ matter }: { readonly matter: Matter }) {
  const { say } = useWords();
  const problems = useFittingProblems(matter);
  if (matter.item === undefined || problems.length === 0) return null;
  return (
    <Card size="small" title={say(knownErrorWords, 'known')} role="region" aria-label={say(knownErrorWords, 'known')}>
      <ul className="lines">
        {problems.map((problem) => (
          <ProblemLine key={problem.id} problem={problem} inNewTab />
        ))}
      </ul>
    </Card>
  );
}

interface ProblemLineProps {
  readonly problem: ListedProblem;
  /** Beside a form that is being written. */
  readonly inNewTab?: boolean;
  readonly children?: ReactNode;
}

/** A problem with what to do about it. */
export function ProblemLine({ problem, inNewTab = false, children }: ProblemLineProps) {
  const { t, say } = useWords();
  const inWords = useInWords();
  const { id, title, workaround } = problem;
  return (
    <li>
      <span className="row-end">
        <Link to={`/problems/${id}`} {...(inNewTab ? { target: '_blank' } : {})}>
          {inWords(title)}
        </Link>
        <ProblemState problem={problem} />
      </span>
      {workaround && (
        <p className="note" style={{ marginTop: 4 }}>
          <strong>
            {say(knownErrorWords, 'readOut')}
            {t('colon')}
          </strong>
          {inWords(workaround.text)}
        </p>
      )}
      {children}
    </li>
  );
}
