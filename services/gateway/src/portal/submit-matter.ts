import type { Principal } from '@ledgerline/contracts';
import { visitorRole } from '@ledgerline/domain';
import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { CommandCalls } from '../command-call.js';
import { ProblemError } from '../problem.js';
import { readFormWithFiles, type FormLimits, type Entered } from './form-with-files.js';
import { MatterFilesDesk, type MatterFiles } from './matter-files.js';
import { readMatter, type Faults } from './new-matter.js';
import { PortalLimit } from './portal-limit.js';
import { PortalProof } from './portal-proof.js';
import type { PortalWord } from './portal-words.js';

export const visitor: Principal = { kind: 'caller', id: 'portal', roles: [visitorRole], departments: [] };

/** What was entered comes back with what is wrong; nothing that was typed is lost. */
export interface RefusedMatter {
  readonly kind: 'refused';
  readonly status: number;
  readonly entered: Entered;
  readonly faults: Faults;
  readonly message?: PortalWord;
}
export type SubmittedMatter = { readonly kind: 'registered'; readonly number: string; readonly secret: string } | RefusedMatter;

/** A matter from the public page, with its files or without: looked at before anything is stored, registered once. */
@Injectable()
export class SubmitMatter {
  private readonly submissions = new PortalLimit();

  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(PortalProof) private readonly proof: PortalProof,
    @Inject(MatterFilesDesk) private readonly desk: MatterFilesDesk,
  ) {}

  /** How much may come with a matter. */
  get limits(): FormLimits {
    return this.desk.limits;
  }

  async submit(request: FastifyRequest, raw: unknown): Promise<SubmittedMatter & { readonly entered: Entered }> {
    const files = this.desk.begin();
    let looked: { readonly refused: RefusedMatter | undefined } | undefined;
    /** Once: it uses up the challenge and one of the address's submissions. */
    const refusal = (entered: Entered) => (looked ??= { refused: this.refusalOf(entered, request.ip) }).refused;
    let entered: Entered = {};
    try {
      entered = raw instanceof Readable ? await this.received(request, raw, { files, refusal }) : textsIn(raw);
    } catch (error) {
      this.ledgerline.log.debug({ err: error }, 'a form with files was not read to its end');
      await files.discard();
      return { kind: 'refused', status: 400, entered, faults: new Map(), message: 'broken' };
    }
    const refused = refusal(entered) ?? faultOfFiles(entered, files);
    const outcome = refused ?? (await this.register(request, entered, files));
    if (outcome.kind === 'refused') await files.discard();
    return { ...(outcome.kind === 'refused' && files.wereChosen ? withFilesToChoose(outcome) : outcome), entered };
  }

  private received(
    { headers }: FastifyRequest,
    body: Readable,
    { files, refusal }: { readonly files: MatterFiles; readonly refusal: (entered: Entered) => RefusedMatter | undefined },
  ): Promise<Entered> {
    const take = (file: Parameters<MatterFiles['take']>[0], entered: Entered) =>
      files.take(file, () => refusal(entered) === undefined);
    return readFormWithFiles({ headers: headers as never, body, limits: files.limits, take });
  }

  private refusalOf(entered: Entered, address: string): RefusedMatter | undefined {
    const { challenge = '', work, sum } = entered;
    const proof = this.proof.check(challenge, { ...(work ? { work } : {}), ...(sum ? { sum } : {}) });
    const refused = { kind: 'refused', entered, faults: new Map() } as const;
    if (proof === 'stale') return { ...refused, status: 400, message: 'stale' };
    const read = readMatter(entered);
    const faults = new Map('faults' in read ? read.faults : []);
    if (proof === 'wrong') faults.set('sum', 'wrongSum');
    if (faults.size > 0) return { ...refused, status: 400, faults };
    if (this.proof.take(challenge) && !this.submissions.allows(address, proof))
      return { ...refused, status: 429, message: 'tooMany' };
    return undefined;
  }

  private async register(request: FastifyRequest, entered: Entered, files: MatterFiles): Promise<SubmittedMatter> {
    const read = readMatter(entered);
    if ('faults' in read) return { kind: 'refused', status: 400, entered, faults: read.faults };
    const unique = `portal ${this.proof.nameOf(entered['challenge'] ?? '')}`;
    try {
      const attachments = await files.record(visitor, request, unique);
      const body = { ...read.body, ...(attachments.length === 0 ? {} : { attachments }) };
      const { facts } = await this.commands.sendAs(visitor, request, { service: 'intake', call: 'register', body, unique });
      const { number, secret } = facts as { number: string; secret: string };
      return { kind: 'registered', number, secret };
    } catch (error) {
      const status = error instanceof ProblemError ? error.status : 503;
      const refused = { kind: 'refused', status, entered, faults: new Map<string, PortalWord>() } as const;
      const isItem = error instanceof ProblemError && error.problem.code === 'unknown-item';
      return isItem ? { ...refused, faults: new Map([['item', 'choose']]) } : { ...refused, message: 'unavailable' };
    }
  }
}

function faultOfFiles(entered: Entered, { fault }: MatterFiles): RefusedMatter | undefined {
  if (fault === undefined) return undefined;
  const status = fault === 'fileTooLarge' ? 413 : 400;
  return { kind: 'refused', status, entered, faults: new Map([['attachments', fault]]) };
}

/** A browser does not keep files in a page that is shown again. */
function withFilesToChoose(refused: RefusedMatter): RefusedMatter {
  if (refused.faults.has('attachments')) return refused;
  return { ...refused, faults: new Map([...refused.faults, ['attachments', 'chooseAgain']]) };
}

/** Fields of a form: texts, and no others. */
export function textsIn(raw: unknown): Entered {
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => typeof value === 'string')) as Entered;
}
