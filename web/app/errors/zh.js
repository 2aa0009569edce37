/** @type {Record<string, string>} */
const files = { 'The image file': '图像文件', 'The label file': '标签文件' };

/** @param {{ file: string }} parameters */
const name = ({ file }) => files[file] ?? file;

/** @type {import('../text.js').Texts} */
export default {
  idxGzip: (p) => `${name(p)}仍是 gzip 压缩的；请先解压。`,
  idxStart: (p) => `${name(p)}不是 IDX 文件：应以两个零字节开头，实际以 ${p.start} 开头。`,
  idxType: (p) => `${name(p)}应存放无符号字节（类型 0x08），实际类型是 ${p.type}。`,
  idxDimensions: (p) => `${name(p)}的维数不对：应为 ${parseInt(p.expected)}，实际是 ${p.count}。`,
  idxHeader: (p) => `${name(p)}不完整：文件头需要 ${p.expected} 字节，文件只有 ${p.actual} 字节。`,
  idxTruncated: (p) =>
    `${name(p)}不完整：文件头声明有 ${p.expected} 字节数据，实际只有 ${p.actual} 字节。`,
  idxTrailing: (p) =>
    `${name(p)}末尾有多余的字节：文件头声明有 ${p.expected} 字节数据，实际有 ${p.actual} 字节。`,
  idxSize: (p) => `${name(p)}应存放 28×28 像素的图像，实际是 ${p.size}。`,
  idxPair: '两个文件不是一对：有 {images} 个图像，却有 {labels} 个标签。',
  idxLabel: (p) => `${name(p)}应存放数字 0 … 9，但第 ${p.number} 个标签是 ${p.label}。`,

  modelShort: '文件太短，不可能是 safetensors 模型：只有 {bytes} 字节。',
  modelKind: '这不是 safetensors 文件：开头的 8 个字节不是文件头的长度。',
  modelHeaderCut: '文件在文件头处中断了。',
  modelJson: 'safetensors 文件的文件头不是有效的 JSON。',
  modelMetadata: '模型的元数据里有一个值不是文本。',
  modelArchitecture: '模型的元数据里缺少网络的结构（"architecture"）。',
  modelArchitectureJson: '网络的结构不是有效的 JSON。',
  modelArchitectureLacks: '网络的结构缺少 "{key}"。',
  modelCut: '文件不完整：网络需要 {count} 个参数，后面却只有 {bytes} 字节的张量数据。',
  modelTensor: '模型缺少张量 {tensor}。',
  modelEntry: '张量 {tensor} 的条目缺少 dtype、shape 或 data_offsets。',
  modelWeightsDtype: '张量 {tensor} 必须是 F32、F16 或 I8，实际是 {dtype}。',
  modelDtype: '张量 {tensor} 必须是 F32 或 F16，实际是 {dtype}。',
  modelShape: '张量 {tensor} 的形状应为 {expected}，实际是 {actual}。',
  modelTensorCut: '张量 {tensor} 超出了文件的末尾：文件不完整。',
  modelTensorBytes: '张量 {tensor} 的字节数与它的形状不符。',
  modelNotFinite: '张量 {tensor} 里有一个值不是有限的数。',
  modelTrailing: '文件有 {actual} 字节的张量数据，网络却需要 {expected} 字节。',
  modelRange: '权重 {weight} 超出了 float16 的范围；请保存为 float32。',

  landscapeZero: '所有权重都是零，随机方向没有可参照的长度；请先训练几步。',
  landscapePath: '训练路径还没有张成一个平面；请再训练几步。',

  memory: '内存不足。',
};
