import { HeatMap } from './HeatMap.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { ReportCard } from './ReportCard.tsx';
import type { Asked } from './use-asked.ts';

/** How things stand: the figures that are asked for first, whether times are kept, how much there is, when it comes. */
export function Overview({ asked }: { readonly asked: Asked }) {
  return (
    <div className="stack">
      <KeyFigures asked={asked} />
      <ReportCard name="sla" asked={asked} by="department" />
      <ReportCard name="load" asked={asked} by="day" />
      <ReportCard name="ageing" asked={asked} by="department" />
      <HeatMap asked={asked} />
    </div>
  );
}
