import js from '@eslint/js';
import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['src/api/schema.d.ts', '**/dist'] },
  js.configs.recommended,
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      // Numbers in texts are what templates are for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Handlers of events that save something: what fails is shown by the page's own notice.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  {
    files: ['public/*.js'],
    languageOptions: { globals: { self: 'readonly', URL: 'readonly' } },
  },
  // Its types come with the packages of native/, which only `npm run native` installs.
  { files: ['native/src/*.ts'], extends: [ts.configs.strict, ts.configs.stylistic] },
  {
    files: ['*.ts', '*.mjs', 'native/*.ts', 'native/*.mjs'],
    languageOptions: {
      parser: ts.parser,
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' },
    },
  },
);
