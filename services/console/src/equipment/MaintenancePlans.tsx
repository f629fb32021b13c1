import { Card, Tag } from 'antd';
import { ActionButton } from '../commands/ActionButton.tsx';
import { usePossibleSteps } from '../commands/StepBar.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { equipmentStepWords, equipmentWords } from '../words/equipment-words.ts';
import { useWords } from '../words/use-words.ts';
import type { EquipmentView, MaintenancePlanView } from './equipment-views.ts';

/** What is to be done to it, how often, when next and when it was done last. */
export function MaintenancePlans({ equipment: { id, plans } }: { readonly equipment: EquipmentView }) {
  const { say } = useWords();
  return (
    <Card size="small" title={say(equipmentWords, 'plans')}>
      {plans.length === 0 && <span className="quiet">{say(equipmentWords, 'noPlans')}</span>}
      <ol className="lines">
        {plans.map((plan) => (
          <OnePlan key={plan.plan} id={id} plan={plan} />
        ))}
      </ol>
    </Card>
  );
}

function OnePlan({ id, plan }: { readonly id: string; readonly plan: MaintenancePlanView }) {
  const { say, of } = useWords();
  const inWords = useInWords();
  const possible = usePossibleSteps('equipment', id);
  const { title, schedule, remindDays, remindTime, due, lastDoneOn, ended } = plan;
  const { everyDays, everyMonths, dates } = schedule;
  const steps = (['record-maintenance', 'revise-maintenance', 'end-maintenance'] as const).filter(
    (step) => !ended && possible.includes(step) && (step !== 'record-maintenance' || due !== undefined),
  );
  const initial = { plan: plan.plan };
  return (
    <li>
      <span className="row-end">
        <strong>{inWords(title)}</strong>
        <span className="quiet">
          {everyDays !== undefined && say(equipmentWords, 'everyDays', { n: everyDays })}
          {everyMonths !== undefined && say(equipmentWords, 'everyMonths', { n: everyMonths })}
          {dates && say(equipmentWords, 'onDates', { dates: dates.join(' · ') })}
        </span>
        {ended && <Tag>{say(equipmentWords, 'planEnded')}</Tag>}
        {!ended && due === undefined && <Tag color="green">{say(equipmentWords, 'finished')}</Tag>}
      </span>
      {!ended && due && (
        <div className="figure">
          {say(equipmentWords, 'dueOn', { date: due.dueOn })}{' '}
          {due.plannedOn !== due.dueOn && (
            <span className="quiet">{say(equipmentWords, 'plannedOn', { date: due.plannedOn })}</span>
          )}
        </div>
      )}
      {lastDoneOn && <div className="quiet figure">{say(equipmentWords, 'lastDoneOn', { date: lastDoneOn })}</div>}
      <span className="row-end">
        {steps.map((step, place) => (
          <ActionButton
            key={step}
            type={place === 0 ? 'primary' : 'default'}
            operation={`/equipment/{id}/${step}`}
            id={id}
            draftOf={`${id}.${plan.plan}`}
            title={of(equipmentStepWords, step)}
            initial={
              step === 'revise-maintenance' ? { ...initial, ...schedule, title: inWords(title), remindDays, remindTime } : initial
            }
            without={['plan']}
            refresh={['equipment']}
          />
        ))}
      </span>
    </li>
  );
}
