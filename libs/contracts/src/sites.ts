import { Code, longest, Text } from './bounds.js';

export class OpenSite {
  @Code() code!: string;
  @Text(longest.line) name!: string;
}
export class RenameSite {
  @Text(longest.line) name!: string;
  @Text(longest.reason) reason!: string;
}
