import { isErased, type Sealed } from '../api/views.ts';

/** What was sealed, where it is there and was not erased. */
export function known<Value>(sealed: Sealed<Value>): Value | undefined {
  return sealed === null || isErased(sealed) ? undefined : (sealed as Value | undefined);
}
