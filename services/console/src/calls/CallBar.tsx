import { holdsOneOf, useUser } from '../session/session.tsx';
import { callWords } from '../words/call-words.ts';
import { useWords } from '../words/use-words.ts';
import { OfferedCall } from './OfferedCall.tsx';
import { useOwnCalls } from './own-calls.ts';
import { SpokenCall } from './SpokenCall.tsx';

/** Around every page of whoever takes calls: the call that one speaks on, and those that colleagues want to hand over. In another's name nobody takes any. */
export function CallBar() {
  const user = useUser();
  const { say } = useWords();
  const calls = useOwnCalls(holdsOneOf(user, 'agent') && user.onBehalfOf === undefined);
  if (calls.length === 0) return null;
  return (
    <section aria-label={say(callWords, 'bar')} className="call-bar">
      {calls.map((one) => (one.agent === user.id ? <SpokenCall key={one.id} of={one} /> : <OfferedCall key={one.id} of={one} />))}
    </section>
  );
}
