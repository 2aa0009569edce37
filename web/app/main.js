import { restoreScheme } from './scheme.js';
import './shell.js';

const views = {
  draw: () => import('../draw/draw.js'),
  train: () => import('../train/train.js'),
  descend: () => import('../descend/descend.js'),
  learn: () => import('../learn/learn.js'),
};

restoreScheme();
const shell = /** @type {import('./shell.js').Shell} */ (document.querySelector('dd-shell'));
shell.views = views;
