import { Card, Descriptions, Table } from 'antd';
import { telephonyWords } from '../words/telephony-words.ts';
import { useWords } from '../words/use-words.ts';

interface Named {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}
interface Rule {
  readonly queues: readonly (Named & {
    readonly numbers: readonly string[];
    readonly priority: number;
    readonly site?: string;
  })[];
  readonly breaks: readonly Named[];
  readonly serviceLevel: { readonly within: number; readonly target: number };
  readonly shortAbandon: number;
  readonly lateAfter: number;
  readonly firstContact: { readonly days: number };
}

/** The telephone rule in force: queues, and what figures are measured by. */
export function TelephonyTerms({ rule }: { readonly rule: Rule }) {
  const { t, say, language } = useWords();
  const label = (word: keyof typeof telephonyWords) => say(telephonyWords, word);
  const { serviceLevel, shortAbandon, lateAfter, firstContact, queues, breaks } = rule;
  const target = `${Math.round(serviceLevel.target * 1_000) / 10} %`;
  const terms = [
    ['serviceLevel', say(telephonyWords, 'serviceLevelOf', { target, within: serviceLevel.within })],
    ['shortAbandon', shortAbandon],
    ['lateAfter', lateAfter],
    ['firstContactDays', firstContact.days],
    ['breaks', breaks.map((one) => one[language]).join(t('comma'))],
  ] as const;
  return (
    <Card size="small">
      <Descriptions
        column={2}
        size="small"
        items={terms.map(([word, children]) => ({ key: word, label: label(word), children }))}
      />
      <Table
        size="small"
        pagination={false}
        rowKey="code"
        dataSource={[...queues].sort((one, other) => one.priority - other.priority)}
        columns={[
          { title: label('queue'), render: (_, one) => one[language] },
          { title: label('code'), dataIndex: 'code' },
          { title: label('priority'), dataIndex: 'priority', align: 'end' },
          { title: label('numbers'), render: (_, { numbers }) => <span className="figure">{numbers.join(t('comma'))}</span> },
          { title: label('site'), dataIndex: 'site' },
        ]}
      />
    </Card>
  );
}
