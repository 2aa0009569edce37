/** The user's drawings to a file, and from one. */

import { CodedError, checkSize } from '../engine/errors.js';
import {
  largestDrawingsFile,
  readDrawings,
  writeDrawings,
} from '../engine/storage/drawings-file.js';
import { addNewDrawings, storeFailure } from '../engine/storage/store.js';
import { sharedState } from '../app/shared-state.js';
import { saveFile } from '../ui/files.js';

/** @param {import('../engine/storage/store.js').Drawing[]} list */
export const saveDrawings = (list) =>
  saveFile('digit-descent-drawings.json', writeDrawings(list), 'application/json');

/**
 * Adds the drawings of a file to those that are saved; all of them, or none when one is wrong.
 * @param {File} file
 * @returns {Promise<CodedError>} what was done; rejects with the CodedError that says what is wrong
 */
export async function importDrawings(file) {
  const { name } = file;
  checkSize(file, largestDrawingsFile, 'teach.drawingsTooLarge');
  let list;
  try {
    list = readDrawings(await file.text());
  } catch (error) {
    if (error instanceof CodedError)
      throw new CodedError(`teach.${error.code}`, { name, ...error.parameters });
    throw new CodedError('teach.drawingsUnreadable', { name });
  }
  const counts = await addNewDrawings(list);
  sharedState.drawingsChanged();
  return new CodedError(storeFailure() ? 'teach.importedForVisit' : 'teach.imported', counts);
}
