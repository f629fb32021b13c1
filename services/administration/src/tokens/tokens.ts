import { problem, type OptionallyReasoned, type QueryRequest } from '@ledgerline/contracts';
import { tokenFold, watchesHouse, type AccountEvent, type Token } from '@ledgerline/domain';
import { accountIdOf, commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { rejected, streamName } from '@ledgerline/kernel';
import { tokensCollection, type ListedToken } from './token-list.projection.js';
import { issuerStands } from './token-in-force.js';

/** `POST /tokens/{id}/revoke`: what it can still do is over with the next look at it. */
export async function revokeToken(request: CommandRequest<OptionallyReasoned>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!request.principal.roles.includes('administrator')) return problem('not-allowed');
  const handled = await ledgerline.commands.handle<OptionallyReasoned, Token, AccountEvent>(
    streamName('token', request.id),
    commandOf(request),
    {
      fold: tokenFold,
      decide: ({ reason }, token) => {
        if (token === undefined) return rejected('token-not-found');
        if (token.revoked) return rejected('already-revoked');
        return [{ type: 'TokenRevoked', data: reason === undefined ? {} : { reason } }];
      },
    },
  );
  return replyOf(request.id, handled);
}

export interface TokenQuery {
  readonly issuedBy?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** `GET /tokens`: what each may do, who issued it and when, and whether it is revoked. */
export async function listTokens({ body, principal }: QueryRequest<TokenQuery>, ledgerline: Ledgerline) {
  if (!watchesHouse(principal.roles)) return problem('not-allowed');
  const { issuedBy, limit = 50, cursor } = body;
  const where = { kind: 'token', ...(issuedBy === undefined ? {} : { issuedBy: accountIdOf(issuedBy, ledgerline) }) };
  const tokens = await ledgerline.live(tokensCollection);
  const page = await tokens.find({ where, sort: ['-issuedAt'], limit, ...(cursor === undefined ? {} : { cursor }) });
  const items = await Promise.all(page.items.map(({ document }) => withIssuer(document, ledgerline)));
  return { kind: 'page' as const, items, next: page.next ?? null };
}

/** `ended`: its issuer's account was deactivated since, and the token with it. */
export type ShownToken = ListedToken & { readonly ended: boolean };

async function withIssuer(token: ListedToken, ledgerline: Ledgerline): Promise<ShownToken> {
  return { ...token, ended: !(await issuerStands(token, ledgerline)) };
}
