import { Grid, Table, type TableColumnsType } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { usePeople } from '../api/names.ts';
import type { TicketView } from '../api/views.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useTouched } from '../live/touched.ts';
import { useWords } from '../words/use-words.ts';
import { placeOf } from './place-of.ts';
import { useTicketColumns } from './use-ticket-columns.tsx';

interface TicketTableProps {
  readonly items: readonly TicketView[];
  readonly loading: boolean;
  readonly chosen: readonly string[];
  readonly onChosen: (ids: readonly string[]) => void;
  readonly onEnd: () => void;
  /** The list is of this moment: its tickets are looked at as they stood, and nothing is done to them. */
  readonly at?: string;
}

/** Rows that are out of sight are not drawn: the list may have as many as there are. */
export function TicketTable({ items, loading, chosen, onChosen, onEnd, at: then }: TicketTableProps) {
  const { t } = useWords();
  const go = useNavigate();
  const isWide = Grid.useBreakpoint().md ?? true;
  const [box, size] = useSize();
  const [at, setAt] = useState(-1);
  const touched = useTouched();
  const nameOf = usePeople(items.flatMap(({ parts }) => parts.map(({ handler }) => handler)));
  const columns: TableColumnsType<TicketView> = useTicketColumns(nameOf, isWide, then);
  const data = useMemo(() => [...items], [items]);
  const open = (ticket: TicketView | undefined) => ticket && void go(placeOf(ticket, then));
  useKeys({
    j: () => setAt((now) => Math.min(now + 1, items.length - 1)),
    k: () => setAt((now) => Math.max(now - 1, 0)),
    Enter: () => open(items[at]),
  });
  return (
    <div ref={box} className="grow" style={{ minHeight: 0 }}>
      {size.height > 0 && (
        <Table<TicketView>
          virtual
          size="small"
          rowKey="id"
          columns={columns}
          dataSource={data}
          loading={loading}
          pagination={false}
          locale={{ emptyText: t('nothingHere') }}
          scroll={{ x: isWide ? Math.max(size.width, 960) : size.width, y: size.height - 40 }}
          {...(isWide && then === undefined
            ? {
                rowSelection: { selectedRowKeys: [...chosen], onChange: (keys) => onChosen(keys.map(String)), columnWidth: 40 },
              }
            : {})}
          rowClassName={(ticket, index) => `${touched.has(ticket.id) ? 'touched' : ''} ${index === at ? 'chosen' : ''}`}
          onRow={(ticket) => ({ onClick: () => open(ticket) })}
          onScroll={({ currentTarget }) => {
            const { scrollTop, clientHeight, scrollHeight } = currentTarget;
            if (scrollTop + clientHeight > scrollHeight - 800) onEnd();
          }}
        />
      )}
    </div>
  );
}

function useSize() {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return [box, size] as const;
}
