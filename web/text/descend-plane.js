import en from './en/descend-plane.js';
import { addTexts } from './index.js';
import zh from './zh/descend-plane.js';

addTexts('descend-plane', { en, zh });
