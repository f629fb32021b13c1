import { inUtc, type OpenPursuit } from '@ledgerline/contracts';
import { powerOf, type MaybePursuit, type PursuitEvent, type PursuitKind, type PursuitSource } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** With whom it is, who sees it through, and what it came of. */
export interface About {
  readonly kind: PursuitKind;
  readonly customer: string;
  readonly person: string;
  /** Whoever opens it, where nobody is named. */
  readonly owner?: string;
  readonly department: string;
  readonly source: PursuitSource;
  readonly origin?: string;
}

/** R9: somebody sees it through from now on. */
export function openPursuit({ owner, ...about }: About): Decide<OpenPursuit, MaybePursuit, PursuitEvent> {
  return ({ title, text, product, why, next }, pursuit, circumstances) => {
    if (pursuit !== undefined) return rejected('pursuit-exists');
    if (next !== undefined && inUtc(next.dueBy) <= circumstances.at)
      return rejected('due-date-has-passed', { dueBy: inUtc(next.dueBy) });
    const said = {
      title,
      ...(text === undefined ? {} : { text }),
      ...(product === undefined ? {} : { product }),
      ...(why === undefined ? {} : { why }),
    };
    const opened: PursuitEvent = { type: 'PursuitOpened', data: { ...about, ...said, owner: owner ?? powerOf(circumstances) } };
    return next === undefined ? [opened] : [opened, planned(about.person, next)];
  };
}

/** What comes next, as it is kept. */
export function planned(person: string, { step, dueBy }: { readonly step: string; readonly dueBy: string }): PursuitEvent {
  return { type: 'NextStepPlanned', data: { person, step, dueBy: inUtc(dueBy) } };
}
