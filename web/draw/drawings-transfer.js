/** The user's drawings to a file, and from one. */

import { CodedError } from '../engine/errors.js';
import {
  largestDrawingsFile,
  readDrawings,
  writeDrawings,
} from '../engine/storage/drawings-file.js';
import { addNewDrawings, storeFailure } from '../engine/storage/store.js';
import { session } from '../app/session.js';
import { formatNumber } from '../app/text.js';

const megabyte = 1e6;
const fileName = 'digit-descent-drawings.json';

/** @param {import('../engine/storage/store.js').Drawing[]} list */
export function saveToFile(list) {
  const url = URL.createObjectURL(new Blob([writeDrawings(list)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Adds the drawings of a file to those that are kept; all of them, or none when one is wrong.
 * @param {File} file
 * @returns {Promise<CodedError>} what was done; rejects with the CodedError that says what is wrong
 */
export async function importDrawings(file) {
  const { name, size } = file;
  if (size > largestDrawingsFile) {
    throw new CodedError('teach.drawingsTooLarge', {
      name,
      size: formatNumber(Math.round(size / megabyte)),
      limit: formatNumber(largestDrawingsFile / megabyte),
    });
  }
  let list;
  try {
    list = readDrawings(await file.text());
  } catch (error) {
    if (error instanceof CodedError)
      throw new CodedError(`teach.${error.code}`, { name, ...error.parameters });
    throw new CodedError('teach.drawingsUnreadable', { name });
  }
  const counts = await addNewDrawings(list);
  session.drawingsChanged();
  return new CodedError(storeFailure() ? 'teach.importedForVisit' : 'teach.imported', counts);
}
