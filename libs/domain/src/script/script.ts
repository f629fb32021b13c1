/** Kinds of answers. What is said in words, and a date, is about the person and is kept with their key; the others are counted. */
export const questionTypes = ['yes-no', 'one-of', 'several-of', 'number', 'scale', 'date', 'text'] as const;
export type QuestionType = (typeof questionTypes)[number];

export interface Option {
  readonly code: string;
  readonly label: string;
}

/** After this answer (of several: where it is among them) it goes on there: at a later question, or at the end. */
export interface Branch {
  readonly if: string | number | boolean;
  readonly goTo: string;
}
export const theEnd = 'end';

interface Asked {
  /** A code that stands for the question in answers. */
  readonly id: string;
  /** What the agent reads out. */
  readonly text: string;
  readonly optional?: boolean;
  readonly branches?: readonly Branch[];
}
export type ScriptQuestion = Asked &
  (
    | { readonly type: 'yes-no' | 'date' | 'text' }
    | { readonly type: 'one-of' | 'several-of'; readonly options: readonly Option[] }
    | { readonly type: 'number'; readonly least: number; readonly most: number; readonly unit?: string }
    | { readonly type: 'scale'; readonly least: number; readonly most: number; readonly low?: string; readonly high?: string }
  );

/** What an agent says and asks on an outbound call (R9): a governed document. */
export interface Script {
  readonly code: string;
  readonly effectiveFrom: string;
  readonly title: string;
  readonly opening?: string;
  readonly closing?: string;
  readonly questions: readonly ScriptQuestion[];
}

export type ScriptAnswer = boolean | number | string | readonly string[];
export type ScriptAnswers = Readonly<Record<string, ScriptAnswer>>;

/** Of answers the part that is kept with the person's key. */
export function isSaidInWords({ type }: Pick<ScriptQuestion, 'type'>): boolean {
  return type === 'text' || type === 'date';
}
