import { Popover } from 'antd';
import { absenceWords, rosterWords } from '../words/roster-words.ts';
import { useWords } from '../words/use-words.ts';
import { CellPicker } from './CellPicker.tsx';
import type { RosterDayView, RosterView } from './roster-views.ts';
import { shiftNames } from './shift-names.ts';

interface CellProps {
  readonly roster: RosterView;
  readonly day: RosterDayView;
  readonly account: string;
  readonly shifts: readonly string[] | undefined;
  readonly away: string | undefined;
  readonly mayPlan: boolean;
  readonly isPicked: boolean;
  readonly onPick: (isPicked: boolean) => void;
}

/** What somebody has on a day. There are thousands of them: what is heavier than a title is made for the one that is picked. */
export function RosterCell({ roster, day: { date, published }, account, shifts, away, mayPlan, isPicked, onPick }: CellProps) {
  const { say, of } = useWords();
  const text = shifts === undefined ? '' : shiftNames(shifts, roster.shifts, say(rosterWords, 'dayOff'));
  const why = away && (away === 'away' ? say(rosterWords, 'away') : of(absenceWords, away));
  const kind = shifts === undefined ? 'unplanned' : shifts.length === 0 ? 'off' : 'on';
  const close = () => onPick(false);
  return (
    <td className={`${kind} ${published ? '' : 'open'} ${away ? 'away' : ''}`} title={why}>
      {mayPlan ? (
        <button
          type="button"
          aria-label={[date, text || say(rosterWords, 'notPlanned'), why ?? ''].join(' ')}
          onClick={() => onPick(true)}
        >
          {text || '\u00a0'}
        </button>
      ) : (
        text
      )}
      {isPicked && (
        <Popover
          open
          trigger="click"
          onOpenChange={close}
          content={<CellPicker roster={roster} account={account} date={date} published={published} onDone={close} />}
        >
          <span />
        </Popover>
      )}
    </td>
  );
}
