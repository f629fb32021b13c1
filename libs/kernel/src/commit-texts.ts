/** How a hash and a time stand in the bytes of a commit (ADR 0001). */
export const hashText = /^[A-Za-z0-9_-]{43}$/;
export const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
