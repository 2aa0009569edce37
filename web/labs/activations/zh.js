/** @type {import('../../app/text.js').Texts} */
export default {
  idea: '神经元把输入加起来，再让和 $z$ 通过一条曲线 $f$。实线是这条曲线，虚线是它的斜率 $f′$。拖动那个点看看。\n\n学习靠的是斜率：梯度往回走时，每过一层都要乘上一次 $f′(z)$。',
  more: 'Sigmoid 的斜率从不超过 ¼，所以只要权重不大，每一层至少吞掉梯度的四分之三。tanh 的斜率能到 1，但只在正中间。ReLU 在 $z>0$ 处让梯度原样通过，在 $z<0$ 处完全挡住；leaky ReLU 在那里留下百分之一，让神经元还能回来。',
  notice:
    '曲线平的地方，神经元照样回答，却再也教不动：答得再错，消息也传不到它那里。正是 ReLU 取代 Sigmoid 之后，很深的网络才训练得起来。',
  same: '识别你手写数字的网络，隐藏层用的就是 ReLU。在“训练”里可以给每一层换一种激活函数，看看损失会怎样。',
  try_saturate: '把 Sigmoid 推到 $z=6$：斜率还剩多少？',
  try_dead: '把 ReLU 推到零以下。还有什么能唤醒它？',
  try_deep: '三十层 Sigmoid，每一层都在最陡处。',
  plot: '激活函数与它的斜率；拖动点来改变 z',
  activation: '激活函数',
  activation_step: '阶跃',
  activation_sigmoid: 'Sigmoid',
  activation_tanh: 'tanh',
  activation_relu: 'ReLU',
  activation_leakyRelu: 'leaky ReLU',
  sum: '和 z',
  layers: '层数 L（每层斜率相同，权重为 1）',
  left: '过 {layers} 层后剩下的梯度',
  silent: '斜率为 0：这里什么也学不到',
};
