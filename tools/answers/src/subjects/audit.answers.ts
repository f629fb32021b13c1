import type { AuditedEvent, ErasureState, ListedRequest, SelfApproval } from '@ledgerline/administration/answers';
import type { ShownCheckpoint, ShownKey, ShownVerification } from '@ledgerline/gateway/answers';
import type { StreamProof } from '@ledgerline/kernel';
import type { Page, Whole, Written } from '../answer-shapes.ts';

/** What concerns the person of a ticket, or a customer: whose it was is named as it was asked. */
export interface OfPerson extends Written {
  readonly ticket?: string;
  readonly customer?: string;
}

/** An erasure was ordered; where the installation wants two persons, it waits for the second until it expires. */
export interface ErasureOrdered extends OfPerson {
  readonly state?: 'requested';
  readonly expiresAt?: string;
}

/** Who did and looked at what, proofs, erasure, exports. */
export interface AuditAnswers {
  'get /audit/sign-ins': Page<AuditedEvent>;
  'get /audit/permission-changes': Page<AuditedEvent>;
  'get /audit/exports': Page<AuditedEvent>;
  'get /audit/self-approvals': Whole<SelfApproval>;
  'post /erasures': ErasureOrdered;
  'get /erasures': Page<ListedRequest>;
  'post /erasures/confirm': OfPerson;
  'post /erasures/refuse': OfPerson;
  'get /erasures/{ticket}': Omit<ErasureState, 'kind'>;
  'get /erasures/customers/{id}': Omit<ErasureState, 'kind'>;
  'post /legal-holds': OfPerson;
  'post /legal-holds/release': OfPerson;
  'get /audit/verify': ShownVerification;
  /** `latest`: null before anything was signed. */
  'get /audit/checkpoints': Page<ShownCheckpoint> & {
    readonly latest: ShownCheckpoint | null;
    readonly keys: readonly ShownKey[];
  };
  'get /audit/proof': StreamProof;
}
