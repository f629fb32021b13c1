import { Alert, Card, Tag } from 'antd';
import type { CustomerView } from '../api/people-views.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { Found } from '../look/Found.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { consentWords, customerWords } from '../words/customer-words.ts';
import { useWords } from '../words/use-words.ts';
import { useProfile } from './use-profile.ts';

/** What one may turn to them for: the last word counts. Who does not want to be called is not called, whatever they agreed to. */
export function ConsentCard({ customer }: { readonly customer: CustomerView }) {
  const { of, say } = useWords();
  const user = useUser();
  const inWords = useInWords();
  const asked = useProfile(customer);
  const { consents = [], profiles = [] } = asked.data ?? {};
  const act = { id: customer.id, refresh: ['customers'] } as const;
  const isTheirs = profiles.some((one) => one.customer === customer.id && one.doNotCall !== undefined);
  const actions = holdsOneOf(user, 'agent') && (
    <span className="actions">
      <ActionButton operation="/customers/{id}/give-consent" title={say(customerWords, 'giveConsent')} {...act} />{' '}
      <ActionButton operation="/customers/{id}/withdraw-consent" title={say(customerWords, 'withdrawConsent')} {...act} />{' '}
      {!isTheirs && <ActionButton operation="/customers/{id}/do-not-call" title={say(customerWords, 'setDoNotCall')} {...act} />}
    </span>
  );
  return (
    <Card size="small" title={say(customerWords, 'consents')} extra={actions}>
      {profiles.map(
        ({ customer: whose, doNotCall }) =>
          doNotCall && (
            <Alert
              key={whose}
              type="warning"
              showIcon
              title={say(customerWords, 'doNotCall')}
              description={inWords(doNotCall.reason)}
              {...(holdsOneOf(user, 'coordinator')
                ? {
                    action: (
                      <ActionButton
                        operation="/customers/{id}/do-not-call/lift"
                        id={whose}
                        refresh={['customers']}
                        title={say(customerWords, 'liftDoNotCall')}
                      />
                    ),
                  }
                : {})}
            />
          ),
      )}
      <Found asked={asked} nothing={consents.length === 0 && say(customerWords, 'noConsents')}>
        <ul className="lines">
          {consents.map(({ purpose, means, given, saidAt }) => (
            <li key={`${purpose}-${means}`} className="row-end">
              <span>
                {of(consentWords, purpose)} · {of(consentWords, means)} · <Instant at={saidAt} />
              </span>
              <Tag color={given ? 'green' : 'default'}>{say(customerWords, given ? 'agreed' : 'declined')}</Tag>
            </li>
          ))}
        </ul>
      </Found>
    </Card>
  );
}
