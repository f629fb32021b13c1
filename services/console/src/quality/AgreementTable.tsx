import { Card, Table, type TableColumnsType } from 'antd';
import { usePeople } from '../api/names.ts';
import { ScrollX } from '../look/ScrollX.tsx';
import type { SheetView } from '../rules/QualityDocuments.tsx';
import { qualityWords } from '../words/quality-words.ts';
import { useWords } from '../words/use-words.ts';
import type { CalibrationScoreView, CalibrationView } from './calibration-views.ts';

interface AgreementTableProps {
  readonly sheet: SheetView;
  readonly agreement: NonNullable<CalibrationView['agreement']>;
  readonly scores: readonly CalibrationScoreView[];
}
interface Row {
  readonly code: string;
  readonly name: string;
  readonly exact?: number;
  readonly alpha?: number;
}

/** How far inspectors gave the same, criterion by criterion, with what each gave on average beside it. */
export function AgreementTable({ sheet, agreement, scores }: AgreementTableProps) {
  const { say } = useWords();
  const inspectors = [...new Set(scores.map(({ inspector }) => inspector))];
  const nameOf = usePeople(inspectors);
  const nameOfCode = new Map(
    [...sheet.groups.flatMap(({ criteria }) => criteria), ...sheet.fatal].map(({ code, name }) => [code, name]),
  );
  const rows: readonly Row[] = [
    ...[...agreement.criteria, ...agreement.fatal].map((one) => ({ ...one, name: nameOfCode.get(one.code) ?? one.code })),
    { code: '', name: say(qualityWords, 'total'), ...agreement.score },
  ];
  const average = (inspector: string, code: string) => {
    const own = scores.filter((one) => one.inspector === inspector);
    const given = own.map(({ marks, fatal, score }) => {
      if (code === '') return score;
      return marks.find(({ criterion }) => criterion === code)?.points ?? (fatal.includes(code) ? 1 : 0);
    });
    return given.length === 0 ? '' : Math.round((given.reduce((sum, one) => sum + one, 0) / given.length) * 10) / 10;
  };
  const columns: TableColumnsType<Row> = [
    { title: say(qualityWords, 'criterion'), dataIndex: 'name' },
    ...inspectors.map((inspector) => ({
      title: nameOf(inspector),
      render: (_: unknown, { code }: Row) => <span className="figure">{average(inspector, code)}</span>,
    })),
    { title: say(qualityWords, 'exact'), render: (_, { exact }) => exact !== undefined && `${Math.round(exact * 100)}%` },
    { title: say(qualityWords, 'alpha'), render: (_, { alpha }) => (alpha === undefined ? '–' : alpha.toFixed(2)) },
  ];
  return (
    <Card size="small" title={say(qualityWords, 'agreement')}>
      <ScrollX>
        <Table<Row> size="small" rowKey="code" columns={columns} dataSource={[...rows]} pagination={false} />
      </ScrollX>
      <p className="quiet">{say(qualityWords, 'alphaMeans')}</p>
    </Card>
  );
}
