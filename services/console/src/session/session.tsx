import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { call, Refusal, setActingFor, setCsrf, whenActingOtherwise, whenSignedOut } from '../api/client.ts';
import type { UserView } from '../api/views.ts';
import { forgetDrafts } from '../drafts/use-draft.ts';

interface SignedIn {
  readonly user: UserView;
  readonly csrf: string;
}

export interface Session {
  /** undefined: not known yet; null: nobody. */
  readonly user: UserView | null | undefined;
  /** The server cannot be reached, so that nobody knows. */
  readonly error: unknown;
  /** @param code where the account has a second factor */
  signIn(username: string, password: string, code?: string): Promise<void>;
  signOut(): Promise<void>;
  /** Acts for an absent person from now on, or as oneself again. */
  act(onBehalfOf: string | undefined): Promise<void>;
}

const SessionContext = createContext<Session | undefined>(undefined);

async function whoIsSignedIn(): Promise<SignedIn | null> {
  try {
    const signedIn = await call<SignedIn>('GET', '/session');
    setCsrf(signedIn.csrf);
    setActingFor(signedIn.user.onBehalfOf);
    return signedIn;
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) return null;
    throw error;
  }
}

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const { data, error } = useQuery({ queryKey: ['session'], queryFn: whoIsSignedIn, staleTime: Infinity });
  useEffect(() => whenSignedOut(() => client.setQueryData(['session'], null)), [client]);
  useEffect(() => whenActingOtherwise(() => void client.invalidateQueries()), [client]);
  const signIn = useCallback(
    async (username: string, password: string, code?: string) => {
      const headers = { 'ledgerline-session': 'cookie' };
      const answer = await call<SignedIn>('POST', '/session', {
        body: { username, password, ...(code ? { code } : {}) },
        headers,
      });
      setCsrf(answer.csrf);
      setActingFor(undefined);
      client.setQueryData(['session'], answer);
    },
    [client],
  );
  const way = data?.user.way;
  const signOut = useCallback(async () => {
    await call('DELETE', '/session');
    forgetDrafts();
    // Whoever signed in at a provider is signed in there still.
    if (way === 'oidc') return location.assign('/oidc/sign-out');
    client.setQueryData(['session'], null);
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  }, [client, way]);
  const act = useCallback(async (onBehalfOf: string | undefined) => {
    await (onBehalfOf === undefined
      ? call('DELETE', '/session/acting')
      : call('POST', '/session/acting', { body: { onBehalfOf } }));
    // Another desk: nothing that was shown to the one is left for the other.
    location.assign('/');
  }, []);
  const session = useMemo(
    () => ({ user: data === undefined ? undefined : (data?.user ?? null), error, signIn, signOut, act }),
    [data, error, signIn, signOut, act],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('used outside of the session');
  return session;
}

/** The one who is signed in; pages are shown to no one else. */
export function useUser(): UserView {
  const { user } = useSession();
  if (!user) throw new Error('nobody is signed in');
  return user;
}

/** True where the user holds one of these roles or one that implies it, as the server tells: what is offered; what is allowed it says again. */
export function holdsOneOf({ holds }: Pick<UserView, 'holds'>, ...wanted: readonly string[]): boolean {
  return holds.some((role) => wanted.includes(role));
}
