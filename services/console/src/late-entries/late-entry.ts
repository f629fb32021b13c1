/** A row as `POST /late-entries` tells of it. */
export interface ToldRow {
  readonly line: number;
  readonly reference?: string;
  readonly status: 'registered' | 'repeated' | 'refused';
  readonly id?: string;
  readonly number?: string;
  readonly code?: string;
  readonly errors?: readonly { readonly column: string; readonly detail: string }[];
}

export interface LateEntries {
  readonly rows: number;
  readonly registered: number;
  readonly repeated: number;
  readonly refused: number;
  readonly items: readonly ToldRow[];
}

/** A table with one row that shows what goes where; spreadsheets know by the mark in front that it is UTF-8. */
export const template = `\uFEFFreference,occurredAt,channel,kind,level,item,subject,description,callerName,callerPhone,anonymous,address,district
A-001,2026-01-05T09:30:00+08:00,phone,complaint,general,other,示例主题,示例内容（上传前请删除这一行）,王女士,13800000000,,,
`;
