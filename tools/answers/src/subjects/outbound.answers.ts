import type { CommandNow, ListedCalls } from '@ledgerline/gateway/answers';
import type {
  CampaignResults,
  OneCall,
  OneCampaign,
  OnePursuit,
  ShownCall,
  ShownCampaign,
  ShownPursuit,
} from '@ledgerline/outreach/answers';
import type { Accepted, Made, Page, Whole } from '../answer-shapes.ts';

/** What the centre calls of itself: campaigns and their calls, sales leads, customers at risk. */
export interface OutboundAnswers extends PursuitsAnswers {
  'get /campaigns': Page<ShownCampaign>;
  'post /campaigns': Made;
  'get /campaigns/{id}': OneCampaign;
  'get /campaigns/{id}/commands': Whole<CommandNow>;
  'get /campaigns/{id}/results': CampaignResults;
  'get /campaigns/{id}/calls': Page<ShownCall>;
  'post /campaigns/{id}/calls': ListedCalls;
  /** `id`: of the call. */
  'post /campaigns/{id}/next-call': Accepted;
  'get /campaigns/{id}/calls/{call}': OneCall;
  'post /campaigns/{id}/calls/{call}/{step}': Accepted;
  'post /campaigns/{id}/{step}': Accepted;
}

type PursuitPath = 'leads' | 'at-risk-customers';

type PursuitsAnswers = { [Call in `get /${PursuitPath}`]: Page<ShownPursuit> } & { [Call in `post /${PursuitPath}`]: Made } & {
  [Call in `get /${PursuitPath}/{id}`]: OnePursuit;
} & { [Call in `get /${PursuitPath}/{id}/commands`]: Whole<CommandNow> } & {
  [Call in `post /${PursuitPath}/{id}/{step}`]: Accepted;
};
