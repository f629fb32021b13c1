import { Provider, type ClientMetadata } from 'oidc-provider';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** People as the provider knows them: what it says of whoever signs in there by this name. */
export interface Known {
  readonly preferred_username?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** A real provider (`oidc-provider`, certified) on loopback, with its own pages for signing in and agreeing. */
export class LoopbackProvider {
  readonly people = new Map<string, Known>();

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async start(): Promise<LoopbackProvider> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new LoopbackProvider(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  /** Once the address is known to which it sends people back. */
  serve(client: Pick<ClientMetadata, 'client_id' | 'client_secret'> & { readonly back: string }): void {
    const { back, ...named } = client;
    const provider = new Provider(this.issuer, {
      clients: [{ ...named, redirect_uris: [`${back}/oidc/callback`], post_logout_redirect_uris: [`${back}/`] }],
      claims: { openid: ['sub'], profile: ['preferred_username'], email: ['email', 'email_verified'] },
      cookies: { keys: ['a key of this run alone'] },
      pkce: { required: () => true },
      findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...this.people.get(sub) }) }),
    });
    this.server.on('request', provider.callback());
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => void this.server.close(() => done()));
  }
}
