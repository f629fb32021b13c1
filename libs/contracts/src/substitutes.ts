import { IsOptional } from 'class-validator';
import { longest, OptionalText, Text, Username } from './bounds.js';
import { IsInstant } from './instants.js';

/** Who stands in during an absence; accounts by id or username. */
export class NameSubstitute {
  /** Whose absence it is; the asker's own unless given. */
  @IsOptional() @Username() absent?: string;
  @Username() substitute!: string;
  /** From now on where it is left out. */
  @IsOptional() @IsInstant() from?: string;
  @IsInstant() until!: string;
  @Text(longest.reason) reason!: string;
}
export class EndSubstitution {
  @OptionalText(longest.reason) reason?: string;
}
/** For whom this session acts from now on. */
export class BeginActing {
  @Username() onBehalfOf!: string;
}
