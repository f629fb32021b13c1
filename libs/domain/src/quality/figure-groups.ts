/** What figures of quality are counted together by: whose work, which team's, of which month; or which criterion, which fatal error. */
export const figureGroups = ['agent', 'team', 'month', 'criterion', 'fatal'] as const;
export type FigureGroup = (typeof figureGroups)[number];
