import { Address } from '../app/address.js';

/** The tabs of Descend, in their order. What they show is loaded by the frame (descend.js) alone. */
export const tabs = /** @type {const} */ (['line', 'plane', 'noise', 'network']);

/** @typedef {(typeof tabs)[number]} Tab */

/** The part of the page's address that belongs to a tab. */
export const tabAddress = (/** @type {Tab} */ tab) => new Address('descend', { tab });
