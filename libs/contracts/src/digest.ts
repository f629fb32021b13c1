/** What a digest is to whoever reads it, over HTTP and on the bus. Titles and texts are in both languages; the rest are codes and numbers. */
export interface InTwoLanguages {
  readonly zh: string;
  readonly en: string;
}

export interface DigestColumn {
  readonly name: string;
  readonly title: InTwoLanguages;
}

export type DigestFigures = Readonly<Record<string, number | null>>;

export interface DigestLine {
  readonly group: Readonly<Record<string, string | number>>;
  readonly figures: DigestFigures;
  /** Of the period before. */
  readonly before: DigestFigures;
  /** Address of the tickets behind it. */
  readonly tickets: string;
}

export interface ShownDigestSection {
  readonly section: string;
  /** Which report was asked, and how narrowed. */
  readonly report: string;
  readonly where: Readonly<Record<string, string>>;
  /** Another beginning than the period's. */
  readonly from?: string;
  /** The report is about the present, and has no period. */
  readonly isPresent?: true;
  readonly title: InTwoLanguages;
  readonly intro: InTwoLanguages | null;
  readonly means: InTwoLanguages;
  readonly group: readonly DigestColumn[];
  readonly figures: readonly DigestColumn[];
  readonly compared: readonly string[];
  readonly rows: readonly DigestLine[];
  /** Lines beyond those shown. */
  readonly more: number;
  readonly total: { readonly figures: DigestFigures; readonly before: DigestFigures };
  /** Tickets named by id; what they say is for whoever may see them today. */
  readonly listed?: { readonly cell: string; readonly tickets: readonly string[]; readonly more: boolean };
  /** Proposals named by id, instead of tickets. */
  readonly proposals?: { readonly ids: readonly string[]; readonly more: boolean };
  readonly tickets: string;
}

export interface ShownDigest {
  /** Of one that was delivered. */
  readonly id?: string;
  readonly title: InTwoLanguages;
  readonly intro: InTwoLanguages | null;
  readonly scope: 'department' | 'centre';
  readonly department?: string;
  readonly departmentName: string | null;
  readonly template: { readonly code: string; readonly draft: number };
  readonly timeZone: string;
  readonly period: { readonly name: string; readonly from: string; readonly to: string; readonly title: InTwoLanguages };
  readonly before: { readonly name: string; readonly from: string; readonly to: string };
  readonly asOf: string;
  /** Up to where in the log it knows. */
  readonly position: string | null;
  readonly sections: readonly ShownDigestSection[];
}
