/** Who prepares and decides on policies, calendars and routing tables may see what a version would change, or would have changed. */
export function mayPreview(roles: readonly string[]): boolean {
  return roles.some((role) => ['administrator', 'coordinator', 'leader', 'chairman', 'auditor'].includes(role));
}
