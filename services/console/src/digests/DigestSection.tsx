import { Card, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { Link } from 'react-router';
import { useWords } from '../words/use-words.ts';
import { figureText } from '../dashboards/figure-text.ts';
import { useGroupName } from '../dashboards/use-group-name.ts';
import { FromLine, useCanBecome } from './FromLine.tsx';
import { NamedProposals } from './NamedProposals.tsx';
import { NamedTickets } from './NamedTickets.tsx';
import type { DigestView } from './digest-views.ts';

type Section = DigestView['sections'][number];
type Line = Section['rows'][number];

/** A table of figures: the largest lines first, each leading to its tickets, and the tickets that it names. */
export function DigestSection({ section, digest }: { readonly section: Section; readonly digest: DigestView }) {
  const words = useWords();
  const { t, language } = words;
  const nameOf = useGroupName();
  const figure = (name: string, value: number | null | undefined) => (
    <span className="figure">{figureText(name, value, words)}</span>
  );
  const canBecome = useCanBecome(section);
  const { group, figures, compared, rows, total, more, listed } = section;
  const columns: ColumnsType<Line> = [
    ...group.map(({ name, title }) => ({
      title: title[language],
      render: (_: unknown, line: Line) => nameOf(name, line.group[name]),
    })),
    ...figures.flatMap(({ name, title }, place) => [
      {
        title: title[language],
        align: 'right' as const,
        render: (_: unknown, line: Line) => {
          const text = figure(name, line.figures[name]);
          return place > 0 ? text : <Link to={placeOf(line.tickets)}>{text}</Link>;
        },
      },
      ...(compared.includes(name)
        ? [
            {
              title: `${title[language]}${t('periodBefore')}`,
              align: 'right' as const,
              render: (_: unknown, line: Line) => figure(name, line.before[name]),
            },
          ]
        : []),
    ]),
    ...(canBecome.length > 0
      ? [{ key: 'becomes', render: (_: unknown, line: Line) => <FromLine line={line} section={section} digest={digest} /> }]
      : []),
  ];
  return (
    <Card size="small" title={section.title[language]} role="region" aria-label={section.title[language]}>
      {section.intro && <p className="words">{section.intro[language]}</p>}
      <p className="quiet" style={{ marginTop: 0 }}>
        {section.means[language]}
      </p>
      <Table<Line>
        size="small"
        rowKey={({ group: of }) => JSON.stringify(of)}
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={[...rows]}
        columns={columns}
        summary={() => (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0} colSpan={group.length}>
              <strong>{t('wholeTotal')}</strong>
            </Table.Summary.Cell>
            {figures.flatMap(({ name }, place) => [
              <Table.Summary.Cell key={name} index={group.length + place} align="right">
                {figure(name, total.figures[name])}
              </Table.Summary.Cell>,
              ...(compared.includes(name)
                ? [
                    <Table.Summary.Cell key={`${name} before`} index={group.length + place} align="right">
                      {figure(name, total.before[name])}
                    </Table.Summary.Cell>,
                  ]
                : []),
            ])}
          </Table.Summary.Row>
        )}
      />
      {more > 0 && <p className="quiet">{t('moreLines', { n: more })}</p>}
      {listed && <NamedTickets ids={listed.tickets} hasMore={listed.more} />}
      {section.proposals && <NamedProposals {...section.proposals} />}
    </Card>
  );
}

/** Where the console shows what the API has at an address of tickets behind a number. */
function placeOf(address: string): string {
  return address.replace('/api/v1/reports/', '/dashboards/').replace('/api/v1/proposals?', '/proposals?view=all&');
}
