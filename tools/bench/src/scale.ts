/** How much each bench does. Ratios of a smoke run mean nothing: it shows that everything runs. */
export interface Scale {
  readonly burstSeconds: number;
  /** Turns of floor and product; figures are medians over them. */
  readonly rounds: number;
  readonly tickets: number;
  readonly sustainedSeconds: number;
  readonly sustainedTickets: number;
  readonly streams: number;
  readonly foldedStreams: number;
  readonly foldPasses: number;
  readonly verifiedStreams: number;
  readonly deadlines: number;
  readonly filledTickets: number;
  readonly analysedTickets: number;
  readonly comparedTickets: number;
  /** How often the same tickets stand in the facts, and how often each comparison is made. */
  readonly comparedTimes: number;
  readonly comparedRounds: number;
  readonly reportedTickets: number;
  readonly reportRounds: number;
  readonly shortList: number;
  readonly longList: number;
  readonly listCalls: number;
  readonly shortSheet: number;
  readonly longSheet: number;
  readonly sheetCalls: number;
  readonly warned: number;
  readonly registrations: number;
}

export const full: Scale = {
  burstSeconds: 10,
  rounds: 3,
  tickets: 500,
  sustainedSeconds: 300,
  sustainedTickets: 2_000,
  streams: 1_000,
  foldedStreams: 4_000,
  foldPasses: 10,
  verifiedStreams: 8_000,
  deadlines: 500_000,
  filledTickets: 20_000,
  analysedTickets: 8_000,
  comparedTickets: 20_000,
  comparedTimes: 50,
  comparedRounds: 1,
  reportedTickets: 1_000_000,
  reportRounds: 5,
  shortList: 1_000,
  longList: 100_000,
  listCalls: 2_000,
  shortSheet: 1_000,
  longSheet: 1_000_000,
  sheetCalls: 500,
  warned: 10_000,
  registrations: 20_000,
};

export const smoke: Scale = {
  burstSeconds: 0.3,
  rounds: 1,
  tickets: 20,
  sustainedSeconds: 5,
  sustainedTickets: 20,
  streams: 50,
  foldedStreams: 40,
  foldPasses: 2,
  verifiedStreams: 40,
  deadlines: 5_000,
  filledTickets: 300,
  analysedTickets: 100,
  comparedTickets: 100,
  comparedTimes: 2,
  comparedRounds: 1,
  reportedTickets: 2_000,
  reportRounds: 1,
  shortList: 1_000,
  longList: 3_000,
  listCalls: 100,
  shortSheet: 1_000,
  longSheet: 5_000,
  sheetCalls: 50,
  warned: 100,
  registrations: 200,
};
