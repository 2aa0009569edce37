import { addTexts } from '../app/text.js';
import en from './en.js';
import zh from './zh.js';

addTexts('draw', { en, zh });
