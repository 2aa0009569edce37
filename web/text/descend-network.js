import en from './en/descend-network.js';
import { addTexts } from './index.js';
import zh from './zh/descend-network.js';

addTexts('descend-network', { en, zh });
