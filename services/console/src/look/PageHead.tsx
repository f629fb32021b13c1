import { Typography } from 'antd';
import type { ReactNode } from 'react';

/** The heading of a page, and what stands beside it. */
export function PageHead({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="row-end">
      <Typography.Title level={1} style={{ fontSize: 18, margin: 0 }}>
        {title}
      </Typography.Title>
      <span className="grow" />
      {children}
    </div>
  );
}
