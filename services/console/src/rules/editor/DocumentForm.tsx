import { Form } from 'antd';
import type { BodyFaultView } from '../../api/views.ts';
import { useWords } from '../../words/use-words.ts';
import type { DocumentKind } from '../document-kinds.ts';
import { CalendarForm } from './CalendarForm.tsx';
import { DigestScheduleForm } from './DigestScheduleForm.tsx';
import { DigestTemplateForm } from './DigestTemplateForm.tsx';
import { DutyRotaForm } from './DutyRotaForm.tsx';
import { EditingProvider } from './editing.tsx';
import { InstantAt } from './fields.tsx';
import { ItemsForm } from './ItemsForm.tsx';
import { PolicyForm } from './PolicyForm.tsx';
import { ProbationRuleForm } from './ProbationRuleForm.tsx';
import { RoutingForm } from './RoutingForm.tsx';
import { SamplingRuleForm } from './SamplingRuleForm.tsx';
import { ScoreSheetForm } from './ScoreSheetForm.tsx';
import { ScriptForm } from './ScriptForm.tsx';
import { TelephonyRuleForm } from './TelephonyRuleForm.tsx';
import { RuleForm, TemplateForm } from './TextForms.tsx';
import './editor.css';

const forms: Readonly<Record<DocumentKind['path'], () => React.ReactNode>> = {
  policies: PolicyForm,
  calendars: CalendarForm,
  'routing-tables': RoutingForm,
  items: ItemsForm,
  'duty-rotas': DutyRotaForm,
  templates: TemplateForm,
  rules: RuleForm,
  'digest-templates': DigestTemplateForm,
  'digest-schedules': DigestScheduleForm,
  'score-sheets': ScoreSheetForm,
  'sampling-rules': SamplingRuleForm,
  'probation-rules': ProbationRuleForm,
  'telephony-rules': TelephonyRuleForm,
  scripts: ScriptForm,
};

interface DocumentFormProps {
  readonly type: DocumentKind['path'];
  readonly document: unknown;
  readonly faults: readonly BodyFaultView[];
  readonly change: (document: unknown) => void;
}

/** A document by fields: what kind of document it is decides which. */
export function DocumentForm({ type, document, faults, change }: DocumentFormProps) {
  const { t } = useWords();
  const Fields = forms[type];
  return (
    <EditingProvider document={document} faults={faults} change={change}>
      <Form layout="vertical" size="middle" component="div">
        <div className="fields">
          <InstantAt at="/effectiveFrom" label={t('effectiveFrom')} />
        </div>
        <Fields />
      </Form>
    </EditingProvider>
  );
}
