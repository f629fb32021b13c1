import type {
  ComputedDue,
  ComputedWork,
  DocumentDifferences,
  ListedDepartment,
  OneDepartment,
  OneDocument,
  ShownDocument,
  ShownSite,
} from '@ledgerline/administration/answers';
import type { DocumentFault, ExplainedRoute } from '@ledgerline/domain';
import type { DocumentPreview } from '@ledgerline/reporting/answers';
import type { Accepted, Made, Page } from '../answer-shapes.ts';

/** The paths of governed documents: all of one shape. */
export type DocumentPath =
  | 'policies'
  | 'calendars'
  | 'routing-tables'
  | 'items'
  | 'templates'
  | 'rules'
  | 'duty-rotas'
  | 'digest-templates'
  | 'digest-schedules'
  | 'score-sheets'
  | 'sampling-rules'
  | 'probation-rules'
  | 'telephony-rules'
  | 'scripts';

type DocumentsAnswers = { [Call in `get /${DocumentPath}`]: Page<ShownDocument> } & {
  /** Its id is `code.draft`; a draft that may be incomplete tells what is still wrong with it. */
  [Call in `post /${DocumentPath}`]: Made & { readonly faults: readonly DocumentFault[] };
} & { [Call in `post /${DocumentPath}/validate`]: { readonly valid: boolean; readonly errors: readonly DocumentFault[] } } & {
  [Call in `get /${DocumentPath}/{id}`]: OneDocument;
} & { [Call in `get /${DocumentPath}/{id}/differences`]: DocumentDifferences & { readonly next: null } } & {
  [Call in `post /${DocumentPath}/{id}/preview`]: DocumentPreview;
} & { [Call in `post /${DocumentPath}/{id}/{step}`]: Made };

/** What is governed: departments, sites, documents, calendars. */
export interface HouseAnswers extends DocumentsAnswers {
  'get /departments': Page<ListedDepartment>;
  'get /departments/{id}': OneDepartment;
  'post /departments/{id}/{change}': Accepted;
  'get /sites': Page<ShownSite>;
  'post /sites': Made & { readonly code: string };
  'post /sites/{id}/{change}': Accepted;
  'post /departments': Made & { readonly code: string };
  /** `table`: the version that was tried, as `code.draft`. */
  'post /routing-tables/try': ExplainedRoute & { readonly table: string };
  'post /calendars/compute': ComputedDue | ComputedWork;
}
