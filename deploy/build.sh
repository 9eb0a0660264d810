#!/bin/sh
# Makes this tree an installation: packages, screens and links, nothing for developing. Run once after unpacking a version,
# as whoever owns the folder; the platform itself never writes into it. Needs npm (any Node from 18 on) and the network.
set -eu
cd "$(dirname "$0")/.."
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
node_modules/.bin/node tools/build-web.ts
npm prune --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error
node_modules/.bin/node --input-type=module -e "
  const { postgresBinaries } = await import('./server/platform/embedded/binaries.ts');
  console.log('PostgreSQL', postgresBinaries().major);
"
