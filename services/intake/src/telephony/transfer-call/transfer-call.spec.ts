import { describe, expect, test } from '@jest/globals';
import { callFold, type CallEvent, type CallStanding, type CallState } from '@ledgerline/domain';
import { actorOf, given } from '@ledgerline/kernel/contracts';
import { acceptTransfer, declineTransfer, offerTransfer, withdrawTransfer } from './transfer-call.decision.js';

const [zhang, wang, li] = ['zhang', 'wang', 'li'].map((id) => actorOf(['agent'], ['hotline'], id));
const at = (second: number) => `2026-03-04T02:00:${String(second).padStart(2, '0')}.000Z`;
const standings: Partial<Record<CallState, CallStanding>> = {
  queued: 'waiting',
  answered: 'talking',
  held: 'held',
  retrieved: 'talking',
};
/** @param speaks who has it then */
const told = (state: CallState, second: number, speaks = 'zhang'): CallEvent => ({
  type: 'CallStatesTold',
  data: {
    states: [{ id: `s${second}`, state, occurredAt: at(second), ...(state === 'answered' ? { agent: speaks } : {}) }],
    now: { standing: standings[state] ?? 'over', since: at(second), agent: speaks },
  },
});
const withZhang = [told('queued', 1), told('answered', 5, 'zhang')];
const between = { transfer: 1, by: 'zhang', to: 'wang' };
const offered: CallEvent = { type: 'CallTransferOffered', data: { ...between, ticket: 't1' } };
const accepted: CallEvent = { type: 'CallTransferAccepted', data: between };
const declined: CallEvent = { type: 'CallTransferDeclined', data: between };
const on = (...history: readonly CallEvent[]) => given(callFold, ...history);
const toWang = offerTransfer({ to: 'wang', state: 'ready', ticket: 't1' });

describe('a live call that is handed over', () => {
  test('is offered by who speaks, taken, and over once the other one answers', () => {
    expect(on(...withZhang).when(toWang, { to: 'wang' }, zhang)).toEqual([offered]);
    expect(on(...withZhang, told('held', 8), offered).when(acceptTransfer, {}, wang)).toEqual([accepted]);
    const over = on(...withZhang, offered, accepted, told('answered', 20, 'wang'));
    expect(over.when(withdrawTransfer, {}, zhang)).toMatchObject({ rejection: 'no-transfer-offered' });
    expect(over.when(offerTransfer({ to: 'li' }), { to: 'li' }, wang)).toMatchObject([{ data: { transfer: 2, by: 'wang' } }]);
  });

  test('does not come back with the call: what it went past, or what it waited again after, is over', () => {
    const back = on(...withZhang, offered, accepted, told('answered', 20, 'wang'), told('answered', 30, 'zhang'));
    expect(back.when(acceptTransfer, {}, wang)).toMatchObject({ rejection: 'no-transfer-offered' });
    expect(back.when(toWang, { to: 'wang' }, zhang)).toMatchObject([{ data: { transfer: 2, by: 'zhang', to: 'wang' } }]);
    const queuedAgain = on(...withZhang, offered, told('queued', 20), told('answered', 30, 'zhang'));
    expect(queuedAgain.when(acceptTransfer, {}, wang)).toMatchObject({ rejection: 'no-transfer-offered' });
    const heldMeanwhile = on(...withZhang, offered, told('held', 20), told('retrieved', 30));
    expect(heldMeanwhile.when(acceptTransfer, {}, wang)).toEqual([accepted]);
  });

  test('stays with who has it where it is declined, also after it was accepted, or withdrawn', () => {
    expect(on(...withZhang, offered).when(declineTransfer, {}, wang)).toEqual([declined]);
    expect(on(...withZhang, offered, accepted).when(declineTransfer, {}, wang)).toEqual([declined]);
    expect(on(...withZhang, offered, accepted).when(withdrawTransfer, {}, zhang)).toEqual([{ type: 'CallTransferWithdrawn', data: between }]); // prettier-ignore
    expect(on(...withZhang, offered, declined).when(toWang, { to: 'wang' }, zhang)).toMatchObject([{ data: { transfer: 2 } }]);
  });

  test.each<[string, readonly CallEvent[], ReturnType<typeof offerTransfer>, typeof zhang, object]>([
    ['that nobody told of', [], toWang, zhang, { rejection: 'call-not-found' }],
    ['that still waits', [told('queued', 1)], toWang, zhang, { rejection: 'nobody-speaks', standing: 'waiting' }],
    ['that is over', [...withZhang, told('ended', 30)], toWang, zhang, { rejection: 'nobody-speaks', standing: 'over' }],
    ['of a colleague', withZhang, toWang, li, { rejection: 'not-your-call' }],
    ['to oneself', withZhang, offerTransfer({ to: 'zhang' }), zhang, { rejection: 'transfer-to-oneself' }],
    ['that is offered already', [...withZhang, offered], offerTransfer({ to: 'li' }), zhang, { rejection: 'transfer-already-offered', to: 'wang' }],
    ['to who has a break', withZhang, offerTransfer({ to: 'wang', state: 'break' }), zhang, { rejection: 'agent-not-there', state: 'break' }],
    ['to who is signed off', withZhang, offerTransfer({ to: 'wang', state: 'off' }), zhang, { rejection: 'agent-not-there', state: 'off' }],
  ])('is not offered: one %s', (_what, history, decide, who, refusal) =>
    expect(on(...history).when(decide, { to: 'x' }, who)).toMatchObject(refusal)); // prettier-ignore

  test.each<[string, readonly CallEvent[], typeof acceptTransfer, typeof zhang, string]>([
    ['twice', [...withZhang, offered, accepted], acceptTransfer, wang, 'transfer-already-accepted'],
    ['by somebody else', [...withZhang, offered], acceptTransfer, li, 'transfer-not-to-you'],
    ['after it was declined', [...withZhang, offered, declined], acceptTransfer, wang, 'no-transfer-offered'],
    ['after the caller hung up', [...withZhang, offered, told('ended', 30)], acceptTransfer, wang, 'nobody-speaks'],
  ])('is not taken %s', (_when, history, decide, who, rejection) =>
    expect(on(...history).when(decide, {}, who)).toMatchObject({ rejection })); // prettier-ignore

  test('is withdrawn by who offered it alone', () =>
    expect(on(...withZhang, offered).when(withdrawTransfer, {}, wang)).toMatchObject({ rejection: 'not-your-call' }));
});
