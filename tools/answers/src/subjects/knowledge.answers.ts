import type { ArticleLine, OneArticle } from '@ledgerline/administration/answers';
import type {
  CallerOfProposal,
  OneProblem,
  OneProposal,
  ShownProblem,
  ShownProposal,
  TicketOfProblem,
} from '@ledgerline/department/answers';
import type { CommandNow } from '@ledgerline/gateway/answers';
import type { Accepted, Made, Page, Whole } from '../answer-shapes.ts';

/** What is known and what is to become better: articles, problems, proposals. */
export interface KnowledgeAnswers {
  'get /knowledge': Page<ArticleLine>;
  /** Its id is `code.draft`. */
  'post /knowledge': Made & { readonly code: string };
  'get /knowledge/{id}': OneArticle;
  'post /knowledge/{id}/{step}': Made;
  'get /proposals': Page<ShownProposal>;
  'post /proposals': Made;
  'get /proposals/{id}': OneProposal;
  'get /proposals/{id}/callers': Page<CallerOfProposal>;
  'get /proposals/{id}/commands': Whole<CommandNow>;
  'post /proposals/{id}/{step}': Accepted;
  'get /problems': Page<ShownProblem>;
  'post /problems': Made;
  'get /problems/{id}': OneProblem;
  'get /problems/{id}/tickets': Page<TicketOfProblem>;
  'get /problems/{id}/commands': Whole<CommandNow>;
  'post /problems/{id}/{step}': Accepted;
}
