const imported = (/** @type {{ added: number, known: number }} */ { added, known }) =>
  known === 0
    ? `已加入 ${added} 幅手写。`
    : added === 0
      ? `没有加入新的手写：文件中的 ${known} 幅这里都已有。`
      : `已加入 ${added} 幅手写，另有 ${known} 幅原已存在。`;

/** @type {import('../../app/text.js').Texts} */
export default {
  title: '教它认识你的字迹',
  start: '学习我的数字',
  export: '保存我的手写',
  import: '打开手写文件…',
  nothing: '要教它认识你的字迹，请先标注至少一幅手写：写一个数字，再按下对应的数字键。',
  how: '用你的手写和合成数字训练默认网络的一个副本，只需几秒钟。',
  oneDigit: '你的手写都是 {digit}；再加上别的数字，它会学得更好。',
  learning: '正在学习你的数字',
  cancel: '取消',

  learned: '我的字迹：学习了 {count} 幅手写',
  readRight: '识别正确率',
  before: '之前',
  after: '之后',
  own: '你的数字',
  ownHow: '{count} 幅，未用于训练',
  ownTrainedHow: '{count} 幅，也用于了训练',
  synthetic: '合成数字',
  syntheticHow: '{count} 幅，未用于训练',
  nonDigits: '涂鸦（判为非数字）',
  nonDigitsHow: '{count} 幅，种类未用于训练',
  forgot:
    '它忘掉了一些原来会的：合成数字的正确率下降了 {points} 个百分点。可以撤销，或多标注一些再学。',
  further: '多标注一些再学，会在此基础上继续。',
  undo: '撤销这次学习',
  forVisit: '此浏览器无法再保存数据，学到的内容只保留到页面关闭为止。',

  imported,
  importedForVisit: (/** @type {any} */ counts) =>
    `${imported(counts)}此浏览器无法再保存数据，它们只保留到页面关闭为止。`,
  drawingsTooLarge: '文件不能超过 {limit} MB；“{name}”有 {size} MB。',
  drawingsUnreadable: '无法读取“{name}”。',
  drawingsNoJson: '“{name}”里没有手写：它不是 JSON，或已损坏。需要本页保存的文件。',
  drawingsFormat: '“{name}”里没有手写。需要用“保存我的手写”得到的文件。',
  drawingsVersion: '“{name}”的格式版本是 {found}；需要版本 1。',
  drawingsNone: '“{name}”是手写文件，但其中没有手写。',
  drawingsLabel: '没有从“{name}”加入任何手写：第 {number} 幅的标签是 {found}，应为 0 到 9。',
  drawingsImage:
    '没有从“{name}”加入任何手写：第 {number} 幅的图像应为 784 个数，实际长度为 {found}。',
  drawingsPixel:
    '没有从“{name}”加入任何手写：第 {number} 幅有像素值 {found}，应为 0 到 255 的整数。',
  drawingsBlank: '没有从“{name}”加入任何手写：第 {number} 幅是空白的。',
  drawingsStrokes: '没有从“{name}”加入任何手写：第 {number} 幅的笔画应为 x, y, x, y, … 的数列。',

  teachDownload: '默认网络未能载入，请检查网络连接后重试。',
  teachDiverged: '训练发散了，网络保持原样。',
  crash: '训练意外中止（{reason}），网络保持原样。',
  core: '网络无法学习：{reason}',
  load: '负责训练的模块未能载入，请检查网络连接后重试。',
  'no-wasm': '此浏览器的后台线程不支持 WebAssembly，而训练需要它。',
  'no-simd': '此浏览器不支持 WebAssembly SIMD，而训练需要它。',
};
