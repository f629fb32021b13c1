import { TestEnvironment } from 'jest-environment-node';

/** Jest's Node environment with the platform's own globals that it does not know yet. */
export default class extends TestEnvironment {
  constructor(...parts) {
    super(...parts);
    this.global.Temporal ??= globalThis.Temporal;
  }
}
