/** A worker that computes for the training worker. The only message is its Post. */
import { serve } from './member.js';

self.addEventListener('message', (/** @type {MessageEvent} */ { data }) => void serve(data));
