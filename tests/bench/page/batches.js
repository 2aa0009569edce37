/**
 * Endless mini-batches in an order that is shuffled anew for each epoch (Fisher–Yates).
 * @param {{ images: Float32Array, labels: Uint8Array }} set  images: n × 784
 * @param {number} batchSize
 * @returns {Generator<Uint32Array>} indices of samples
 */
export function* shuffledBatches({ labels }, batchSize) {
  const order = Uint32Array.from(labels, (_, i) => i);
  for (;;) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(Math.random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (let i = 0; i + batchSize <= order.length; i += batchSize) {
      yield order.subarray(i, i + batchSize);
    }
  }
}
