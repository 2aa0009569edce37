/** @type {import('../app/text.js').Texts} */
export default {
  surfaceLoading: '正在载入曲面……',
  noWebgl: '曲面需要 WebGL，而这个浏览器没有提供；等高线图显示的是同样的内容。',
  surfaceFailed: '曲面未能载入。',
};
