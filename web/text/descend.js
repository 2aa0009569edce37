import en from './en/descend.js';
import { addTexts } from './index.js';
import zh from './zh/descend.js';

addTexts('descend', { en, zh });
