/** A word in both languages, side by side, so that neither can be forgotten. */
export type Pair = readonly [zh: string, en: string];
export type Pairs = Readonly<Record<string, Pair>>;
export type Language = 'zh' | 'en';
