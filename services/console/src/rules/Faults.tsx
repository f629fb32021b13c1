import { Alert } from 'antd';
import type { BodyFaultView } from '../api/views.ts';
import { useWords } from '../words/use-words.ts';

/** Every fault of a document with where it is; fields say their own beside this. */
export function Faults({ code, errors }: { readonly code: string; readonly errors: readonly BodyFaultView[] }) {
  const { problem, fault } = useWords();
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={problem(code)}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {errors.map(({ pointer, detail, code: name }) => (
            <li key={pointer + detail}>
              <code>{pointer}</code> {fault(detail, name)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
