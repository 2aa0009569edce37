// TensorFlow.js on its WASM backend, by each of its two ways to train.
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import scalarUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { shuffledBatches } from './batches.js';

async function start() {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': scalarUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': threadedUrl,
  });
  if (!(await tf.setBackend('wasm'))) throw new Error('TensorFlow.js has no WASM backend here.');
  await tf.ready();
  if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) {
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

/** The Layers API, as its guides teach it: model.fit on tensors. */
export async function tensorflowFit({ train, test, batchSize, learningRate }) {
  await start();
  const model = sequential();
  model.add(layers.dense({ inputShape: [784], units: 64, activation: 'sigmoid' }));
  model.add(layers.dense({ units: 16, activation: 'tanh' }));
  model.add(layers.dense({ units: 10, activation: 'softmax' }));
  model.compile({ optimizer: tf.train.sgd(learningRate), loss: 'categoricalCrossentropy' });

  const count = train.labels.length;
  const images = tf.tensor2d(train.images, [count, 784]);
  const labels = tf.tidy(() => oneHot(train.labels));
  const batchesInCall = 100;
  const samples = batchesInCall * batchSize;
  let begin = 0;
  return {
    name: 'TensorFlow.js WASM, model.fit',
    batchesInCall,
    async train() {
      if (begin + samples > count) begin = 0;
      const x = tf.slice(images, [begin, 0], [samples, 784]);
      const y = tf.slice(labels, [begin, 0], [samples, 10]);
      await model.fit(x, y, { batchSize, epochs: 1, shuffle: true });
      tf.dispose([x, y]);
      begin += samples;
    },
    accuracy: () => accuracyOf((x) => model.predict(x), test),
  };
}

/** The core API, one optimizer.minimize for each batch: the fastest way we found. */
export async function tensorflowCore({ train, test, batchSize, learningRate }) {
  await start();
  const sizes = [784, 64, 16, 10];
  const parameters = sizes.slice(1).map((units, i) => {
    const xavier = Math.sqrt(6 / (sizes[i] + units));
    const weights = tf.variable(tf.randomUniform([sizes[i], units], -xavier, xavier));
    return { weights, bias: tf.variable(tf.zeros([units])) };
  });
  const affine = (x, { weights, bias }) => tf.add(tf.matMul(x, weights), bias);
  const logits = (x) => {
    const hidden = tf.tanh(affine(tf.sigmoid(affine(x, parameters[0])), parameters[1]));
    return affine(hidden, parameters[2]);
  };

  const optimizer = tf.train.sgd(learningRate);
  const batches = shuffledBatches(train, batchSize);
  const pixels = new Float32Array(batchSize * 784);
  const batchesInCall = 8;

  function trainBatch(samples) {
    for (const [row, sample] of samples.entries()) {
      pixels.set(train.images.subarray(sample * 784, (sample + 1) * 784), row * 784);
    }
    tf.tidy(() => {
      const x = tf.tensor2d(pixels, [batchSize, 784]);
      const y = oneHot(Array.from(samples, (sample) => train.labels[sample]));
      optimizer.minimize(() => tf.losses.softmaxCrossEntropy(y, logits(x)));
    });
  }
  return {
    name: 'TensorFlow.js WASM, core API',
    batchesInCall,
    train() {
      for (let i = 0; i < batchesInCall; i += 1) trainBatch(batches.next().value);
    },
    accuracy: () => accuracyOf(logits, test),
  };
}
