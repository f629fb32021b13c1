import type { Pairs } from './pair.ts';

/** What the pages of problems and known errors say; they come with those pages. */
export const knownErrorWords = {
  lead: [
    '反复出现的故障背后的原因：在彻底解决之前怎么办，以及哪些工单由它引起。',
    'The causes behind faults that come again and again: what helps until they are gone, and which tickets come of them.',
  ],
  open: ['登记问题', 'Open a problem'],
  linkTo: ['关联问题', 'Link to a problem'],
  which: ['问题', 'Problem'],
  none: ['没有问题', 'No problems'],
  search: ['搜索问题', 'Search problems'],
  unresolved: ['未解决', 'Not resolved'],
  knownError: ['已知错误', 'Known errors'],
  resolved: ['已解决', 'Resolved'],
  all: ['全部', 'All'],
  title: ['标题', 'Title'],
  matter: ['适用', 'Fits'],
  tickets: ['由它引起的工单', 'Tickets that come of it'],
  linked: ['{linked} 件', '{linked}'],
  linkedOpen: ['{linked} 件，未办结 {open} 件', '{linked}, {open} open'],
  openOnly: ['只看未办结', 'Open only'],
  noTickets: ['没有可见的工单', 'No tickets that you can see'],
  workaround: ['变通办法', 'What helps'],
  noWorkaround: ['还没有变通办法', 'Nothing is known that helps yet'],
  cause: ['原因', 'Cause'],
  version: ['第 {n} 版', 'Version {n}'],
  fix: ['最终解决', 'Fixed for good'],
  openTicketsLeft: ['问题已解决，还有 {n} 件未办结工单待处理', 'It is resolved. Open tickets still to be answered: {n}'],
  openedBy: ['登记人', 'Opened by'],
  openedAt: ['登记时间', 'Opened'],
  history: ['经过', 'What happened'],
  confidential: ['涉密', 'Confidential'],
  unlink: ['移出', 'Unlink'],
  link: ['关联本工单', 'Link this ticket'],
  isLinked: ['本工单已关联', 'This ticket is linked'],
  known: ['已知问题', 'Known problems'],
  noneKnown: ['没有相符的已知问题', 'No known problem fits'],
  readOut: ['可告知来电人', 'Tell the caller'],
} satisfies Pairs;

export const problemStatusWords = {
  open: ['查找原因', 'Cause unknown'],
  'known-error': ['已知错误', 'Known error'],
  resolved: ['已解决', 'Resolved'],
} satisfies Pairs;

/** Steps of a problem by their names in the API. */
export const problemStepWords = {
  link: ['关联工单', 'Link tickets'],
  unlink: ['移出', 'Unlink'],
  describe: ['修改说明', 'Describe it better'],
  'declare-known-error': ['确认原因与变通办法', 'Declare cause and workaround'],
  'withdraw-workaround': ['撤回变通办法', 'Withdraw the workaround'],
  resolve: ['已解决', 'Resolved'],
  reopen: ['重新打开', 'Reopen'],
} satisfies Pairs;

/** Its events by their wire names. */
export const problemEventWords = {
  ProblemOpened: ['登记', 'Opened'],
  ProblemDescribed: ['修改说明', 'Described anew'],
  ProblemTicketLinked: ['关联工单', 'A ticket was linked'],
  ProblemTicketUnlinked: ['移出工单', 'A ticket was unlinked'],
  KnownErrorDeclared: ['确认原因与变通办法', 'Cause and workaround declared'],
  WorkaroundWithdrawn: ['撤回变通办法', 'Workaround withdrawn'],
  ProblemResolved: ['解决', 'Resolved'],
  ProblemReopened: ['重新打开', 'Reopened'],
} satisfies Pairs;
