import { describe, expect, it } from 'vitest';
import { createInstance, expectError, fieldsOf } from './module.js';

const module = await createInstance();

const sgd = { name: 'sgd' };
const from = { optimizer: sgd, learningRate: 0.1, start: [1], steps: 10 };
const descendOn = (name, options) =>
  module.descend(module.descentFunction(name), { ...from, ...options });
const descendExpression = (text, options) =>
  module.descend(module.expressionFunction(text, 1), { ...from, ...options });

describe('a descent', () => {
  it('comes as a path and what became of it', () => {
    const path = descendOn('square', {
      learningRate: 0.3,
      start: new Float64Array([1.2]),
      steps: 4,
    });
    expect(fieldsOf(path)).toBe(
      'theta[5] values[5] gradientNorms[5] steps state behaviour approach arrivedAt divergedAt factor',
    );
    expect(path).toMatchObject({ steps: 4, state: 'running', behaviour: 'converging' });
    expect(path).toMatchObject({ divergedAt: -1, arrivedAt: -1 });
    expect(path.factor).toBeCloseTo(0.4, 12);
    expect(path.theta).toBeInstanceOf(Float64Array);
    expect(path.theta[4]).toBeCloseTo(0.03072, 14);
    expect(descendOn('square', { steps: 0 }).factor).toBeNull();
  });

  it('goes to where it is to stop', () => {
    const path = descendOn('bowl', { start: [3, 1], steps: 100, stop: { value: 0.01 } });
    expect(path).toMatchObject({ steps: 16, state: 'converged', arrivedAt: 16 });
    expect(path.theta).toHaveLength(2 * 17);
    const flat = descendOn('bowl', { start: [3, 1], steps: 100, stop: { gradient: 0.1 } });
    expect(flat.state).toBe('converged');
  });

  it('says where it leaves the part in which the function is defined', () => {
    const path = descendExpression('ln(x)', { learningRate: 1, start: [1.5] });
    expect(path).toMatchObject({
      state: 'diverged',
      behaviour: 'undefined',
      divergedAt: 2,
      steps: 1,
    });
  });

  it('refuses what cannot be', () => {
    expectError('positive quantity=learningRate', () => descendOn('square', { learningRate: NaN }));
    for (const start of [[], [1, 2]]) {
      expectError(`size quantity=point actual=${start.length} expected=1`, () =>
        descendOn('square', { start }),
      );
    }
    for (const steps of [1.5, NaN]) {
      expectError('wrongType field=steps type=whole number', () => descendOn('square', { steps }));
    }
    expectError('fraction quantity=momentum', () =>
      descendOn('square', { optimizer: { name: 'momentum', momentum: 1 } }),
    );
    expectError('missing field=function', () => module.descend(null, from));
  });
});

describe('functions', () => {
  it('are listed with what is known of them', () => {
    const facts = module.descentFunctions();
    const names = (dimension) =>
      facts.filter((f) => f.dimension === dimension).map(({ name }) => name);
    const one = ['square', 'shifted-square', 'double-well', 'quartic', 'absolute', 'flat-steep'];
    expect(names(1)).toEqual(one);
    // prettier-ignore
    expect(names(2)).toEqual(['bowl', 'ellipse', 'rosenbrock', 'himmelblau', 'beale', 'booth',
      'saddle', 'monkey-saddle', 'six-hump-camel', 'rastrigin', 'ackley']);
    expect(facts.find(({ name }) => name === 'booth')).toEqual({
      ...{
        name: 'booth',
        dimension: 2,
        range: [-8, 8, -8, 8],
        start: [-5, -2],
        learningRate: 0.05,
      },
      ...{ minima: [[1, 3]], saddles: [], curvature: 18, parameter: null },
    });
    expect(facts.find(({ name }) => name === 'rosenbrock').curvature).toBeNull();
  });

  it('have values and slopes at points, along lines and over grids', () => {
    const square = module.descentFunction('square');
    const { value, gradient } = square.evaluate([1.5]);
    expect([value, ...gradient]).toEqual([2.25, 3]);
    expect(square.nearestMinimum([-2])).toEqual({ index: 0, distance: 2 });
    expect([...square.sampleLine(-1, 1, 5)]).toEqual([1, 0.25, 0, 0.25, 1]);
    expectError('variables expected=2 actual=1', () => square.sampleGrid(0, 1, 2, 0, 1, 2));
    expectError('range quantity=side min=2 max=4000', () => square.sampleLine(0, 1, 1));
    expectError('notFinite quantity=plotRange', () => square.sampleLine(0, Infinity, 9));
    const saddle = module.descentFunction('saddle');
    // Rows from y = 0 to y = 3, x from 0 to 2 in each.
    expect([...saddle.sampleGrid(0, 2, 3, 0, 3, 2)]).toEqual([0, 1, 4, -9, -8, -5]);
    const slopes = [...saddle.gradientGrid(0, 2, 3, 0, 3, 2)].map((slope) => slope + 0);
    expect(slopes).toEqual([0, 0, 2, 0, 4, 0, 0, -6, 2, -6, 4, -6]);
    expectError('variables expected=1 actual=2', () => saddle.sampleLine(0, 1, 5));
  });

  it('know the largest η that converges, and the curvature at any point', () => {
    const ellipse = module.descentFunction('ellipse', 40);
    expect(ellipse.curvature()).toBe(40);
    expect(ellipse.facts().parameter).toEqual({ min: 1, max: 100, value: 40 });
    expect(module.largestLearningRate(ellipse, sgd)).toBe(0.05);
    const momentum = { name: 'momentum', momentum: 0.5 };
    expect(module.largestLearningRate(ellipse, momentum)).toBeCloseTo(0.075, 15);
    expect(module.largestLearningRate(ellipse, { name: 'adam' })).toBeNull();
    const rosenbrock = module.descentFunction('rosenbrock');
    expect(rosenbrock.curvature()).toBeNull();
    expect(module.largestLearningRate(rosenbrock, sgd)).toBeNull();
    expect(rosenbrock.curvatureAt([1, 1])).toBeCloseTo(1001.6006, 3);
  });

  it('refuse unknown names, parameters and points', () => {
    expectError('unknownName quantity=function value=cube', () => module.descentFunction('cube'));
    expectError('wrongType field=parameter type=number', () =>
      module.descentFunction('ellipse', 'many'),
    );
    const bowl = module.descentFunction('bowl');
    expectError('size quantity=point actual=1 expected=2', () => bowl.evaluate([1]));
    expectError('wrongType field=point type=Float64Array', () => bowl.evaluate('1, 2'));
  });

  it('that are typed know no minimum, and say where a mistake is', () => {
    const typed = module.expressionFunction('x^2 + sin(y)^2', 2);
    expect([typed.curvature(), typed.nearestMinimum([0, 0])]).toEqual([null, null]);
    expectError('expressionUnknownCharacter position=7 found=你', () =>
      module.expressionFunction('π·(x + 你)', 2),
    );
    expectError('range quantity=dimension min=1 max=2', () => module.expressionFunction('x', 3));
  });
});

describe('the fit of a line', () => {
  const options = { learningRate: 0.2, start: [0, 0], steps: 200, seed: 3 };

  it('goes down with batches of any size', () => {
    const full = module.descendLineFit({ ...options, batchSize: 20 });
    const single = module.descendLineFit({ ...options, batchSize: 1 });
    expect([full.behaviour, single.behaviour]).toEqual(['converged', 'wandering']);
    expect(full.theta.length).toBe(402);
    expect(single.values.at(-1)).toBeGreaterThan(full.values.at(-1));
    expect(module.descendLineFit({ ...options, batchSize: 1 }).theta).toEqual(single.theta);
    expect(module.descendLineFit({ ...options, batchSize: 1e9 }).theta).toEqual(full.theta);
    const fit = module.lineFitObjective();
    expect(module.descend(fit, { optimizer: sgd, ...options }).theta).toEqual(full.theta);
    expect(fit.curvature()).toBeCloseTo(1, 14);
  });

  it('takes points of the caller, scaled as asked for', () => {
    const points = new Float64Array([0, 1, 1, 3, 2, 5]);
    const [[w, b]] = module.lineFitObjective(points, 'none').facts().minima;
    expect([w, b]).toEqual([expect.closeTo(2, 12), expect.closeTo(1, 12)]);
    expect(module.lineFitObjective(points).curvature()).toBeCloseTo(1, 14);
    expect([...module.lineFitScaledX(points, 'unit')]).toEqual([0, 0.5, 1]);
    expect([...module.lineFitLine([2, 1], points, 'unit')]).toEqual([1, 1]);
    expect(module.lineFitPoints().length).toBe(40);
  });

  it('refuses batches, seeds and points that cannot be', () => {
    const run = (changes) => () => module.descendLineFit({ ...options, batchSize: 1, ...changes });
    expectError('wrongType field=batchSize type=number', run({ batchSize: undefined }));
    expectError('atLeast quantity=seed min=0', run({ seed: -1 }));
    expectError('unknownName quantity=scaling value=log', run({ scaling: 'log' }));
    expectError('lineFitOneX', run({ points: new Float64Array([1, 2, 1, 3]) }));
  });
});
