/** Why an import cannot be done, or not go on, with the exit code that says whose affair it is: 2 the caller's, 1 everything else. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';

  constructor(
    readonly exitCode: 1 | 2,
    readonly code: string,
    message: string,
    readonly errors?: readonly { readonly pointer: string; readonly detail: string }[],
  ) {
    super(message);
  }
}

const callersAffair = ['invalid-mapping', 'missing-columns', 'unusable-header', 'ENOENT', 'EISDIR', 'EACCES'];

/** Every error in the same shape; what has no code is a broken invariant, and is shown with its stack by LOG_LEVEL=debug. */
export function stopOf(error: unknown): ImportStopped {
  if (error instanceof ImportStopped) return error;
  const { code, message, faults } = error as { code?: string; message: string; faults?: ImportStopped['errors'] };
  if (code?.startsWith('Z_')) return new ImportStopped(1, 'broken-gzip', `the file cannot be unpacked any further: ${message}`);
  return new ImportStopped(callersAffair.includes(code ?? '') ? 2 : 1, code ?? 'failed', message, faults);
}
