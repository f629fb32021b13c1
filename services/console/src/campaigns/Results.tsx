import { useQuery } from '@tanstack/react-query';
import { Button, Card, Table, type TableColumnsType } from 'antd';
import { call } from '../api/client.ts';
import { usePeople } from '../api/names.ts';
import { Found } from '../look/Found.tsx';
import { ScrollX } from '../look/ScrollX.tsx';
import { callOutcomeWords, campaignWords } from '../words/campaign-words.ts';
import { useWords } from '../words/use-words.ts';
import { AnswersCounted } from './AnswersCounted.tsx';
import type { CallOutcome, CampaignResults } from './campaign-views.ts';

type Line = CampaignResults['agents'][number];

/** What came of it, by agent and by question. @param isTaken it may be taken away as a table, which is put on record */
export function Results({ id, isTaken }: { readonly id: string; readonly isTaken: boolean }) {
  const { say, of } = useWords();
  const asked = useQuery({
    queryKey: ['campaigns', 'results', id],
    queryFn: ({ signal }) => call<CampaignResults>('GET', `/campaigns/${id}/results`, { signal }),
  });
  const { agents = [], questions = [] } = asked.data ?? {};
  const nameOf = usePeople(agents.map(({ agent }) => agent));
  const outcomes = Object.keys(callOutcomeWords) as CallOutcome[];
  const columns: TableColumnsType<Line> = [
    { title: say(campaignWords, 'agent'), render: (_, { agent }) => nameOf(agent) },
    { title: say(campaignWords, 'tried'), render: (_, { attempts }) => <span className="figure">{attempts}</span> },
    ...outcomes.map((outcome) => ({
      title: of(callOutcomeWords, outcome),
      render: (_: unknown, line: Line) => <span className="figure">{line.outcomes[outcome]}</span>,
    })),
  ];
  const download = isTaken && (
    <Button href={`/api/v1/campaigns/${id}/results.csv`} download>
      {say(campaignWords, 'table')}
    </Button>
  );
  return (
    <Card size="small" title={say(campaignWords, 'results')} extra={download}>
      <Found asked={asked} nothing={agents.length === 0 && say(campaignWords, 'noAttempts')}>
        <div className="stack">
          <ScrollX>
            <Table<Line>
              className="figures"
              size="small"
              rowKey="agent"
              columns={columns}
              dataSource={[...agents]}
              pagination={false}
              rowClassName="still"
            />
          </ScrollX>
          {questions.map((question) => (
            <AnswersCounted key={question.question} distribution={question} />
          ))}
        </div>
      </Found>
    </Card>
  );
}
