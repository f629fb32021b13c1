import { Button, Card, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { FigureText } from './FigureText.tsx';
import { NamedTickets } from './NamedTickets.tsx';
import { TicketsBehind } from './TicketsBehind.tsx';
import { useCodeName } from './use-code-name.ts';
import type { DigestView } from './digest-views.ts';

type Section = DigestView['sections'][number];
type Line = Section['rows'][number];

/** A table of figures: the largest lines first, each leading to its tickets, and the tickets that it names. */
export function DigestSection({ section }: { readonly section: Section }) {
  const { t, language } = useWords();
  const nameOf = useCodeName();
  const [behind, setBehind] = useState<string>();
  const { group, figures, compared, rows, total, more, listed } = section;
  const columns: ColumnsType<Line> = [
    ...group.map(({ name, title }) => ({
      title: title[language],
      render: (_: unknown, line: Line) => nameOf(name, String(line.group[name] ?? 'none')),
    })),
    ...figures.flatMap(({ name, title }, place) => [
      {
        title: title[language],
        align: 'right' as const,
        render: (_: unknown, line: Line) => {
          const text = <FigureText name={name} figure={line.figures[name]} />;
          if (place > 0) return text;
          return (
            <Button type="link" size="small" onClick={() => setBehind(line.tickets)}>
              {text}
            </Button>
          );
        },
      },
      ...(compared.includes(name)
        ? [
            {
              title: `${title[language]}${t('periodBefore')}`,
              align: 'right' as const,
              render: (_: unknown, line: Line) => <FigureText name={name} figure={line.before[name]} />,
            },
          ]
        : []),
    ]),
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
                <FigureText name={name} figure={total.figures[name]} />
              </Table.Summary.Cell>,
              ...(compared.includes(name)
                ? [
                    <Table.Summary.Cell key={`${name} before`} index={group.length + place} align="right">
                      <FigureText name={name} figure={total.before[name]} />
                    </Table.Summary.Cell>,
                  ]
                : []),
            ])}
          </Table.Summary.Row>
        )}
      />
      {more > 0 && <p className="quiet">{t('moreLines', { n: more })}</p>}
      {listed && <NamedTickets ids={listed.tickets} hasMore={listed.more} />}
      <TicketsBehind address={behind} onClose={() => setBehind(undefined)} />
    </Card>
  );
}
