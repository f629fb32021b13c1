import { Card, Table, Tag } from 'antd';
import { fatalEffectWords, qualityWords, workWords } from '../words/quality-words.ts';
import { useWords } from '../words/use-words.ts';
import { conditionsInWords } from './conditions.ts';

export interface SheetView {
  readonly title: string;
  readonly passes: number;
  readonly groups: readonly {
    readonly code: string;
    readonly name: string;
    readonly criteria: readonly { readonly code: string; readonly name: string; readonly points: number }[];
  }[];
  readonly fatal: readonly { readonly code: string; readonly name: string; readonly effect: 'zero' | 'fail' }[];
  readonly appeal: { readonly within: string; readonly calendar: string };
}

/** A score sheet as inspectors read it. */
export function ScoreSheetTable({ sheet }: { readonly sheet: SheetView }) {
  const { say, of } = useWords();
  const rows = sheet.groups.flatMap(({ name, criteria }) => criteria.map((one) => ({ ...one, group: name })));
  return (
    <Card size="small" title={sheet.title} extra={`${say(qualityWords, 'passes')} ${sheet.passes}`}>
      <Table
        size="small"
        rowKey="code"
        pagination={false}
        dataSource={rows}
        columns={[
          { title: say(qualityWords, 'groupName'), dataIndex: 'group' },
          { title: say(qualityWords, 'criterion'), dataIndex: 'name' },
          { title: say(qualityWords, 'points'), render: (_, { points }) => <span className="figure">{points}</span> },
        ]}
      />
      <p className="words">
        {sheet.fatal.map(({ code, name, effect }) => (
          <Tag key={code} color="red">
            {name} · {of(fatalEffectWords, effect)}
          </Tag>
        ))}
      </p>
      <p className="quiet">
        {say(qualityWords, 'appealWithin')} {sheet.appeal.within} · {sheet.appeal.calendar}
      </p>
    </Card>
  );
}

interface RuleView {
  readonly title: string;
  readonly sheet: string;
  readonly period: 'week' | 'month';
  readonly strata: readonly {
    readonly work: string;
    readonly when?: Readonly<Record<string, string>>;
    readonly take: { readonly count?: number; readonly share?: number };
  }[];
}

/** What a sampling rule takes of whose work. */
export function SamplingTable({ rule }: { readonly rule: RuleView }) {
  const { t, say, of } = useWords();
  const taken = ({ count, share = 0 }: RuleView['strata'][number]['take']) =>
    count === undefined
      ? say(qualityWords, 'takesShare', { n: Math.round(share * 1_000) / 10 })
      : say(qualityWords, 'takesCount', { n: count });
  return (
    <Card size="small" title={rule.title} extra={`${rule.sheet} · ${t(rule.period)}`}>
      <Table
        size="small"
        rowKey="place"
        pagination={false}
        dataSource={rule.strata.map((stratum, place) => ({ ...stratum, place }))}
        columns={[
          { title: say(qualityWords, 'work'), render: (_, { work }) => of(workWords, work) },
          { title: t('appliesTo'), render: (_, { when }) => conditionsInWords(when ?? {}, of) || t('all') },
          { title: say(qualityWords, 'strata'), render: (_, { take }) => taken(take) },
        ]}
      />
    </Card>
  );
}
