/** Image files, and 28×28 images, as the canvas shows them. */

import { formatNumber } from '../app/text.js';
import { CodedError, checkSize } from '../engine/errors.js';

const largestFile = 30e6; // bytes
const largestArea = 40e6; // pixels
const largestSide = 1024; // pixels handed to the module; the network sees 28 of them

/**
 * Decodes an image file, at most 1024 pixels on its longer side.
 * @param {Blob & { name?: string }} file
 * @returns {Promise<{ rgba: Uint8Array, width: number, height: number, source: HTMLCanvasElement }>}
 *   rejects with a CodedError when it is too large or no image
 */
export async function readPicture(file) {
  checkSize(file, largestFile, 'draw.pictureTooHeavy');
  const url = URL.createObjectURL(file);
  try {
    // An <img> tells its size before anything is decoded.
    const image = await loadImage(url);
    const { naturalWidth, naturalHeight } = image;
    if (naturalWidth * naturalHeight > largestArea) {
      throw new CodedError('draw.pictureTooLarge', {
        width: formatNumber(naturalWidth),
        height: formatNumber(naturalHeight),
        limit: formatNumber(largestArea / 1e6),
      });
    }
    const scale = Math.min(1, largestSide / Math.max(naturalWidth, naturalHeight));
    const width = Math.max(1, Math.round(naturalWidth * scale));
    const height = Math.max(1, Math.round(naturalHeight * scale));
    const bitmap = await createImageBitmap(image, {
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: 'high',
    });
    const { source, context } = newCanvas(width, height);
    context.drawImage(bitmap, 0, 0);
    bitmap.close();
    const rgba = new Uint8Array(context.getImageData(0, 0, width, height).data.buffer);
    // White and black ink on transparent ground are to be seen in either colour scheme.
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = '#808080';
    context.fillRect(0, 0, width, height);
    return { rgba, width, height, source };
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw new CodedError('draw.pictureUnreadable', { name: file.name || file.type });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** @param {string} url @returns {Promise<HTMLImageElement>} */
function loadImage(url) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('Not an image.'));
    image.src = url;
  });
}

/**
 * A 28×28 image as an alpha mask, which the canvas fills with its ink.
 * @param {Float32Array} image 784 values, 0…1
 */
export function digitMask(image) {
  const { source, context } = newCanvas(28, 28);
  const pixels = context.createImageData(28, 28);
  image.forEach((value, i) => (pixels.data[4 * i + 3] = 255 * value));
  context.putImageData(pixels, 0, 0);
  return source;
}

/** @param {number} width @param {number} height */
function newCanvas(width, height) {
  const source = document.createElement('canvas');
  source.width = width;
  source.height = height;
  const context = source.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gave no 2-D canvas.');
  return { source, context };
}
