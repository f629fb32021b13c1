import { Alert, Typography } from 'antd';

interface ToldOnceProps {
  readonly title: string;
  readonly text: string | undefined;
  readonly onSeen: () => void;
}

/** A secret that is shown this once. */
export function ToldOnce({ title, text, onSeen }: ToldOnceProps) {
  if (text === undefined) return null;
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={title}
      description={
        <Typography.Text code copyable>
          {text}
        </Typography.Text>
      }
      closable={{ onClose: onSeen }}
    />
  );
}
