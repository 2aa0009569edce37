import js from '@eslint/js';
import globals from 'globals';

const node = ['web/build/**', 'weights/**', 'tests/**', '*.config.js'];

export default [
  { ignores: ['build/', 'data/', 'dist/', '**/node_modules/'] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2023, sourceType: 'module' },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-implied-eval': 'error',
      'no-eval': 'error',
    },
  },
  {
    files: ['web/**/*.js'],
    ignores: node,
    languageOptions: { globals: { ...globals.browser, ...globals.worker } },
  },
  {
    files: node,
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
];
