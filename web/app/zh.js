/** @type {import('./text.js').Texts} */
export default {
  title: 'Digit Descent',
  skip: '跳到正文',
  views: '视图',
  draw: '手写',
  train: '训练',
  descend: '下降',
  learn: '学习',
  otherLanguage: 'English',
  switchLanguage: '切换到英文（English）',
  schemeAuto: '配色跟随系统；点按切换为浅色',
  schemeLight: '浅色；点按切换为深色',
  schemeDark: '深色；点按切换为跟随系统',
  viewFailed: '页面的这一部分未能载入，请检查网络后重试。',
  loading: '正在载入…',
  retry: '重试',
  footer: '一切计算都在你的浏览器中完成，你写的内容不会离开这台设备。',
};
