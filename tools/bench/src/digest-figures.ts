import { isOfReport, kindOfPeriod, lastPeriod, periodBefore, type DigestPeriod, type DigestTemplate } from '@ledgerline/domain';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAnalytics } from './analytics-log.js';
import { askers } from './dashboards.js';
import { print } from './figure.js';
import { departments, year } from './sample-fact-rows.js';

const shipped = join(import.meta.dirname, '../../../services/administration/src/installation/shipped');
const timeZone = 'Asia/Shanghai';

/** How long a shipped digest takes to make over the facts of so many tickets: a week of one department, a month of the centre. */
export async function digestFigures({ answers }: Pick<OpenAnalytics, 'answers'>, tickets: number): Promise<void> {
  const [auditor, , manager] = askers;
  for (const [name, kind, principal] of [['department-digest', 'week', manager], ['executive-report', 'month', auditor]] as const) {
    const template = JSON.parse(readFileSync(join(shipped, `${name}.json`), 'utf8')) as DigestTemplate;
    const sections = template.sections.filter(({ section }) => isOfReport(section));
    const period = lastPeriod(kind, year.to, timeZone);
    const question = {
      sections,
      scope: template.scope,
      ...(template.scope === 'department' ? { department: departments[3] } : {}),
      timeZone,
      kind: kindOfPeriod(period.name),
      period: inMilliseconds(period),
      before: inMilliseconds(periodBefore(period, timeZone)),
      beginnings: Array.from({ length: 8 }, (_, n) => inMilliseconds(periodBefore(period, timeZone, n)).from),
      principal,
      now: year.to,
    };
    const ask = answers['digest'] as (asked: object) => Promise<{ readonly kind: string; readonly sections?: readonly object[] }>;
    const [began, before] = [performance.now(), process.cpuUsage()];
    const answer = await ask(question);
    if (answer.sections?.length !== sections.length) throw new Error(`${name} was answered with ${JSON.stringify(answer)}`);
    const { user, system } = process.cpuUsage(before);
    const milliseconds = performance.now() - began;
    print({ bench: 'digest', tickets, name, sections: sections.length, milliseconds, cpuMilliseconds: (user + system) / 1_000 });
  }
} // prettier-ignore

function inMilliseconds({ from, to }: DigestPeriod) {
  return { from: Temporal.Instant.from(from).epochMilliseconds, to: Temporal.Instant.from(to).epochMilliseconds };
}
