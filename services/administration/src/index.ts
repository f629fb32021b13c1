export * from './administration.module.js';
export { createAccount } from './accounts/accounts.js';
export { publishAnnouncement } from './announcements/publish-announcement/publish-announcement.decision.js';
export { shippedDocuments } from './installation/shipped-documents.js';
export { hashPassword, isPassword } from './accounts/password.js';
