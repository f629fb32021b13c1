import { Alert, Button, Card, Form, Select, Table } from 'antd';
import { useState } from 'react';
import { kinds, levels } from '@ledgerline/contracts/words';
import { call, Refusal } from '../api/client.ts';
import { useDepartmentName } from '../api/names.ts';
import type { InBothLanguages } from '../api/views.ts';
import { DepartmentsField, ItemField } from '../commands/choice-fields.tsx';
import { kindWords, levelWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';
import { conditionsInWords } from './conditions.ts';

interface RoutingRule {
  readonly when?: Readonly<Record<string, string>>;
  readonly lead: string;
  readonly coHandling?: readonly string[];
}
interface RoutingTable {
  readonly rules?: readonly RoutingRule[];
  readonly fallback?: string;
}

/** A routing table, and the question that one has of it: where would this go? */
export function RoutingRules({ table }: { readonly table: RoutingTable }) {
  const { t, of } = useWords();
  const departmentName = useDepartmentName();
  const rules = (table.rules ?? []).map((rule, place) => ({ ...rule, place }));
  return (
    <div className="stack">
      <WhereTo />
      <Table
        size="small"
        rowKey="place"
        pagination={false}
        dataSource={rules}
        footer={() => `${t('fallback')}${t('colon')}${departmentName(table.fallback)}`}
        columns={[
          { title: t('matchedRule'), width: 60, render: (_, { place }) => <span className="figure">{place}</span> },
          { title: t('appliesTo'), render: (_, { when }) => conditionsInWords(when ?? {}, of) || t('all') },
          { title: t('leadDepartment'), render: (_, { lead }) => <strong>{departmentName(lead)}</strong> },
          { title: t('coHandling'), render: (_, { coHandling = [] }) => coHandling.map(departmentName).join(t('comma')) },
        ]}
      />
    </div>
  );
}

type Tried = InBothLanguages & {
  readonly proposal: { readonly kind: string };
  readonly candidates: readonly (InBothLanguages & { readonly rule?: number })[];
};

function WhereTo() {
  const { t, of, problem, language } = useWords();
  const [tried, setTried] = useState<Tried>();
  const [refused, setRefused] = useState<string>();
  const ask = async ({ about, ...given }: Record<string, string | undefined>) => {
    setRefused(undefined);
    const facts = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    try {
      setTried(await call<Tried>('POST', '/routing-tables/try', { body: { facts, ...(about === undefined ? {} : { about }) } }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefused(error.code);
    }
  };
  return (
    <Card size="small" title={t('whereTo')} extra={<span className="quiet">{t('whereToLead')}</span>}>
      <Form layout="vertical" onFinish={(values) => void ask(values)} className="fields" size="middle">
        <Form.Item name="kind" label={t('kind')}>
          <Select allowClear options={kinds.map((value) => ({ value, label: of(kindWords, value) }))} />
        </Form.Item>
        <Form.Item name="item" label={t('item')}>
          <ItemField />
        </Form.Item>
        <Form.Item name="level" label={t('level')}>
          <Select allowClear options={levels.map((value) => ({ value, label: of(levelWords, value) }))} />
        </Form.Item>
        <Form.Item name="about" label={t('about')}>
          <DepartmentsField />
        </Form.Item>
        <Form.Item label=" " colon={false}>
          <Button type="primary" htmlType="submit">
            {t('whereTo')}
          </Button>
        </Form.Item>
      </Form>
      {refused && <Alert type="error" showIcon title={problem(refused)} />}
      {tried && (
        <Alert
          type={tried.proposal.kind === 'unambiguous' ? 'success' : 'warning'}
          showIcon
          role="status"
          title={tried[language]}
          description={
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {tried.candidates.map((candidate) => (
                <li key={candidate.en}>{candidate[language]}</li>
              ))}
            </ul>
          }
        />
      )}
    </Card>
  );
}
