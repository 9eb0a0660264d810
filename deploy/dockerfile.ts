/** A Dockerfile read into its stages: as much of the format as ours uses, and an error at what it does not know. */

export interface Step {
  instruction: string;
  /** What follows it, continuation lines joined. */
  text: string;
}

export interface Stage {
  from: string;
  /** Empty: nobody copies from it. */
  name: string;
  steps: Step[];
}

const KNOWN = [
  'RUN',
  'COPY',
  'WORKDIR',
  'USER',
  'ENV',
  'VOLUME',
  'EXPOSE',
  'STOPSIGNAL',
  'HEALTHCHECK',
  'ENTRYPOINT',
  'CMD',
];

export function readDockerfile(text: string): Stage[] {
  const stages: Stage[] = [];
  const lines = text.split('\n').filter((line) => !/^\s*#/.test(line));
  for (const line of lines
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')) {
    if (line.trim() === '') continue;
    const [, instruction = '', rest = ''] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
    const stage = stages.at(-1);
    if (instruction === 'FROM') {
      const [, from = '', name = ''] = /^(\S+)(?: AS (\S+))?$/.exec(rest) ?? [];
      stages.push({ from, name, steps: [] });
    } else if (stage && KNOWN.includes(instruction)) stage.steps.push({ instruction, text: rest });
    else throw new Error(`not understood: ${line}`);
  }
  return stages;
}

/** `["program", "argument"]` as it stands after ENTRYPOINT, CMD and HEALTHCHECK … CMD. */
export const execForm = (text: string): string[] => JSON.parse(text.slice(text.indexOf('['))) as string[];
