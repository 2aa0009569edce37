// Model files to give to the page.

/** A safetensors file: the length of its header, the header, the data. @param {object} header @param {Buffer} data */
export function safetensors(header, data) {
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, data]);
}

/** Takes such a file apart. @param {Buffer} bytes */
export function readSafetensors(bytes) {
  const end = 8 + Number(bytes.readBigUInt64LE());
  return { header: JSON.parse(bytes.subarray(8, end).toString()), data: bytes.subarray(end) };
}

/** A sound file of a network of one layer. @param {number} inputs @param {number} units */
export function smallNetwork(inputs, units) {
  const layers = [{ units, activation: 'softmax' }];
  const [weights, end] = [4 * inputs * units, 4 * (inputs + 1) * units];
  return safetensors(
    {
      __metadata__: { architecture: JSON.stringify({ inputs, layers, loss: 'crossEntropy' }) },
      'layers.0.weights': { dtype: 'F32', shape: [inputs, units], data_offsets: [0, weights] },
      'layers.0.biases': { dtype: 'F32', shape: [units], data_offsets: [weights, end] },
    },
    Buffer.alloc(end),
  );
}
