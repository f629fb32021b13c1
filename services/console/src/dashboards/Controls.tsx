import { FilterOutlined } from '@ant-design/icons';
import { Button, Popover, Select, Tag } from 'antd';
import { kinds, levels, ticketChannels } from '@ledgerline/contracts/words';
import { useDepartments, useSites } from '../api/ticket-queries.ts';
import { dashboardWords, dimensionWords } from '../words/report-words.ts';
import { useWords } from '../words/use-words.ts';
import { PeriodPicker } from './PeriodPicker.tsx';
import { commonFilters } from './report-shapes.ts';
import type { Asked } from './use-asked.ts';
import { useGroupName } from './use-group-name.ts';

interface ControlsProps {
  readonly asked: Asked;
  /** By what one can divide here; nothing where there is no choice. */
  readonly dimensions: readonly string[];
  readonly hasPeriod?: boolean;
}

/** Over which days, by what, of which tickets: for every report of the page. */
export function Controls({ asked, dimensions, hasPeriod = true }: ControlsProps) {
  const { t, of, say } = useWords();
  const nameOf = useGroupName();
  const { where, by, set } = asked;
  const chosen = by !== undefined && dimensions.includes(by) ? by : undefined;
  return (
    <div className="row-end" role="group" aria-label={say(dashboardWords, 'narrow')}>
      {hasPeriod && <PeriodPicker asked={asked} />}
      {dimensions.length > 0 && (
        <Select
          size="middle"
          style={{ minWidth: 120 }}
          allowClear
          aria-label={say(dashboardWords, 'dimension')}
          placeholder={say(dashboardWords, 'dimension')}
          value={chosen}
          onChange={(value: string | undefined) => set({ by: value })}
          options={dimensions.map((value) => ({ value, label: of(dimensionWords, value) }))}
        />
      )}
      <Popover trigger="click" placement="bottomLeft" content={<Filters asked={asked} />}>
        <Button size="middle" icon={<FilterOutlined />}>
          {say(dashboardWords, 'narrow')}
        </Button>
      </Popover>
      {Object.entries(where).map(([column, value]) => {
        const name = nameOf(column, value);
        return (
          <Tag
            key={column}
            color="blue"
            closable={{ 'aria-label': say(dashboardWords, 'widen', { name }) }}
            onClose={() => set({ [column]: undefined })}
          >
            {of(dimensionWords, column)}
            {t('colon')}
            {name}
          </Tag>
        );
      })}
    </div>
  );
}

function Filters({ asked: { where, set } }: { readonly asked: Asked }) {
  const { of, t } = useWords();
  const nameOf = useGroupName();
  const departments = useDepartments().map(({ code }) => code);
  const sites = useSites().map(({ code }) => code);
  const values: Readonly<Record<string, readonly string[]>> = { department: departments, kind: kinds, level: levels, channel: ticketChannels, site: sites }; // prettier-ignore
  return (
    <div style={{ display: 'grid', gap: 8, width: 240 }}>
      {commonFilters.map((column) => (
        <label key={column} style={{ display: 'grid', gap: 2 }}>
          {of(dimensionWords, column)}
          <Select
            size="middle"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={of(dimensionWords, column)}
            placeholder={t('all')}
            value={where[column]}
            options={(values[column] ?? []).map((value) => ({ value, label: nameOf(column, value) }))}
            onChange={(value: string | undefined) => set({ [column]: value })}
          />
        </label>
      ))}
    </div>
  );
}
