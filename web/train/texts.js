import en from './en.js';
import '../app/errors/texts.js';
import { addTexts } from '../app/text.js';
import zh from './zh.js';

addTexts('train', { en, zh });
