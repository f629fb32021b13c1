import type { Principal } from '@ledgerline/contracts';
import { LEDGERLINE, sleep, type Ledgerline } from '@ledgerline/host';
import { LogRestored, UnknownPosition, type Position, type StoredCommit } from '@ledgerline/kernel';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ProblemError } from '../problem.js';
import { CallsOfAccounts, isOfCall } from './calls-of-accounts.js';
import type { Change, ChangeListener } from './change-listener.js';
import { hearsOf, listOf } from './told-lists.js';

/** Milliseconds in which changes are gathered before anybody is told: many events of a ticket are one change. */
const gathers = 150;
/** Changed tickets that are told one by one; of more, screens are told to look anew. */
const mostTold = 500;
/** Commits that a screen which comes back is told of; after a longer absence it looks anew. */
const mostMissed = 1_000;
const mostListeners = 5_000;
const system: Principal = { kind: 'system', id: 'gateway', roles: ['system'], departments: [] };

/**
 * Follows the log while anybody listens, and tells each screen which of the tickets that its user may see have changed. The rule of
 * who sees what stays in `reporting`: asked once a round for each different kind of user, not once a screen.
 */
@Injectable()
export class ChangeFeed implements OnModuleDestroy {
  private readonly listeners = new Set<ChangeListener>();
  private following: AbortController | undefined;
  private readonly changed = new Set<string>();
  private readonly changedLists = new Set<string>();
  private readonly calls = new CallsOfAccounts();
  /** Accounts whose live calls changed. */
  private readonly called = new Set<string>();
  private reached: Position | undefined;

  constructor(@Inject(LEDGERLINE) private readonly ledgerline: Ledgerline) {}

  /** Every screen that is open here. */
  get all(): Iterable<ChangeListener> {
    return this.listeners;
  }

  /** @throws ProblemError too-many-requests */
  add(listener: ChangeListener): void {
    if (this.listeners.size >= mostListeners) throw new ProblemError({ code: 'too-many-requests' });
    this.listeners.add(listener);
    if (this.following) return;
    this.following = new AbortController();
    void this.keepFollowing(AbortSignal.any([this.following.signal, this.ledgerline.supervision.signal]));
  }

  remove(listener: ChangeListener): void {
    this.listeners.delete(listener);
    if (this.listeners.size > 0) return;
    this.following?.abort();
    this.following = undefined;
  }

  /** What a screen missed since the position that it names. */
  async catchUp(listener: ChangeListener, since: string): Promise<void> {
    try {
      const commits = await this.ledgerline.store.read(since as Position, mostMissed);
      const last = commits.at(-1);
      if (!last) return;
      if (commits.length === mostMissed) return listener.reset(last.position);
      if (commits.some(isOfCall)) listener.calls(last.position);
      const [changes] = await this.visible(idsOf(commits), last.position, [listener.principal]);
      listener.changed(changes ?? [], last.position);
      tellOfLists(new Set(commits.flatMap(({ stream }) => listOf(stream) ?? [])), [listener]);
    } catch (error) {
      if (!(error instanceof LogRestored) && !(error instanceof UnknownPosition)) throw error;
      listener.reset(await this.ledgerline.store.end());
    }
  }

  onModuleDestroy(): void {
    this.following?.abort();
    for (const listener of this.listeners) listener.end();
  }

  /** A failure is logged, and the screens are told to look anew once it is over: nothing is silently missed. */
  private async keepFollowing(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await Promise.all([this.follow(signal), this.tell(signal)]);
      } catch (error) {
        this.ledgerline.log.error({ err: error }, 'following the log for open screens failed');
        await sleep(1_000, signal);
        const end = await this.ledgerline.store.end().catch(() => undefined);
        if (end !== undefined) for (const listener of this.listeners) listener.reset(end);
      }
    }
  }

  private async follow(signal: AbortSignal): Promise<void> {
    const after = await this.ledgerline.store.end();
    for await (const commits of this.ledgerline.store.follow(after, { signal })) {
      for (const id of idsOf(commits)) if (this.changed.size <= mostTold) this.changed.add(id);
      for (const commit of commits) {
        const list = listOf(commit.stream);
        if (list !== undefined) this.changedLists.add(list);
        for (const account of this.calls.concernedBy(commit)) this.called.add(account);
      }
      this.reached = commits.at(-1)?.position ?? this.reached;
    }
  }

  private async tell(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await sleep(gathers, signal);
      const { reached } = this;
      tellOfLists(this.changedLists, this.listeners);
      this.changedLists.clear();
      if (reached === undefined) continue;
      this.tellOfCalls(reached);
      if (this.changed.size === 0) continue;
      const ids = [...this.changed];
      this.changed.clear();
      if (ids.length > mostTold) for (const listener of this.listeners) listener.reset(reached);
      else await this.tellOf(ids, reached);
    }
  }

  private tellOfCalls(reached: Position): void {
    if (this.called.size === 0) return;
    for (const listener of this.listeners) if (this.called.has(listener.principal.id)) listener.calls(reached);
    this.called.clear();
  }

  private async tellOf(ids: readonly string[], reached: Position): Promise<void> {
    const byRights = Map.groupBy(this.listeners, ({ principal }) =>
      JSON.stringify([principal.id, principal.onBehalfOf, principal.roles, principal.departments]),
    );
    const groups = [...byRights.values()];
    const askers = groups.map(([first]) => (first as ChangeListener).principal);
    const visible = await this.visible(ids, reached, askers);
    for (const [place, group] of groups.entries()) for (const listener of group) listener.changed(visible[place] ?? [], reached);
  }

  private async visible(ids: readonly string[], after: Position, askers: readonly Principal[]) {
    const message = { body: { ids, askers }, principal: system, after };
    const answer = await this.ledgerline.ask<{ kind: string; code?: string; visible: readonly (readonly Change[])[] }>(
      'reporting',
      'visible-changes',
      message,
    );
    if (answer.kind === 'problem') throw new Error(`changes cannot be told: ${answer.code}`);
    return answer.visible;
  }
}

function tellOfLists(lists: ReadonlySet<string>, listeners: Iterable<ChangeListener>): void {
  if (lists.size === 0) return;
  for (const listener of listeners) listener.listsChanged([...lists].filter((list) => hearsOf(list, listener.principal)));
}

function idsOf(commits: readonly StoredCommit[]): readonly string[] {
  const streams = commits.map(({ stream }) => stream).filter((stream) => stream.startsWith('ticket.'));
  return [...new Set(streams)].map((stream) => stream.slice('ticket.'.length));
}
