import { Card, Checkbox, Table, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useGroupName } from '../dashboards/use-group-name.ts';
import { ScrollX } from '../look/ScrollX.tsx';
import { dimensionWords } from '../words/report-words.ts';
import { whatIfWords } from '../words/what-if-words.ts';
import { useWords } from '../words/use-words.ts';
import type { RouteLine } from './what-if-view.ts';

/** Who would have got what. How long they would have taken nobody knows. */
export function RouteOutcome({ routes }: { readonly routes: readonly RouteLine[] }) {
  const { t, of, say } = useWords();
  const nameOf = useGroupName();
  const [isNarrow, setIsNarrow] = useState(true);
  const departments = ({ lead, coHandling }: { readonly lead: string; readonly coHandling: readonly string[] }) => (
    <span className="row-end">
      <Tag color="blue">{nameOf('department', lead)}</Tag>
      {coHandling.map((one) => (
        <Tag key={one}>{nameOf('department', one)}</Tag>
      ))}
    </span>
  );
  const columns: TableColumnsType<RouteLine> = [
    {
      title: say(whatIfWords, 'facts'),
      render: (_, { facts }) =>
        Object.entries(facts)
          .map(([name, value]) => `${of(dimensionWords, name)}${t('colon')}${nameOf(name, value)}`)
          .join(' · '),
    },
    { title: say(whatIfWords, 'was'), render: (_, { was }) => departments(was) },
    {
      title: say(whatIfWords, 'wouldBe'),
      render: (_, { wouldBe }) => (wouldBe === null ? say(whatIfWords, 'byPerson') : departments(wouldBe)),
    },
    { title: say(whatIfWords, 'tickets'), align: 'end', render: (_, { tickets }) => <span className="figure">{tickets}</span> },
  ];
  const shown = isNarrow ? routes.filter(({ differs }) => differs) : routes;
  return (
    <Card
      size="small"
      title={say(whatIfWords, 'routes')}
      extra={
        <Checkbox checked={isNarrow} onChange={({ target }) => setIsNarrow(target.checked)}>
          {say(whatIfWords, 'onlyDiffering')}
        </Checkbox>
      }
    >
      <p className="quiet" style={{ marginTop: 0 }}>
        {say(whatIfWords, 'routesLead')}
      </p>
      <ScrollX>
        <Table<RouteLine>
          size="small"
          rowKey={(line) => JSON.stringify([line.facts, line.was])}
          rowClassName="still"
          columns={columns}
          dataSource={[...shown]}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          locale={{ emptyText: say(whatIfWords, 'noDifference') }}
        />
      </ScrollX>
    </Card>
  );
}
