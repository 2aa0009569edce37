import library from 'convnetjs';
import { shuffledBatches } from './batches.js';

export async function convnetjs({ architecture, batchSize, learningRate }, { train, test }) {
  const net = new library.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: 784 },
    ...architecture.layers
      .slice(0, -1)
      .map(({ units, activation }) => ({ type: 'fc', num_neurons: units, activation })),
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
  return {
    batchesInCall: 1,
    train() {
      for (const sample of batches.next().value) {
        setInput(train.images, sample);
        trainer.train(input, train.labels[sample]);
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
