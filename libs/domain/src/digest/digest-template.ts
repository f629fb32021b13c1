import { renderTemplate } from '../template/message-template.js';
import type { InBothLanguages } from '../calendar/deadline-sentence.js';
import type { DigestScope, DigestSectionName, ReportSectionName } from './digest-sections.js';

export type DigestTexts = Readonly<Partial<InBothLanguages>>;

/** Which sections a digest has, in which order, under which titles (R11): a governed document that the centre changes as it likes. */
export interface DigestTemplate {
  readonly code: string;
  readonly effectiveFrom: string;
  readonly scope: DigestScope;
  readonly title: DigestTexts;
  readonly intro?: DigestTexts;
  readonly sections: readonly ChosenSection[];
}

export interface ChosenSection {
  readonly section: DigestSectionName;
  /** Instead of the section's own. */
  readonly title?: DigestTexts;
  readonly intro?: DigestTexts;
  /** Lines of its table at most, the largest first. */
  readonly rows?: number;
  /** Tickets named at most, the newest first. */
  readonly tickets?: number;
  /** Of repeated faults: from how many on. */
  readonly atLeast?: number;
}

/** One whose figures are a report's. */
export type ReportSection = ChosenSection & { readonly section: ReportSectionName };

/** What stands where a template says nothing. */
export const usualRows = 10;
export const usualTickets = 10;
export const usualRepeats = 3;

/** What titles and introductions may name, with an example. */
export const digestVariables: Readonly<Record<string, string>> = { period: '2026-W10', department: '质量部' };

/** A text of a template in both languages: where one is missing, the other stands for it. */
export function digestText(texts: DigestTexts, values: Readonly<Record<string, string>>): InBothLanguages {
  const { zh = texts.en ?? '', en = texts.zh ?? '' } = texts;
  return { zh: rendered(zh, values), en: rendered(en, values) };
}

/** A template that was checked names nothing that has no value. */
function rendered(text: string, values: Readonly<Record<string, string>>): string {
  const made = renderTemplate(text, values);
  return 'text' in made ? made.text : text;
}
