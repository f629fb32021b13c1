export * from './administration.module.js';
export { createAccount } from './accounts/accounts.js';
export { hashPassword, isPassword } from './accounts/password.js';
