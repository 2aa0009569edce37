/** @type {import('../../app/text.js').Texts} */
export default {
  idea: 'A neuron adds up its inputs and sends the sum $z$ through a curve $f$. The solid line is the curve, the dashed one its slope $f′$. Drag the point.\n\nLearning needs the slope: on the way back, a gradient is multiplied by $f′(z)$ once in every layer.',
  more: 'The sigmoid is never steeper than ¼, so each of its layers takes away at least three quarters of a gradient unless the weights are large. tanh reaches a slope of 1, but only in the middle. The ReLU lets a gradient through untouched where $z>0$ and stops it where $z<0$; the leaky ReLU leaves a hundredth there, so that a neuron can come back.',
  note: 'Where a curve is flat, the neuron still answers, but it cannot be taught: however wrong its answer is, no message arrives. Networks of many layers became trainable when the sigmoid made way for the ReLU.',
  same: 'The network that reads your digits has ReLUs in its hidden layers. In Train you can choose another activation for each layer and watch what becomes of the loss.',
  try_saturate: 'Push a sigmoid to $z=6$: what is left of its slope?',
  try_dead: 'Push a ReLU below zero. Can anything wake it again?',
  try_deep: 'Thirty sigmoid layers at their very steepest.',
  plot: 'The activation and its slope; drag the point to change z',
  activation_step: 'step',
  z: 'Sum z',
  layers: 'Layers L, all with this slope and with weights of 1',
  left: 'gradient left after {layers} {layers?layer|layers}',
  silent: 'slope 0: nothing can be learnt here',
};
