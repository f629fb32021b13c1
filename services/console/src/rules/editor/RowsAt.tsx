import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Card } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../words/use-words.ts';
import { usePlace } from './editing.tsx';
import { moved } from './json-pointer.ts';

interface RowsAtProps {
  readonly at: string;
  readonly label: string;
  /** What a new row begins with. */
  readonly blank: unknown;
  readonly row: (at: string, place: number) => ReactNode;
  /** Their order says nothing. */
  readonly unordered?: boolean;
}

/** A list of a document: rows that are added, moved and taken away, each with fields of its own. */
export function RowsAt({ at, label, blank, row, unordered = false }: RowsAtProps) {
  const { t } = useWords();
  const { value, set, fault } = usePlace<readonly unknown[]>(at);
  const rows = value ?? [];
  return (
    <Card size="small" title={label} role="group" aria-label={label}>
      {fault !== undefined && <Alert type="error" showIcon title={fault} />}
      {rows.map((_, place) => (
        <div key={place} className="document-row" role="group" aria-label={`${label} ${place + 1}`}>
          <div className="grow">{row(`${at}/${place}`, place)}</div>
          <span className="row-buttons">
            {!unordered && (
              <>
                <Button
                  icon={<ArrowUpOutlined />}
                  aria-label={t('moveUp')}
                  disabled={place === 0}
                  onClick={() => set(moved(rows, place, -1))}
                />
                <Button
                  icon={<ArrowDownOutlined />}
                  aria-label={t('moveDown')}
                  disabled={place === rows.length - 1}
                  onClick={() => set(moved(rows, place, 1))}
                />
              </>
            )}
            <Button icon={<DeleteOutlined />} aria-label={t('remove')} onClick={() => set(rows.toSpliced(place, 1))} />
          </span>
        </div>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => set([...rows, blank])}>
        {t('addRow')}
      </Button>
    </Card>
  );
}
