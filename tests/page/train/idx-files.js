// IDX files to give to the page.
import { gzipSync } from 'node:zlib';
import { file } from '../actions.js';

/** An IDX file of 28 × 28 images: digit d is a bar in row 2d + 4. @param {string} name @param {number} count */
export function imageFile(name, count) {
  const bytes = Buffer.alloc(16 + 784 * count);
  [0x803, count, 28, 28].forEach((number, i) => bytes.writeUInt32BE(number, 4 * i));
  for (let i = 0; i < count; ++i)
    bytes
      .fill(255, 16 + 784 * i + 28 * (2 * (i % 10) + 4) + 4)
      .fill(0, 16 + 784 * i + 28 * (2 * (i % 10) + 4) + 24);
  return file(name, bytes);
}

/** @param {string} name @param {number} count */
export function labelFile(name, count) {
  const bytes = Buffer.alloc(8 + count);
  [0x801, count].forEach((number, i) => bytes.writeUInt32BE(number, 4 * i));
  for (let i = 0; i < count; ++i) bytes[8 + i] = i % 10;
  return file(name, bytes);
}

/** @param {import('../actions.js').FilePayload} unpacked */
export const gzipped = ({ name, buffer }) => file(`${name}.gz`, gzipSync(buffer));
