import { beforeAll, describe, expect, it } from 'vitest';
import { coded, createInstance } from './module.js';

let module;
beforeAll(async () => {
  module = await createInstance();
});

const sgd = { name: 'sgd' };

/** Runs `use` with a function of the module and frees that. */
function withFunction(handle, use) {
  try {
    return use(handle);
  } finally {
    handle.delete();
  }
}

function descendOn(name, options) {
  return withFunction(module.descentFunction(name), (f) =>
    module.descend(f, { optimizer: sgd, ...options }),
  );
}

function descendExpression(text, dimension, options) {
  return withFunction(module.expressionFunction(text, dimension), (f) =>
    module.descend(f, { optimizer: sgd, ...options }),
  );
}

const pointsOf = (path, dimension) =>
  Array.from({ length: path.steps + 1 }, (_, k) => [
    ...path.theta.slice(k * dimension, (k + 1) * dimension),
  ]);

describe('descents with known results', () => {
  it('goes down x² from 1.2 with η = 0.3', () => {
    const path = descendOn('square', { learningRate: 0.3, start: [1.2], steps: 4 });
    [1.2, 0.48, 0.192, 0.0768, 0.03072].forEach((x, k) => {
      expect(path.theta[k]).toBeCloseTo(x, 14);
      expect(path.values[k]).toBeCloseTo(x * x, 14);
      expect(path.gradientNorms[k]).toBeCloseTo(2 * x, 14);
    });
    [0.2304, 0.036864, 0.005898, 0.000944].forEach((j, k) =>
      expect(Math.abs(path.values[k + 1] - j)).toBeLessThanOrEqual(5e-7),
    );
    expect(path).toMatchObject({ steps: 4, state: 'running', divergedAt: -1 });
    expect(path.theta).toBeInstanceOf(Float64Array);
  });

  it('goes down (x − 2)² from 1.4 with η = 0.1', () => {
    withFunction(module.descentFunction('shifted-square'), (f) => {
      expect(f.evaluate([1.4]).gradient[0]).toBeCloseTo(-1.2, 14);
      const start = new Float64Array([1.4]);
      const path = module.descend(f, { optimizer: sgd, learningRate: 0.1, start, steps: 1 });
      expect(path.theta[1]).toBeCloseTo(1.52, 14);
    });
  });

  it('goes down x² + sin²y from (3, 1) with η = 0.1 and is below 0.01 after 16 steps', () => {
    const options = { learningRate: 0.1, start: [3, 1], steps: 100, stop: { value: 0.01 } };
    for (const path of [
      descendOn('bowl', options),
      descendExpression('x^2 + sin(y)^2', 2, options),
    ]) {
      const points = pointsOf(path, 2);
      const expected = { 0: [3, 1, 9.708073], 1: [2.4, 0.90907, 6.382415] };
      expected[15] = [0.105553, 0.063481, 0.015166];
      expected[16] = [0.084442, 0.050819, 0.009711];
      for (const [k, [x, y, j]] of Object.entries(expected)) {
        expect(Math.abs(points[k][0] - x)).toBeLessThanOrEqual(6e-7);
        expect(Math.abs(points[k][1] - y)).toBeLessThanOrEqual(6e-7);
        expect(Math.abs(path.values[k] - j)).toBeLessThanOrEqual(6e-7);
      }
      expect(path).toMatchObject({ steps: 16, state: 'converged', behaviour: 'converged' });
      expect(path.arrivedAt).toBe(16);
      expect(path.values[15]).toBeGreaterThan(0.01);
    }
  });

  it('jumps between ±x₀ for ever on x² with η = 1', () => {
    const path = descendOn('square', { learningRate: 1, start: [1.2], steps: 500 });
    path.theta.forEach((x, k) => expect(x).toBe(k % 2 ? -1.2 : 1.2));
    expect(path).toMatchObject({ state: 'running', behaviour: 'cycling' });
  });

  it('diverges on x² with η above 1 and keeps the last finite point', () => {
    const path = descendOn('square', { learningRate: 1.1, start: [1.2], steps: 100 });
    expect(path.behaviour).toBe('diverging');
    expect(path.values[100]).toBeGreaterThan(1e15);
    const long = descendOn('square', { learningRate: 1.1, start: [1.2], steps: 10_000 });
    expect(long).toMatchObject({ state: 'diverged', behaviour: 'diverged' });
    expect(long.divergedAt).toBe(long.steps + 1);
    expect(long.theta.every(Number.isFinite)).toBe(true);
    expect(long.values.every(Number.isFinite)).toBe(true);
  });

  it('arrives in one step on x² with η = 0.5', () => {
    const path = descendOn('square', { learningRate: 0.5, start: [1.2], steps: 1 });
    expect(path.theta[1]).toBe(0);
    expect(path).toMatchObject({ behaviour: 'converged', arrivedAt: 1 });
  });

  it('names what each of the learning rates does', () => {
    const behaviour = (learningRate) =>
      descendOn('square', { learningRate, start: [1.2], steps: 10 }).behaviour;
    expect([0.1, 0.4, 0.8, 1.0, 1.1].map(behaviour)).toEqual([
      'crawling',
      'converging',
      'oscillating',
      'cycling',
      'diverging',
    ]);
  });

  it('fits the least-squares line to the twenty points', () => {
    for (const scaling of ['none', 'unit', 'standard']) {
      withFunction(module.lineFitObjective(null, scaling), (f) => {
        const { minima } = f.facts();
        const line = module.lineFitLine(minima[0], null, scaling);
        expect(Math.abs(line[0] - 0.969925)).toBeLessThanOrEqual(5e-7);
        expect(Math.abs(line[1] - 0.515789)).toBeLessThanOrEqual(5e-7);
        for (const slope of f.evaluate(minima[0]).gradient) expect(slope).toBeCloseTo(0, 11);
      });
    }
  });
});

describe('functions', () => {
  const one = ['square', 'shifted-square', 'double-well', 'quartic', 'absolute', 'flat-steep'];
  // prettier-ignore
  const two = ['bowl', 'ellipse', 'rosenbrock', 'himmelblau', 'beale', 'booth', 'saddle',
    'monkey-saddle', 'six-hump-camel', 'rastrigin', 'ackley'];

  it('lists them all', () => {
    const facts = module.descentFunctions();
    const names = (dimension) =>
      facts.filter((f) => f.dimension === dimension).map(({ name }) => name);
    expect(names(1)).toEqual(one);
    expect(names(2)).toEqual(two);
    expect(facts.find(({ name }) => name === 'booth')).toEqual({
      name: 'booth',
      dimension: 2,
      range: [-8, 8, -8, 8],
      start: [-5, -2],
      learningRate: 0.05,
      minima: [[1, 3]],
      saddles: [],
      curvature: 18,
      parameter: null,
    });
    expect(facts.find(({ name }) => name === 'rosenbrock').curvature).toBeNull();
  });

  it.each([...one, ...two])('%s: has its analytic gradient at 100 points', (name) => {
    withFunction(module.descentFunction(name), (f) => {
      const { range, dimension } = f.facts();
      let seed = 1;
      const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
      for (let i = 0; i < 100; ++i) {
        const theta = Array.from(
          { length: dimension },
          (_, j) => range[2 * j] + (range[2 * j + 1] - range[2 * j]) * random(),
        );
        const { gradient } = f.evaluate(theta);
        const numeric = theta.map((component, j) => {
          const at = (value) => f.evaluate(theta.with(j, value)).value;
          const h = 1e-5 * Math.max(1, Math.abs(component));
          return (at(component + h) - at(component - h)) / (2 * h);
        });
        const scale = Math.max(1e-8, ...numeric.map(Math.abs), ...gradient.map(Math.abs));
        numeric.forEach((slope, j) =>
          expect(Math.abs(slope - gradient[j]) / scale).toBeLessThan(1e-6),
        );
      }
    });
  });

  it.each([...one, ...two])('%s: has its minima where it says', (name) => {
    withFunction(module.descentFunction(name), (f) => {
      for (const [index, minimum] of f.facts().minima.entries()) {
        const { value, gradient } = f.evaluate(minimum);
        expect(Math.hypot(...gradient)).toBeLessThan(1e-11);
        for (let i = 0; i < 16; ++i) {
          const angle = (Math.PI * (i + 0.1)) / 8;
          const shift = [0.01 * Math.cos(angle), 0.01 * Math.sin(angle)];
          const neighbour = minimum.map((component, j) => component + shift[j]);
          expect(f.evaluate(neighbour).value).toBeGreaterThan(value);
          expect(f.nearestMinimum(neighbour).index).toBe(index);
        }
      }
    });
  });

  it('samples lines and grids', () => {
    withFunction(module.descentFunction('square'), (f) => {
      expect([...f.sampleLine(-1, 1, 5)]).toEqual([1, 0.25, 0, 0.25, 1]);
      expect(() => f.sampleGrid(0, 1, 2, 0, 1, 2)).toThrow(
        coded('variables', { expected: 2, actual: 1 }),
      );
      expect(() => f.sampleLine(0, 1, 1)).toThrow(
        coded('range', { quantity: 'side', min: 2, max: 4000 }),
      );
      expect(() => f.sampleLine(0, Infinity, 9)).toThrow(
        coded('notFinite', { quantity: 'plotRange' }),
      );
    });
    withFunction(module.descentFunction('saddle'), (f) => {
      // Rows from y = 0 to y = 3, x from 0 to 2 in each.
      expect([...f.sampleGrid(0, 2, 3, 0, 3, 2)]).toEqual([0, 1, 4, -9, -8, -5]);
      const slopes = [...f.gradientGrid(0, 2, 3, 0, 3, 2)].map((slope) => slope + 0);
      expect(slopes).toEqual([0, 0, 2, 0, 4, 0, 0, -6, 2, -6, 4, -6]);
      expect(() => f.sampleLine(0, 1, 5)).toThrow(coded('variables', { expected: 1, actual: 2 }));
    });
  });

  it('knows the largest η that converges, and the curvature at any point', () => {
    withFunction(module.descentFunction('ellipse', 40), (f) => {
      expect(f.curvature()).toBe(40);
      expect(f.facts().parameter).toEqual({ min: 1, max: 100, value: 40 });
      expect(module.largestLearningRate(f, sgd)).toBe(0.05);
      const momentum = { name: 'momentum', momentum: 0.5 };
      expect(module.largestLearningRate(f, momentum)).toBeCloseTo(0.075, 15);
      expect(module.largestLearningRate(f, { name: 'adam' })).toBeNull();
    });
    withFunction(module.descentFunction('rosenbrock'), (f) => {
      expect(f.curvature()).toBeNull();
      expect(module.largestLearningRate(f, sgd)).toBeNull();
      expect(f.curvatureAt([1, 1])).toBeCloseTo(1001.6006, 3);
    });
  });

  it('refuses unknown names, parameters and points', () => {
    expect(() => module.descentFunction('cube')).toThrow(
      coded('unknownName', { quantity: 'function', value: 'cube' }),
    );
    expect(() => module.descentFunction('ellipse', 0)).toThrow(
      coded('range', { quantity: 'functionParameter', min: 1 }),
    );
    expect(() => module.descentFunction('ellipse', 'many')).toThrow(
      coded('wrongType', { field: 'parameter', type: 'number' }),
    );
    withFunction(module.descentFunction('bowl'), (f) => {
      expect(() => f.evaluate([1])).toThrow(
        coded('size', { quantity: 'point', actual: 1, expected: 2 }),
      );
      expect(() => f.evaluate('1, 2')).toThrow(
        coded('wrongType', { field: 'point', type: 'Float64Array' }),
      );
    });
  });
});

describe('bad input to a descent', () => {
  const from = { learningRate: 0.1, start: [1], steps: 10 };

  it('refuses a learning rate, a start or a number of steps that cannot be', () => {
    for (const learningRate of [0, -1, Infinity, NaN]) {
      expect(() => descendOn('square', { ...from, learningRate })).toThrow(
        coded('positive', { quantity: 'learningRate' }),
      );
    }
    for (const start of [[Infinity], [-Infinity], [NaN]]) {
      expect(() => descendOn('square', { ...from, start })).toThrow(
        coded('notFinite', { quantity: 'start' }),
      );
    }
    for (const start of [[], [1, 2]]) {
      expect(() => descendOn('square', { ...from, start })).toThrow(
        coded('size', { quantity: 'point', actual: start.length, expected: 1 }),
      );
    }
    for (const steps of [-1, 1.5, 100_001, NaN]) {
      expect(() => descendOn('square', { ...from, steps })).toThrow(/^(range|wrongType)$/);
    }
    expect(() => descendOn('square', { ...from, optimizer: { name: 'sdg' } })).toThrow(
      coded('unknownName', { quantity: 'optimizer', value: 'sdg' }),
    );
    const momentum = { name: 'momentum', momentum: 1 };
    expect(() => descendOn('square', { ...from, optimizer: momentum })).toThrow(
      coded('fraction', { quantity: 'momentum' }),
    );
    expect(() => module.descend(null, from)).toThrow(coded('missing', { field: 'function' }));
  });

  it.each(['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'])(
    'survives η = 10⁹ with %s',
    (name) => {
      const path = descendOn('quartic', {
        optimizer: { name },
        learningRate: 1e9,
        start: [-0.8],
        steps: 500,
      });
      for (const list of [path.theta, path.values, path.gradientNorms]) {
        expect(list.length).toBe(path.steps + 1);
        expect(list.every(Number.isFinite)).toBe(true);
      }
      if (['sgd', 'momentum', 'nesterov'].includes(name)) {
        expect(path).toMatchObject({ state: 'diverged', behaviour: 'diverged' });
        expect(path.divergedAt).toBe(path.steps + 1);
      }
    },
  );

  it.each(['1/0', 'log(-1)', '0/0', 'ln(0)', 'sqrt(-x)'])('says that %s has no value', (text) => {
    const path = descendExpression(text, 1, from);
    expect(path).toMatchObject({ state: 'diverged', behaviour: 'undefined', divergedAt: 0 });
    expect(path.steps).toBe(0);
    expect([...path.theta]).toEqual([1]);
  });

  it('says where a path leaves the part in which the function is defined', () => {
    const path = descendExpression('ln(x)', 1, { ...from, learningRate: 1, start: [1.5] });
    // 1.5, 1.5 − 1/1.5 = 0.8333, 0.8333 − 1.2 = −0.3667
    expect(path).toMatchObject({ behaviour: 'undefined', divergedAt: 2, steps: 1 });
    expect(path.theta[1]).toBeCloseTo(1.5 - 1 / 1.5, 14);
  });
});

describe('expressions', () => {
  function mistakeIn(text, dimension = 2) {
    try {
      module.expressionFunction(text, dimension).delete();
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
      const { code, parameters } = /** @type {any} */ (error);
      return [code, parameters.position, parameters.found];
    }
    return 'none';
  }

  it('says where a mistake is', () => {
    expect(mistakeIn('x + foo')).toEqual(['expressionUnknownName', 4, 'foo']);
    expect(mistakeIn('x + y', 1)).toEqual(['expressionUnknownName', 4, 'y']);
    expect(mistakeIn('2 x')).toEqual(['expressionOperatorExpected', 2, 'x']);
    expect(mistakeIn('π·(x + 你)')).toEqual(['expressionUnknownCharacter', 7, '你']);
    expect(mistakeIn('sin(x')).toEqual(['expressionClosingExpected', 5, '']);
    expect(mistakeIn('')).toEqual(['expressionEmpty', 0, '']);
    expect(mistakeIn('('.repeat(200) + 'x' + ')'.repeat(200))).toEqual([
      'expressionTooDeep',
      101,
      '(',
    ]);
    expect(mistakeIn('x+'.repeat(300) + 'x')).toEqual(['expressionTooLong', 601, '']);
    expect(mistakeIn(`${'('.repeat(100)}x${')'.repeat(100)}`)).toBe('none');
    expect(() => module.expressionFunction('x', 3)).toThrow(
      coded('range', { quantity: 'dimension', min: 1, max: 2 }),
    );
  });

  it('has the gradient of the function that it spells', () => {
    const spelled = {
      rosenbrock: '(1 - x)^2 + 100*(y - x^2)^2',
      'six-hump-camel': '(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (4*y^2 - 4)*y^2',
      rastrigin: '20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)',
      ackley: '-20*exp(-0.2*sqrt((x^2+y^2)/2)) - exp((cos(2*pi*x)+cos(2*pi*y))/2) + e + 20',
    };
    for (const [name, text] of Object.entries(spelled)) {
      withFunction(module.expressionFunction(text, 2), (typed) =>
        withFunction(module.descentFunction(name), (known) => {
          const box = [-2, 1.7, 23, -1.3, 2, 19];
          const [a, b] = [typed.gradientGrid(...box), known.gradientGrid(...box)];
          a.forEach((slope, i) =>
            expect(Math.abs(slope - b[i])).toBeLessThan(1e-11 * (1 + Math.abs(b[i])) * 100),
          );
          expect(typed.curvature()).toBeNull();
          expect(typed.nearestMinimum([0, 0])).toBeNull();
        }),
      );
    }
  });
});

describe('the noise of mini-batches', () => {
  const options = { learningRate: 0.2, start: [0, 0], steps: 200, seed: 3 };

  it('descends on the line fit with batches of any size', () => {
    const full = module.descendLineFit({ ...options, batchSize: 20 });
    const single = module.descendLineFit({ ...options, batchSize: 1 });
    expect(full.behaviour).toBe('converged');
    expect(full.theta.length).toBe(402);
    expect(single.values.at(-1)).toBeGreaterThan(full.values.at(-1));
    expect(single.behaviour).toBe('wandering');
    expect(module.descendLineFit({ ...options, batchSize: 1 }).theta).toEqual(single.theta);
    expect(module.descendLineFit({ ...options, batchSize: 1e9 }).theta).toEqual(full.theta);
    withFunction(module.lineFitObjective(), (f) => {
      const path = module.descend(f, { optimizer: sgd, ...options });
      expect(path.theta).toEqual(full.theta);
      expect(f.curvature()).toBeCloseTo(1, 14);
    });
  });

  it('takes points of the caller', () => {
    const points = new Float64Array([0, 1, 1, 3, 2, 5]);
    withFunction(module.lineFitObjective(points, 'none'), (f) => {
      const [[w, b]] = f.facts().minima;
      expect([w, b]).toEqual([expect.closeTo(2, 12), expect.closeTo(1, 12)]);
    });
    withFunction(module.lineFitObjective(points), (f) => expect(f.curvature()).toBeCloseTo(1, 14));
    expect([...module.lineFitScaledX(points, 'unit')]).toEqual([0, 0.5, 1]);
    expect(module.lineFitPoints().length).toBe(40);
  });

  it('refuses batches, seeds and points that cannot be', () => {
    const run = (changes) => () => module.descendLineFit({ ...options, batchSize: 1, ...changes });
    expect(run({ batchSize: 0 })).toThrow(coded('atLeast', { quantity: 'batchSize', min: 1 }));
    expect(run({ batchSize: undefined })).toThrow(
      coded('wrongType', { field: 'batchSize', type: 'number' }),
    );
    expect(run({ seed: -1 })).toThrow(coded('atLeast', { quantity: 'seed', min: 0 }));
    expect(run({ scaling: 'log' })).toThrow(
      coded('unknownName', { quantity: 'scaling', value: 'log' }),
    );
    expect(run({ points: new Float64Array([1, 2, 1, 3]) })).toThrow(coded('lineFitOneX'));
    expect(run({ points: new Float64Array([1, NaN, 2, 3]) })).toThrow(
      coded('notFinite', { quantity: 'points' }),
    );
  });
});
