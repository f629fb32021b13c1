import { keptWord, later, type ExistingOutgoingMail, type OutgoingMail, type OutgoingMailEvent } from '@ledgerline/domain';
import { isErased, rejected, type Decide, type HandOver } from '@ledgerline/kernel';

/** Minutes between the attempts at a mail that its server wants later; the last one again and again. */
const pauses = [1, 5, 15, 60, 120, 240];

/**
 * ADR 0045: on record before a byte goes out. What was begun and has no end may have been heard: it goes once more, and not a second time.
 *
 * @param mayGo false where its ticket has become confidential since: it does not go any more (R7.2)
 */
export function beginSending(giveUpHours: number, mayGo: boolean): Decide<unknown, OutgoingMail, OutgoingMailEvent> {
  return (_command, mail, { at }) => {
    if (mail === undefined) return rejected('outgoing-mail-not-found');
    if (mail.dueAt === undefined || mail.dueAt > at) return rejected('mail-not-due', { state: mail.state });
    if (isErased(mail.to)) return refused(mail, 'erased');
    const again = isUnheardOf(mail);
    if (again && mail.again) return uncertain;
    if (!mayGo || isGivenUp(mail, at, giveUpHours)) return givenUp(mail);
    return [{ type: 'OutgoingMailBegun', data: { attempt: mail.attempt + 1, ...(again ? { again } : {}) } }];
  };
}

/** While no server is there that it could be begun with. */
export function giveUp(hours: number): Decide<unknown, OutgoingMail, OutgoingMailEvent> {
  return (_command, mail, { at }) =>
    mail?.dueAt !== undefined && isGivenUp(mail, at, hours) ? givenUp(mail) : rejected('mail-not-due');
}

/** The last attempt may have been heard. */
function isUnheardOf({ state, unknown }: ExistingOutgoingMail): boolean {
  return state === 'begun' || unknown === true;
}

/** What the last attempt may have sent is not: it goes once more first. */
function isGivenUp(mail: ExistingOutgoingMail, at: string, hours: number): boolean {
  return !isUnheardOf(mail) && at > later(mail.askedAt, hours * 60);
}

/** Of one that may have gone in some attempt nobody knows: that it has not is not said of it. */
function givenUp(mail: ExistingOutgoingMail): OutgoingMailEvent[] {
  return isUnheardOf(mail) || mail.again ? uncertain : refused(mail, 'given-up');
}

const uncertain: OutgoingMailEvent[] = [{ type: 'OutgoingMailUncertain', data: {} }];

/** What the server said to this attempt; another one, begun since by another process, has its own. */
export function endSending(attempt: number, end: HandOver): Decide<unknown, OutgoingMail, OutgoingMailEvent> {
  return (_command, mail, { at }) => {
    if (mail?.state !== 'begun' || mail.attempt !== attempt) return rejected('attempt-is-over');
    const { person } = mail;
    const nextAt = later(at, pauses[Math.min(attempt, pauses.length) - 1] as number);
    switch (end.kind) {
      case 'taken':
        return [{ type: 'OutgoingMailHandedOver', data: { person, attempt, ...wordOf(end) } }];
      case 'deferred':
        return [{ type: 'OutgoingMailDeferred', data: { person, attempt, nextAt, ...wordOf(end) } }];
      case 'refused':
        return [{ type: 'OutgoingMailRefused', data: { person, why: 'refused', ...wordOf(end) } }];
      case 'unknown':
        if (mail.again) return uncertain;
        return [{ type: 'OutgoingMailDeferred', data: { person, attempt, nextAt, unknown: true } }];
    }
  };
}

/** The server certainly has nothing of it: it is tried when there is one again, and that is not held against it. */
export function letBe(attempt: number): Decide<unknown, OutgoingMail, OutgoingMailEvent> {
  return (_command, mail, { at }) =>
    mail?.state === 'begun' && mail.attempt === attempt
      ? [{ type: 'OutgoingMailDeferred', data: { person: mail.person, attempt, nextAt: later(at, 1) } }]
      : rejected('attempt-is-over');
}

function refused({ person }: ExistingOutgoingMail, why: 'given-up' | 'erased'): OutgoingMailEvent[] {
  return [{ type: 'OutgoingMailRefused', data: { person, why } }];
}

function wordOf({ code, said }: { readonly code?: number; readonly said: string }) {
  return { ...(code === undefined ? {} : { code }), said: keptWord(said) };
}
