const project = (displayName, testMatch, ignored = []) => ({
  displayName,
  testMatch,
  testEnvironment: '<rootDir>/tools/jest/environment.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', ...ignored],
  modulePathIgnorePatterns: ['/dist/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^@ledgerline/contracts/words$': '<rootDir>/libs/contracts/src/ticket/wire-words.ts',
    '^@ledgerline/kernel/contracts$': '<rootDir>/libs/kernel/src/contracts/index.ts',
    '^@ledgerline/host/service-module$': '<rootDir>/libs/host/src/service-module.ts',
    '^@ledgerline/adapter-([a-z]+)$': '<rootDir>/libs/adapters/$1/src/index.ts',
    '^@ledgerline/(kernel|domain|contracts|exports|host)$': '<rootDir>/libs/$1/src/index.ts',
    '^@ledgerline/(servers|bench|installation|answers)$': '<rootDir>/tools/$1/src/index.ts',
    '^@ledgerline/([a-z-]+)$': '<rootDir>/services/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
});

export default {
  maxWorkers: 2,
  // There to end what hangs; a spec says more where it takes longer.
  testTimeout: 240_000,
  testSequencer: '<rootDir>/tools/jest/longest-first.mjs',
  reporters: ['default', '<rootDir>/tools/jest/count-reporter.mjs'],
  projects: [
    project('unit', ['**/*.spec.ts'], ['\\.(int|e2e)\\.spec\\.ts$']),
    project('int', ['**/*.int.spec.ts']),
    project('e2e', ['**/*.e2e.spec.ts']),
  ],
};
