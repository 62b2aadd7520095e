import tseslint from 'typescript-eslint'

/** The arrows of docs/architecture.md: what a folder must not import. */
const forbid = (files, patterns) => ({
  files,
  ignores: ['**/*.test.ts', '**/*.test.tsx'],
  rules: { 'no-restricted-imports': ['error', { patterns }] },
})
const group = (names, message) => ({ group: names, message })

export default tseslint.config(
  { ignores: ['node_modules', 'build', 'data', 'coverage'] },
  ...tseslint.configs.recommended,
  {
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300 }],
    },
  },
  { files: ['app/cli/**', 'tests/**'], rules: { 'no-console': 'off' } },
  forbid(
    ['app/kernel/**'],
    [
      group(['#db/*', '#app/catalogue/*', '#app/use-cases/*', '#app/routes/*', '#app/ui/*', '#app/http/*', '#app/i18n/*', '#app/outbox/*', '#app/registers/*', '#app/cli/*'], 'the kernel is pure: it imports nothing but itself'),
      group(['react*', 'drizzle-orm*', 'i18next*', 'node:*', 'express*', 'better-sqlite3', 'pino'], 'the kernel does no I/O'),
    ],
  ),
  {
    files: ['app/kernel/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'crypto'],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now' }, { object: 'Math', property: 'random' }],
    },
  },
  forbid(['app/catalogue/**'], [group(['#db/*', '#app/use-cases/*', '#app/routes/*', '#app/ui/*'], 'the catalogue reads files and the kernel only')]),
  forbid(['app/use-cases/**'], [group(['#app/routes/*', '#app/ui/*', '#app/http/*', '#db/sqlite/*', '#db/memory/*', '@remix-run/*', 'react*'], 'a use case knows the store type and the kernel')]),
  forbid(['app/ui/**'], [group(['#db/*', '#app/use-cases/*', '#app/routes/*'], 'components know the kernel at most')]),
  forbid(['db/**'], [group(['#app/routes/*', '#app/ui/*', '#app/http/*'], 'the store knows the kernel only')]),
  forbid(['audit/**'], [group(['#*', '../*', 'drizzle-orm*'], 'the verifier has nothing of the writer: Node and the databases’ drivers only')]),
  forbid(['app/routes/**'], [group(['#db/sqlite/*', '#db/memory/*', 'better-sqlite3', 'drizzle-orm*'], 'routes speak HTTP; data comes from use cases')]),
)
