import * as tf from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import scalarUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { shuffledBatches } from './batches.js';

/** TensorFlow.js by its core API: one optimizer.minimize for each batch, on the WASM backend. */
export async function tensorflow({ train, test, batchSize, learningRate }) {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': scalarUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': threadedUrl,
  });
  if (!(await tf.setBackend('wasm'))) throw new Error('TensorFlow.js has no WASM backend here.');
  await tf.ready();
  if (!tf.env().get('WASM_HAS_SIMD_SUPPORT')) throw new Error('TensorFlow.js found no SIMD.');

  const sizes = [784, 64, 16, 10];
  const layers = sizes.slice(1).map((units, i) => {
    const xavier = Math.sqrt(6 / (sizes[i] + units));
    const weights = tf.variable(tf.randomUniform([sizes[i], units], -xavier, xavier));
    return { weights, bias: tf.variable(tf.zeros([units])) };
  });
  const affine = (x, { weights, bias }) => tf.add(tf.matMul(x, weights), bias);
  const logits = (x) => {
    const hidden = tf.tanh(affine(tf.sigmoid(affine(x, layers[0])), layers[1]));
    return affine(hidden, layers[2]);
  };

  const optimizer = tf.train.sgd(learningRate);
  const batches = shuffledBatches(train, batchSize);
  const pixels = new Float32Array(batchSize * 784);
  const labels = new Int32Array(batchSize);

  const trainBatch = () => {
    for (const [row, sample] of batches.next().value.entries()) {
      pixels.set(train.images.subarray(sample * 784, (sample + 1) * 784), row * 784);
      labels[row] = train.labels[sample];
    }
    tf.tidy(() => {
      const x = tf.tensor2d(pixels, [batchSize, 784]);
      const y = tf.oneHot(tf.tensor1d(labels, 'int32'), 10);
      optimizer.minimize(() => tf.losses.softmaxCrossEntropy(y, logits(x)));
    });
  };
  return {
    name: 'TensorFlow.js WASM',
    train(count) {
      for (let i = 0; i < count; i += 1) trainBatch();
    },
    accuracy() {
      const predicted = tf.tidy(() =>
        tf.argMax(logits(tf.tensor2d(test.images, [test.labels.length, 784])), 1).dataSync(),
      );
      const right = test.labels.filter((label, i) => predicted[i] === label).length;
      return right / test.labels.length;
    },
  };
}
