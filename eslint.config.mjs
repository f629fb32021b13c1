import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/** The house plan's arrows: who may import whom (docs/architecture.md). */
const arrows = [
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:kernel'] },
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:adapter', onlyDependOnLibsWithTags: ['type:kernel'] },
  { sourceTag: 'type:host', onlyDependOnLibsWithTags: ['type:kernel', 'type:adapter'] },
  { sourceTag: 'type:exports', onlyDependOnLibsWithTags: ['type:kernel', 'type:domain', 'type:adapter', 'type:host'] },
  { sourceTag: 'type:console', onlyDependOnLibsWithTags: ['type:contracts'] },
  {
    sourceTag: 'type:service',
    onlyDependOnLibsWithTags: ['type:kernel', 'type:domain', 'type:contracts', 'type:exports', 'type:host'],
  },
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: [
      'type:service',
      'type:app',
      'type:exports',
      'type:host',
      'type:kernel',
      'type:domain',
      'type:contracts',
      'type:adapter',
    ],
  },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['*'] },
];

const purity = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes from Clock (rule 10).' },
  { selector: "MemberExpression[object.name='Date']", message: 'Time comes from Clock (rule 10).' },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: 'Time comes from Clock (rule 10).' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Chance comes from Cryptography.' },
];

export default tseslint.config(
  {
    ignores: ['**/dist', '**/node_modules', '.nx', 'data', 'data-demo', 'coverage', 'tools/boundaries/fixtures', '**/test-data'],
  },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['warn', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 5],
      'no-console': 'error',
    },
  },
  {
    files: ['libs/**/*.ts', 'services/**/*.ts', 'services/**/*.tsx'],
    ignores: ['**/*.spec.ts', '**/e2e/**'],
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints: arrows }],
    },
  },
  {
    files: ['libs/kernel/src/**/*.ts', 'libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.contract.ts', '**/contracts/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'The kernel and the domain are pure.' }] }],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'setTimeout', 'setInterval', 'performance', 'fetch', 'console'],
      'no-restricted-syntax': ['error', ...purity],
    },
  },
  {
    files: ['libs/contracts/src/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'] }] }], 'no-control-regex': 'off' },
  },
  { files: ['services/gateway/src/ticket-query.ts'], rules: { 'no-control-regex': 'off' } },
  { files: ['tools/**/*.ts'], rules: { 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
);
