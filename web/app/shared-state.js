/**
 * What the views share: the network in training, a drawing to be opened in Draw, and the news that
 * the labelled drawings changed. Events:
 * - `snapshot`: there are newer weights of the network in training (`sharedState.snapshot`);
 * - `open`: `sharedState.opened` shall be shown in Draw;
 * - `drawings`: the labelled drawings in engine/storage/store.js changed, here or in another tab.
 *
 * @typedef {import('../engine/types.js').Architecture} Architecture
 * @typedef {{
 *   architecture: Architecture, theta: Float32Array, step: number, accuracy: number | null,
 * }} Snapshot  `accuracy`: on the test set, 0…1; null when it has not been measured
 * @typedef {{ image: Float32Array, label: number | null }} Opened  a 28×28 image, 0…1, and its label
 */

import { hashFor } from './router.js';

/** Tells the page's other tabs, which share the storage. */
const otherTabs = new BroadcastChannel('digit-descent.drawings');

class SharedState extends EventTarget {
  /** @type {Snapshot | null} null when no network has been trained in this page */
  snapshot = null;

  /** @type {Opened | null} taken, and set back to null, by Draw */
  opened = null;

  /** @param {Snapshot | null} snapshot */
  publishSnapshot(snapshot) {
    this.snapshot = snapshot;
    this.dispatchEvent(new Event('snapshot'));
  }

  /**
   * Shows an image in Draw, as from the gallery of mistakes.
   * @param {Float32Array} image 784 values, row-major, 0 (paper) … 1 (ink)
   * @param {number | null} [label]
   */
  openInDraw(image, label = null) {
    this.opened = { image, label };
    location.hash = hashFor('draw');
    this.dispatchEvent(new Event('open'));
  }

  drawingsChanged() {
    this.dispatchEvent(new Event('drawings'));
    otherTabs.postMessage(null);
  }
}

export const sharedState = new SharedState();

otherTabs.onmessage = () => sharedState.dispatchEvent(new Event('drawings'));
