import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { call, query } from '../api/client.ts';
import { useDepartments } from '../api/ticket-queries.ts';
import type { Page } from '../api/views.ts';
import type { ListedDocument } from '../rules/document-kinds.ts';
import { useWords } from '../words/use-words.ts';
import { periodName } from './period-name.ts';

/** Chooses a template, a period and, where it is about one, a department. */
export function MakeDigest() {
  const { t, language } = useWords();
  const go = useNavigate();
  const { data } = useQuery({
    queryKey: ['documents', 'digest-templates'],
    queryFn: ({ signal }) => call<Page<ListedDocument>>('GET', '/digest-templates', { signal }),
  });
  const departments = useDepartments();
  const templates = (data?.items ?? []).filter(({ inForce }) => inForce !== null);
  const [code, setCode] = useState<string>();
  const [kind, setKind] = useState<'week' | 'month'>('week');
  const [day, setDay] = useState(() => dayjs().subtract(1, 'week'));
  const [department, setDepartment] = useState<string>();
  const chosen = templates.find((one) => one.code === code) ?? templates[0];
  const isOfDepartment = chosen?.inForce?.['scope'] === 'department';
  const open = () => {
    const period = periodName(kind, day);
    void go(`/digests/now${query({ template: chosen?.code, period, department: isOfDepartment ? department : undefined })}`);
  };
  return (
    <span className="row-end" role="group" aria-label={t('makeDigest')}>
      <Select
        aria-label={t('digestTemplate')}
        style={{ minWidth: 180 }}
        value={chosen?.code ?? null}
        options={templates.map((one) => ({ value: one.code, label: titleOf(one, language) }))}
        onChange={(next) => setCode(next ?? undefined)}
      />
      {isOfDepartment && (
        <Select
          aria-label={t('department')}
          style={{ minWidth: 140 }}
          allowClear
          placeholder={t('department')}
          value={department}
          options={departments.map((one) => ({ value: one.code, label: one.name }))}
          onChange={setDepartment}
        />
      )}
      <Segmented
        aria-label={t('periodKind')}
        value={kind}
        onChange={setKind}
        options={(['week', 'month'] as const).map((value) => ({ value, label: t(value) }))}
      />
      <DatePicker
        aria-label={t('period')}
        picker={kind}
        allowClear={false}
        value={day}
        onChange={(next: dayjs.Dayjs | null) => next && setDay(next)}
      />
      <Button type="primary" disabled={!chosen} onClick={open}>
        {t('make')}
      </Button>
    </span>
  );
}

/** Its title without what is only known of one digest. */
function titleOf({ code, inForce }: ListedDocument, language: 'zh' | 'en'): string {
  const texts = inForce?.['title'] as Partial<Record<'zh' | 'en', string>> | undefined;
  const title = texts?.[language] ?? texts?.zh ?? texts?.en ?? '';
  return (
    title
      .replaceAll(/\{\{[^{}]*\}\}/g, '')
      .replaceAll(/[:：]\s*$/g, '')
      .trim() || code
  );
}
