/**
 * Sentences of the C++ core about files that a person gives, word for word as it throws them, with
 * places for what varies. In other languages they are found again by these (core-sentence.js).
 * @type {import('../text.js').Texts}
 */
export default {
  idxGzip: '{file} is still gzip-compressed; decompress it first.',
  idxStart:
    '{file} is not an IDX file: it should start with two zero bytes, but starts with {start}.',
  idxType: '{file} should hold unsigned bytes (type 0x08), but its type is {type}.',
  idxDimensions: '{file} should have {expected}, but has {count}.',
  idxHeader:
    '{file} is truncated: its header takes {expected} bytes, but the file has only {actual}.',
  idxTruncated:
    '{file} is truncated: its header announces {expected} bytes of data, but {actual} follow.',
  idxTrailing:
    '{file} has trailing bytes: its header announces {expected} bytes of data, but {actual} follow.',
  idxSize: '{file} should hold images of 28×28 pixels, but its images are {size}.',
  idxPair: 'The files do not belong together: there are {images} images, but {labels} labels.',
  idxLabel: '{file} should hold digits 0 … 9, but label {number} is {label}.',

  modelShort: 'The file is too short to be a safetensors model: it has {bytes} bytes.',
  modelKind:
    'This is not a safetensors file: its first 8 bytes do not give the length of a header.',
  modelHeaderCut: 'The file is cut off within its header.',
  modelJson: 'The header of the safetensors file is not valid JSON.',
  modelMetadata: "A value in the model's metadata is not a text.",
  modelArchitecture: 'The model\'s metadata lacks the "architecture" of the network.',
  modelArchitectureJson: 'The architecture is not valid JSON.',
  modelArchitectureLacks: 'The architecture lacks "{key}".',
  modelCut:
    'The file is cut off: its network needs {count} parameters, but only {bytes} bytes of tensors follow.',
  modelTensor: 'The model lacks the tensor {tensor}.',
  modelEntry: 'The entry of the tensor {tensor} lacks its dtype, shape or data_offsets.',
  modelWeightsDtype: 'The tensor {tensor} must be F32, F16 or I8, but is {dtype}.',
  modelDtype: 'The tensor {tensor} must be F32 or F16, but is {dtype}.',
  modelShape: 'The tensor {tensor} must have the shape {expected}, but has {actual}.',
  modelTensorCut: 'The tensor {tensor} reaches beyond the end of the file: the file is cut off.',
  modelTensorBytes: 'The tensor {tensor} does not have the bytes that its shape needs.',
  modelNotFinite: 'The tensor {tensor} holds a value that is not a finite number.',
  modelTrailing: 'The file has {actual} bytes of tensors, but the network needs {expected}.',
  modelRange: 'The weight {weight} is beyond the range of float16; save the model as float32.',

  landscapeZero:
    'All weights are zero, so random directions have no length to go by; train a few steps first.',
  landscapePath: 'The path of training does not span a plane yet; train a few more steps.',

  memory: 'There is not enough memory for this.',
};
