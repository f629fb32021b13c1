import type { Principal } from '@ledgerline/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AttachmentContents, fileNameIn, mediaTypeIn, type PutContent } from '../attachment-contents.js';
import { CommandCalls } from '../command-call.js';
import type { FormLimits, SentFile } from './form-with-files.js';
import type { PortalWord } from './portal-words.js';

/** Files that come with one matter at most, and bytes of each. */
export const [mostFiles, largestFile] = [5, 10 * 1024 * 1024];

interface PutFile extends PutContent {
  readonly mediaType: string;
  readonly name?: string;
}

/** The files of one matter on their way in: put one by one, recorded together, gone again where the matter is refused. */
export class MatterFiles {
  private readonly files: PutFile[] = [];
  private wrong: PortalWord | undefined;
  private chosen = 0;

  constructor(
    private readonly contents: AttachmentContents,
    private readonly commands: CommandCalls,
    readonly limits: FormLimits,
  ) {}

  /** What is wrong with them. */
  get fault(): PortalWord | undefined {
    return this.wrong;
  }

  /** True where somebody chose files: a page that is shown again does not have them any more. */
  get wereChosen(): boolean {
    return this.chosen > 0;
  }

  /** @param isWanted false: what was entered before is refused, and nothing is stored */
  take({ name, mediaType, content }: SentFile, isWanted: () => boolean): Promise<void> | undefined {
    this.chosen += 1;
    if (this.chosen > this.limits.files) this.wrong ??= 'tooManyFiles';
    const type = mediaTypeIn(mediaType);
    if (type === undefined) this.wrong ??= 'notAFile';
    if (type === undefined || this.wrong !== undefined || !isWanted()) return undefined;
    return this.put(content, type, fileNameIn(name));
  }

  private async put(content: SentFile['content'], mediaType: string, name: string | undefined): Promise<void> {
    const put = await this.contents.put(content, this.limits.bytes + 1);
    this.files.push({ ...put, mediaType, ...(name === undefined ? {} : { name }) });
    if (content.truncated) this.wrong ??= 'fileTooLarge';
  }

  /** @returns their ids, for the matter that they belong to */
  async record(principal: Principal, request: FastifyRequest, unique: string): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const [place, { content, ...data }] of this.files.entries()) {
      const call = { service: 'intake', call: 'store-attachment', body: { data, content }, unique: `${unique} file ${place}` };
      const stored = await this.commands.sendAs(principal, request, call);
      if (stored.repeated) await this.contents.delete({ content });
      ids.push(stored.id);
    }
    return ids;
  }

  /** Nothing of them stays. */
  async discard(): Promise<void> {
    for (const file of this.files.splice(0)) await this.contents.delete(file);
  }
}

/** Takes in the files of matters. */
@Injectable()
export class MatterFilesDesk {
  constructor(
    @Inject(AttachmentContents) private readonly contents: AttachmentContents,
    @Inject(CommandCalls) private readonly commands: CommandCalls,
  ) {}

  get limits(): FormLimits {
    return { files: mostFiles, bytes: Math.min(largestFile, this.contents.limit) };
  }

  begin(): MatterFiles {
    return new MatterFiles(this.contents, this.commands, this.limits);
  }
}
