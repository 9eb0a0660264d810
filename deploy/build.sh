#!/bin/sh
# Makes this tree an installation: packages, screens and links, nothing for developing. Run once after unpacking a version,
# as whoever owns the folder; the platform itself never writes into it. Needs npm (any Node from 18 on) and the network.
set -eu
cd "$(dirname "$0")/.."
# what starts the platform installs its packages
install() {
  npm run -s gongshui -- --help > /dev/null
  # the Node the lock file pins; not every npm links it
  mkdir -p dist
  for node in node_modules/node-linux-*/bin/node; do ln -sfn "../$node" dist/node; done
}
install
dist/node tools/build-web.ts
rm -r node_modules
npm_config_omit=dev install
dist/node --input-type=module -e "
  const { postgresBinaries } = await import('./server/platform/embedded/binaries.ts');
  console.log('PostgreSQL', postgresBinaries().major);
"
