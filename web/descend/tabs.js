import { Address } from '../app/address.js';

/**
 * The tabs of Descend, in their order. Each is an element that gets the `address` of its state
 * (app/address.js) and, once it is mounted, finds the module loaded (engine/descent.js).
 *
 * @typedef {{ id: string, title: string, tag: string, load: () => Promise<unknown> }} Tab
 *   `title`: key of the text; `load` defines the element `tag`
 */

/** @type {readonly Tab[]} */
export const tabs = [
  {
    id: 'line',
    title: 'descend.tabLine',
    tag: 'dd-descend-line',
    load: () => import('./line/line.js'),
  },
  {
    id: 'plane',
    title: 'descend.tabPlane',
    tag: 'dd-descend-plane',
    load: () => import('./plane/plane.js'),
  },
  {
    id: 'noise',
    title: 'descend.tabNoise',
    tag: 'dd-descend-noise',
    load: () => import('./noise/noise.js'),
  },
  {
    id: 'network',
    title: 'descend.tabNetwork',
    tag: 'dd-descend-network',
    load: () => import('./network/network.js'),
  },
];

/** The tab in which functions of one and of two variables are shown; null while there is none. */
export const tabOfDimension = (/** @type {1 | 2} */ dimension) =>
  tabs.find(({ id }) => id === (dimension === 1 ? 'line' : 'plane')) ?? null;

/** The part of the page's address that belongs to a tab. */
export const tabAddress = (/** @type {string} */ id) => new Address('descend', { tab: id });
