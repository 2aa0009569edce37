import { addTexts } from '../text.js';
import en, { quantities as enQuantities } from './en.js';
import zh, { quantities as zhQuantities } from './zh.js';

addTexts('errors', { en, zh });
addTexts('quantities', { en: enQuantities, zh: zhQuantities });
