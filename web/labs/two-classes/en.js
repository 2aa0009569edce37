export default {
  idea: 'One neuron with a sigmoid gives every place of the plane a probability $a$ of being blue. Where $a=½$ runs a straight line; the colours fade towards it, and the dashed lines mark 0.1 and 0.9.\n\nDrag a point, tap it to change its class, click beside it for a new one; the one touched last can be removed. Run then turns the line step by step against the gradient.',
  more: 'The weights are an arrow that stands at right angles to the line and points to the blue side. Its direction turns the line, its length $‖w‖$ says how sharply the probability changes there, and $b$ pushes the line along the arrow.\n\nEach point pulls with its own error $a-y$: nothing when it is right and sure, with full strength when it is wrong and sure. The gradient adds up $x\\,(a-y)$ over all points; that is all that $X^{\\mathsf T}(A-Y)$ means.',
  note: 'A neuron on its own can only draw a straight line. When the classes overlap, descent stops where the pulls cancel. When they do not, it never stops: making the weights longer always lowers the loss a little more, and the border grows sharper without end.',
  same: 'Each output of the digit network adds up its inputs just like this, and its gradient is $A-Y$ as well. The L2 term in Train is what keeps such weights from growing for ever.',
  try_apart: 'Two classes that a line can part: run, and watch $‖w‖$. Does it ever stop?',
  try_one: 'All points of one class: what will the neuron learn?',
  try_same: 'Two points in one place that contradict each other. What is the best answer there?',
  try_fast: 'A learning rate of 100: the line flips to and fro and never settles.',
  plot: 'Points of two classes and the border of the neuron',
  point: 'Point {number}, class {label}',
  noLine: 'no border in sight',
  norm: 'length of the weights ‖w‖',
  right: 'right',
  table: 'The points, the answers of the neuron and its errors',
  adding: 'New points are',
  adding_1: 'blue, y = 1',
  adding_0: 'orange, y = 0',
  add: 'Add one in the middle',
  sayNone:
    'There is no point, so there is nothing to learn: no loss, no gradient. Click into the plane.',
  sayOneClass:
    'All points are of one class. “Always that class” is never wrong, so the neuron pushes its line away and grows ever surer.',
  saySame:
    '{count} points stand exactly on a point of the other class. No border can serve both: the best answer there lies between 0 and 1, and the loss cannot fall to 0.',
  sayApart:
    'A line can part these classes. The loss then has no minimum: with every step the weights grow and J creeps towards 0 without reaching it.',
  sayMixed:
    'No line parts these classes. The loss has one lowest point, and with a small η descent comes to rest there.',
};
