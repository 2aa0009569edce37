// npm run weights [-- [--measure] NAME …]: trains the models of recipes.json with the native trainer and
// measures them with the WASM module; with --measure it only measures those there are, and writes their
// cards anew. Needs MNIST ($MNIST_DIR or `npm run data`); recipes with pen strokes also
// $PEN_STROKES (JSON lines, .gz): {"label": 8, "writer": 12, "strokes": [[[x, y], …], …]}.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPreset, fail, isMain, root, run } from '../web/build/command.mjs';
import { findMnist, md5, mnistFiles, unpackMnist } from '../web/build/mnist.mjs';
import { setup } from '../web/build/setup.mjs';
import { buildModule } from '../web/build/wasm.mjs';
import {
  describeEvaluation,
  evaluateModel,
  heldOutWriters,
  readMnistFile,
  readPenStrokes,
} from './evaluate.mjs';

const build = join(root, 'build/weights');
const trainer = 'native-v3';

const measureOnly = '--measure';

export async function trainWeights(parameters) {
  const names = parameters.filter((name) => name !== measureOnly);
  const isTraining = names.length === parameters.length;
  const recipes = JSON.parse(readFileSync(join(root, 'weights/recipes.json'), 'utf8'));
  const chosen = names.length ? recipes.filter(({ name }) => names.includes(name)) : recipes;
  if (chosen.length < names.length) {
    throw new Error(`The recipes are ${recipes.map(({ name }) => name).join(', ')}.`);
  }
  const mnist = findMnist();
  if (mnist === null) {
    throw new Error('MNIST is missing: set MNIST_DIR to its folder or run `npm run data`.');
  }
  const withStrokes = chosen.filter(({ data }) => data.includes('strokes'));
  if (withStrokes.length > 0 && !process.env.PEN_STROKES) {
    throw new Error(
      `The recipe ${withStrokes[0].name} needs pen strokes: set PEN_STROKES to their file.`,
    );
  }

  await setup('module', 'native');
  await buildModule();
  if (isTraining) {
    // Not for this very machine: what every x86-64 processor since 2015 can do, so that on all of them
    // the same instructions give the same weights.
    await buildPreset(trainer);
    mkdirSync(build, { recursive: true });
    if (withStrokes.length > 0) writeStrokes();
  }

  for (const recipe of chosen) {
    console.log(`\n${recipe.name}`);
    const file = `${recipe.name}.safetensors`;
    if (isTraining) {
      const recipeFile = join(build, `${recipe.name}.json`);
      writeFileSync(recipeFile, JSON.stringify(recipe));
      await run(`build/${trainer}/train`, [
        ...[recipeFile, unpackMnist(mnist)],
        ...[build, join(root, 'weights', file)],
      ]);
    }
    const card = await makeCard(recipe, file, mnist);
    writeFileSync(
      join(root, 'weights', `${recipe.name}.json`),
      `${JSON.stringify(card, null, 2)}\n`,
    );
    console.log(describeEvaluation(recipe.name, card.bytes, card.evaluation));
  }
  await runPrettier();
}

const runPrettier = () => run('node_modules/.bin/prettier', ['--write', 'weights/*.json']);

/** The strokes as the native trainer reads them: of the writers that are trained on, and the others. */
function writeStrokes() {
  const digits = readPenStrokes(process.env.PEN_STROKES);
  const line = ({ label, strokes }) =>
    [label, strokes.length, ...strokes.map((points) => [points.length, ...points.flat()])]
      .flat()
      .join(' ');
  const write = (name, chosen) =>
    writeFileSync(join(build, name), `${chosen.map(line).join('\n')}\n`);
  const isHeldOut = ({ writer }) => heldOutWriters.includes(writer);
  write(
    'training.txt',
    digits.filter((digit) => !isHeldOut(digit)),
  );
  write('validation.txt', digits.filter(isHeldOut));
}

const modelFile = (name) => readFileSync(join(root, 'weights', `${name}.safetensors`));
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** What is known of a model: its recipe, the data it saw, and how the WASM module reads with it. */
async function makeCard(recipe, file, mnist) {
  const model = modelFile(recipe.name);
  const data = {
    mnistTrainImagesMd5: md5(readMnistFile(mnist, mnistFiles.trainImages.name)),
    mnistTestImagesMd5: md5(readMnistFile(mnist, mnistFiles.testImages.name)),
  };
  if (recipe.data.includes('strokes')) {
    data.penStrokesMd5 = md5(readFileSync(String(process.env.PEN_STROKES)));
    data.heldOutWriters = heldOutWriters;
  }
  if (recipe.teacher) data.teacherSha256 = sha256(modelFile(recipe.teacher.name));
  const evaluation = await evaluateModel(model, mnist, process.env.PEN_STROKES);
  return {
    name: recipe.name,
    file,
    title: recipe.title,
    default: recipe.default ?? false,
    architecture: recipe.architecture,
    bytes: model.length,
    sha256: sha256(model),
    accuracy: {
      t10k: evaluation.t10k.accuracy,
      heldOutWriters: evaluation.heldOutWriters?.accuracy,
    },
    evaluation,
    recipe,
    data,
  };
}

if (isMain(import.meta.url)) trainWeights(process.argv.slice(2)).catch(fail);
