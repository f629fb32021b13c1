import { useQuery } from '@tanstack/react-query';
import { Button, Card, Tag } from 'antd';
import { call, query } from '../api/client.ts';
import { useAct } from '../api/use-act.ts';
import type { Page, TicketView } from '../api/views.ts';
import { useUser } from '../session/session.tsx';
import { knownErrorWords } from '../words/known-error-words.ts';
import { useWords } from '../words/use-words.ts';
import { ProblemLine, useFittingProblems } from './KnownProblems.tsx';
import type { ListedProblem } from './problem-views.ts';

/** What the ticket comes of, and known problems that it fits: with what helps, and a way to say that it is one of them. */
export function ProblemsOfTicket({ ticket }: { readonly ticket: TicketView }) {
  const { say } = useWords();
  const user = useUser();
  const { id, item, product, kind } = ticket;
  const { data } = useQuery({
    queryKey: ['problems', 'of', id],
    queryFn: ({ signal }) => call<Page<ListedProblem>>('GET', `/problems${query({ ticket: id })}`, { signal }),
  });
  const linked = data?.items ?? [];
  const fitting = useFittingProblems({ item, product, kind }).filter((one) => !linked.some((other) => other.id === one.id));
  const link = useAct((problem: string) => call('POST', `/problems/${problem}/link`, { body: { tickets: [id] } }), ['problems']);
  if (linked.length === 0 && fitting.length === 0) return null;
  return (
    <Card size="small" title={say(knownErrorWords, 'known')}>
      <ul className="lines">
        {linked.map((problem) => (
          <ProblemLine key={problem.id} problem={problem}>
            <Tag style={{ margin: 0 }}>{say(knownErrorWords, 'isLinked')}</Tag>
          </ProblemLine>
        ))}
        {fitting.map((problem) => (
          <ProblemLine key={problem.id} problem={problem}>
            {user.commands.includes('link-tickets') && (
              <Button
                size="small"
                loading={link.isPending && link.variables === problem.id}
                onClick={() => link.mutate(problem.id)}
              >
                {say(knownErrorWords, 'link')}
              </Button>
            )}
          </ProblemLine>
        ))}
      </ul>
    </Card>
  );
}
