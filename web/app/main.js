import { restoreScheme } from './scheme.js';
import './shell.js';

/** @type {import('./shell.js').View[]} */
const views = [
  {
    route: 'draw',
    title: 'shell.draw',
    tag: 'dd-draw',
    load: () => import('../draw/draw.js'),
  },
  {
    route: 'train',
    title: 'shell.train',
    tag: 'dd-train',
    load: () => import('../train/train.js'),
  },
  {
    route: 'descend',
    title: 'shell.descend',
    tag: 'dd-descend',
    load: () => import('../descend/descend.js'),
  },
  {
    route: 'learn',
    title: 'shell.learn',
    tag: 'dd-learn',
    load: () => import('../learn/learn.js'),
  },
];

restoreScheme();
const shell = /** @type {import('./shell.js').Shell} */ (document.querySelector('dd-shell'));
shell.views = views;
