/** tsc over every project, and proof that every code file belongs to one of them. */
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { node, type Outcome } from '../step.ts';
import { codeFiles, files, ROOT } from '../tree.ts';

const TSC = 'node_modules/typescript-7/bin/tsc';

export async function types(): Promise<Outcome> {
  const projects = files().filter((file) => /(^|\/)tsconfig(\.[a-z]+)?\.json$/.test(file) && !file.includes('base'));
  if (!existsSync(join(ROOT, 'tsconfig.json'))) return { ok: false, output: 'no tsconfig.json' };
  const written = codeFiles(['server', 'web', 'tools', 'database']).filter((file) => /\.tsx?$/.test(file));
  const seen = new Set<string>();
  const complaints: string[] = [];
  for (const project of projects) {
    const memory = `node_modules/.cache/tsc/${project.replaceAll('/', '-')}.tsbuildinfo`;
    const options = ['--noEmit', '--pretty', 'false', '--listFiles', '--incremental', '--tsBuildInfoFile', memory];
    const outcome = await node([TSC, ...options, '-p', project]);
    for (const line of outcome.output.split('\n')) {
      const listed = /^(\/|[A-Za-z]:[\\/])/.test(line) && !line.includes('): error');
      if (listed) seen.add(relative(ROOT, line).split(sep).join('/'));
      else if (line.trim() !== '') complaints.push(line);
    }
    if (!outcome.ok && complaints.length === 0) complaints.push(`${project}: tsc ended with ${outcome.code}`);
  }
  for (const file of written) if (!seen.has(file)) complaints.push(`${file}: belongs to no tsconfig`);
  return {
    ok: complaints.length === 0,
    output: [...complaints, `${projects.length} projects, ${complaints.length} errors`].join('\n'),
  };
}
