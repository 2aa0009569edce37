import en from './en/train.js';
import { addTexts } from './index.js';
import zh from './zh/train.js';

addTexts('train', { en, zh });
