// A Vitest reporter: writes the names of the tests that were tried more than once.
import { appendFileSync } from 'node:fs';

export default class {
  onTestCaseResult(test) {
    if (test.diagnostic()?.retryCount > 0)
      appendFileSync(
        'build/reports/retried.txt',
        `${test.module.relativeModuleId}: ${test.fullName}\n`,
      );
  }
}
