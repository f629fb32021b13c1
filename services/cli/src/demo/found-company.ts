import { AdministrationModule, createAccount, hashPassword, isPassword } from '@ledgerline/administration';
import { accountFold, type Account, type AccountEvent, type DocumentType } from '@ledgerline/domain';
import { accountIdOf } from '@ledgerline/host';
import { rejected, streamName } from '@ledgerline/kernel';
import { company } from './company.js';
import type { Desk } from './desk.js';

const administrator = { kind: 'system', id: 'demo', roles: ['system', 'administrator'], departments: [] } as const;

/** What there is before the first ticket: departments, accounts, a calendar, the routing table. */
export async function foundCompany(password: string, desk: Desk): Promise<void> {
  await AdministrationModule.service.onStart?.(desk.ledgerline);
  for (const department of company.departments) {
    const request = {
      id: department.code,
      command: desk.idOf(`department ${department.code}`),
      body: department,
      principal: administrator,
    };
    await desk.give('administration', 'create-department', request);
  }
  const passwordHash = await hashPassword(password);
  for (const person of company.people) {
    const request = { id: person.username, command: desk.idOf(`account ${person.username}`), body: {}, principal: administrator };
    await createAccount(request, { ...person, unrestricted: false, passwordHash }, desk.ledgerline);
  }
  await putInForce('calendar', company.calendar, desk);
  await putInForce('routing-table', company.routingTable, desk);
}

/** Who is told what by itself, from now on: the digests of the weeks since then come when the server starts. */
export async function scheduleDigests(desk: Desk): Promise<void> {
  for (const schedule of company.digestSchedules) await putInForce('digest-schedule', schedule, desk, ` ${schedule.code}`);
}

/** Drafted by the coordinator and approved by an executive (R6.5). @param which tells several of a type apart */
async function putInForce(type: DocumentType, body: { readonly code: string }, desk: Desk, which = ''): Promise<void> {
  const give = async (call: string, who: string, more: object) => {
    const request = {
      id: body.code,
      command: desk.idOf(`${call} ${type}${which}`),
      body: { type, code: body.code, ...more },
      principal: desk.personOf(who),
    };
    const reply = await desk.give('administration', call, request);
    return reply.kind === 'accepted' ? reply.facts : undefined;
  };
  const draft = (await give('draft-document', 'zhao.yan', { body }))?.['draft'];
  await give('submit-document', 'zhao.yan', { draft });
  await give('approve-document', 'liang.wei', { draft });
}

/** Everybody's password is this one, also where an earlier start had another; that of `admin` where it is not set for it alone. */
export async function setPasswords(password: string, desk: Desk): Promise<void> {
  const first = desk.ledgerline.configuration.adminPassword === undefined ? ['admin'] : [];
  const accounts = await Promise.all(
    [...first, ...company.people.map(({ username }) => username)].map(async (username) => {
      const stream = streamName('account', accountIdOf(username, desk.ledgerline));
      return { stream, account: (await desk.ledgerline.commands.current(stream, accountFold)).state };
    }),
  );
  const passwordHash = await hashPassword(password);
  const asked = new Map<unknown, boolean>();
  for (const { stream, account } of accounts) {
    const hash = account?.passwordHash as string | undefined;
    if (!asked.has(hash)) asked.set(hash, await isPassword(password, hash));
    if (asked.get(hash)) continue;
    await desk.ledgerline.commands.handle<unknown, Account, AccountEvent>(
      stream,
      { id: desk.idOf(`password ${desk.now}`), data: {}, actor: { kind: 'system', id: 'demo', roles: ['system'] } },
      {
        fold: accountFold,
        decide: (_command, state) =>
          state === undefined
            ? rejected('account-not-found')
            : [{ type: 'PasswordSet', data: { person: state.person, passwordHash } }],
      },
    );
  }
}
