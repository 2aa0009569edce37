// npm start: installs what is missing, builds the page, serves dist/ and prints its address.
// PORT chooses the port; a port in use is passed over for the next free one.
import { build } from './build.mjs';
import { fail } from './command.mjs';

async function start() {
  await build();
  const { preview } = await import('vite');
  const server = await preview({ preview: { port: Number(process.env.PORT ?? 4173) } });
  console.log(`Digit Descent is at ${server.resolvedUrls?.local[0]} (Ctrl+C ends it).`);
}

start().catch(fail);
