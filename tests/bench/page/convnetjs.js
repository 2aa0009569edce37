import library from 'convnetjs';
import { shuffledBatches } from './batches.js';

export function convnetjs({ train, test, batchSize, learningRate }) {
  const net = new library.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: 784 },
    { type: 'fc', num_neurons: 64, activation: 'sigmoid' },
    { type: 'fc', num_neurons: 16, activation: 'tanh' },
    { type: 'softmax', num_classes: 10 },
  ]);
  const trainer = new library.SGDTrainer(net, {
    learning_rate: learningRate,
    momentum: 0,
    batch_size: batchSize,
    l2_decay: 0,
  });
  const batches = shuffledBatches(train, batchSize);
  const input = new library.Vol(1, 1, 784, 0);
  const setInput = (images, i) => input.w.set(images.subarray(i * 784, (i + 1) * 784));

  const batchesInCall = 8;
  return {
    name: 'ConvNetJS',
    batchesInCall,
    train() {
      for (let i = 0; i < batchesInCall; i += 1) {
        for (const sample of batches.next().value) {
          setInput(train.images, sample);
          trainer.train(input, train.labels[sample]);
        }
      }
    },
    accuracy() {
      const right = test.labels.filter((label, i) => {
        setInput(test.images, i);
        net.forward(input);
        return net.getPrediction() === label;
      }).length;
      return right / test.labels.length;
    },
  };
}
