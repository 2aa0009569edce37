// TensorFlow.js by each of its two ways to train, on its WASM and its JavaScript backend.
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import scalarUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { shuffledBatches } from './batches.js';

setWasmPaths({
  'tfjs-backend-wasm.wasm': scalarUrl,
  'tfjs-backend-wasm-simd.wasm': simdUrl,
  'tfjs-backend-wasm-threaded-simd.wasm': threadedUrl,
});
// One thread, by which all are compared; what starts its others does not survive a bundler.
tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);

/** @typedef {'wasm' | 'cpu'} Backend */

/** @param {Backend} backend */
async function use(backend) {
  if (tf.getBackend() === backend) return;
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no ${backend} here.`);
  if (backend === 'wasm' && !(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) {
    throw new Error('TensorFlow.js found no SIMD.');
  }
}

const oneHot = (labels) => tf.oneHot(tf.tensor1d(Int32Array.from(labels), 'int32'), 10);

/** The share of the test set that `predict`, images → scores, gets right. */
function accuracyOf(predict, { images, labels }) {
  const predicted = tf.tidy(() =>
    tf.argMax(predict(tf.tensor2d(images, [labels.length, 784])), 1).dataSync(),
  );
  return labels.filter((label, i) => predicted[i] === label).length / labels.length;
}

/** The Layers API, as its guides teach it: model.fit on tensors. @param {Backend} backend */
export const tensorflowFit =
  (backend) =>
  async ({ architecture, batchSize, learningRate }, { train, test }) => {
    await use(backend);
    const model = sequential();
    for (const [i, layer] of architecture.layers.entries()) {
      model.add(layers.dense({ ...layer, ...(i === 0 && { inputShape: [784] }) }));
    }
    model.compile({ optimizer: tf.train.sgd(learningRate), loss: 'categoricalCrossentropy' });

    const count = train.labels.length;
    const images = tf.tensor2d(train.images, [count, 784]);
    const labels = tf.tidy(() => oneHot(train.labels));
    const batchesInCall = 25;
    const samples = batchesInCall * batchSize;
    let begin = 0;
    return {
      batchesInCall,
      async train() {
        await use(backend);
        if (begin + samples > count) begin = 0;
        const x = tf.slice(images, [begin, 0], [samples, 784]);
        const y = tf.slice(labels, [begin, 0], [samples, 10]);
        await model.fit(x, y, { batchSize, epochs: 1, shuffle: true });
        tf.dispose([x, y]);
        begin += samples;
      },
      async accuracy() {
        await use(backend);
        return accuracyOf((x) => model.predict(x), test);
      },
    };
  };

/**
 * The core API, one optimizer.minimize for each batch: the fastest way we found.
 * @param {Backend} backend
 */
export const tensorflowCore =
  (backend) =>
  async ({ architecture, batchSize, learningRate }, { train, test }) => {
    await use(backend);
    const hidden = architecture.layers.slice(0, -1).map(({ activation }) => tf[activation]);
    const sizes = [784, ...architecture.layers.map(({ units }) => units)];
    const parameters = sizes.slice(1).map((units, i) => {
      const xavier = Math.sqrt(6 / (sizes[i] + units));
      const weights = tf.variable(tf.randomUniform([sizes[i], units], -xavier, xavier));
      return { weights, bias: tf.variable(tf.zeros([units])) };
    });
    const affine = (x, { weights, bias }) => tf.add(tf.matMul(x, weights), bias);
    const logits = (x) => {
      const last = hidden.reduce((a, activate, i) => activate(affine(a, parameters[i])), x);
      return affine(last, parameters[parameters.length - 1]);
    };

    const optimizer = tf.train.sgd(learningRate);
    const batches = shuffledBatches(train, batchSize);
    const pixels = new Float32Array(batchSize * 784);
    return {
      batchesInCall: 1,
      async train() {
        await use(backend);
        const samples = batches.next().value;
        for (const [row, sample] of samples.entries()) {
          pixels.set(train.images.subarray(sample * 784, (sample + 1) * 784), row * 784);
        }
        tf.tidy(() => {
          const x = tf.tensor2d(pixels, [batchSize, 784]);
          const y = oneHot(Array.from(samples, (sample) => train.labels[sample]));
          optimizer.minimize(() => tf.losses.softmaxCrossEntropy(y, logits(x)));
        });
      },
      async accuracy() {
        await use(backend);
        return accuracyOf(logits, test);
      },
    };
  };
