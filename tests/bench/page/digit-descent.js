export function digitDescent({ train, test, engine, batchSize, learningRate }) {
  const trainSet = engine.dataSetFromImages(train.images, train.labels);
  const testSet = engine.dataSetFromImages(test.images, test.labels);
  const options = {
    architecture: {
      inputs: 784,
      layers: [
        { units: 64, activation: 'sigmoid' },
        { units: 16, activation: 'tanh' },
        { units: 10, activation: 'softmax' },
      ],
      loss: 'crossEntropy',
    },
    initializer: 'xavier',
    optimizer: { name: 'sgd' },
    learningRate,
    batchSize,
    l2: 0,
    seed: 1,
  };
  const trainer = engine.newTrainer(options, trainSet, testSet);
  const batchesInCall = 8;
  return {
    name: 'Digit Descent',
    batchesInCall,
    train: () => trainer.trainBatches(batchesInCall),
    accuracy() {
      trainer.evaluateStart('test', test.labels.length);
      return trainer.evaluateSome(test.labels.length).accuracy;
    },
  };
}
