import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.js'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'wasm',
          include: ['tests/wasm/**/*.test.js'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'page',
          include: ['tests/page/**/*.test.js'],
          maxWorkers: 2, // a browser each, for all files of theirs
          sequence: { groupOrder: 1 }, // after the others, which take what cores there are
          isolate: false,
          expect: { poll: { timeout: 30_000 } }, // a real browser on a shared machine
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
