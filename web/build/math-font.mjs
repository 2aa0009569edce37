import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const font = fileURLToPath(
  import.meta.resolve('@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2'),
);
const licence = fileURLToPath(import.meta.resolve('@fontsource/stix-two-math/LICENSE'));
const folder = fileURLToPath(new URL('../../build/fonts', import.meta.url));

/** The first and last code point of each run of characters that formulas may hold. */
const ranges = [
  [0x20, 0x7e], // ASCII
  [0x391, 0x3f5], // Greek
  [0x1d400, 0x1d467], // bold and italic letters
  [0x1d6a8, 0x1d71b], // bold and italic Greek
];
const symbols = 'ℎℝ′″‴·×÷±−∗∘⊙∂∇∑∏√∫∞≈≠≤≥≪≫→←↦⇒⇔∈‖∣∥⊤…⋯⋮⋱⟨⟩⌊⌋⌈⌉⏞⏟½¼¾¯ˆ˜';

/**
 * A Vite plugin that writes build/fonts/math.woff2: those characters of STIX Two Math that formulas
 * need, with its MATH table. Phones have no font for mathematics, without which letters may be
 * missing and indices stand on the line.
 */
export function mathFont() {
  return {
    name: 'math-font',
    async buildStart() {
      const target = `${folder}/math.woff2`;
      if (isNewer(target, fileURLToPath(import.meta.url))) return;
      const characters = ranges.flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
      );
      mkdirSync(folder, { recursive: true });
      const text = characters.join('') + symbols;
      const options = { targetFormat: 'woff2', noHinting: true };
      writeFileSync(target, await subsetFont(readFileSync(font), text, options));
    },
    generateBundle() {
      // The Open Font License asks to come along with the font.
      this.emitFile({
        type: 'asset',
        fileName: 'assets/STIX-Two-Math.LICENSE.txt',
        source: readFileSync(licence),
      });
    },
  };
}

/** Whether the file is there and not older than `source`. */
function isNewer(file, source) {
  const written = statSync(file, { throwIfNoEntry: false });
  return written !== undefined && written.mtimeMs >= statSync(source).mtimeMs;
}
