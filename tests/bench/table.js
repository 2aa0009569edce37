/**
 * Prints rows under a title, the first column left-aligned, the others right-aligned.
 * @param {string} title
 * @param {string[][]} rows the first one is the head
 */
export function printTable(title, rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '),
  );
  console.log(`\n${title}\n${lines.join('\n')}`);
}

/** The value that a share of the sorted values does not exceed (nearest rank). */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/**
 * The median, the least and the most of some values.
 * @param {number[]} values @param {(value: number) => string} format
 */
export const spread = (values, format) =>
  [0.5, 0, 1].map((share) => format(quantile(values, share)));

/** Such as 8.4 for 8,412 and 227 for 227,495. */
export const thousands = (value) =>
  (value / 1000).toLocaleString('en', { maximumFractionDigits: value < 99_950 ? 1 : 0 });
