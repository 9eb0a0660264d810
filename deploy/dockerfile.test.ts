import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { execForm, readDockerfile } from './dockerfile.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

describe('the image', () => {
  const stages = readDockerfile(read('Dockerfile'));
  const last = stages.at(-1)?.steps ?? [];
  const of = (instruction: string): string => last.find((step) => step.instruction === instruction)?.text ?? '';

  it('is made in two stages of one Debian, and runs as nobody who may write the program', () => {
    expect(stages.map(({ from, name }) => [from, name])).toEqual([
      ['debian:bookworm-slim', 'build'],
      ['debian:bookworm-slim', ''],
    ]);
    expect(of('USER')).toBe('gongshui');
    expect(last.findIndex(({ instruction }) => instruction === 'USER')).toBeGreaterThan(
      last.findIndex(({ instruction }) => instruction === 'COPY'),
    );
  });

  it('starts what the service of systemd starts, on the data of its volume', () => {
    const unit = read('gongshui.service');
    const started = [...execForm(of('ENTRYPOINT')), ...execForm(of('CMD'))];
    expect(unit).toContain(`ExecStart=/opt/gongshui/${started.join(' ')}\n`);
    expect(started.filter((word) => word.endsWith('.ts')).every((file) => existsSync(join(ROOT, file)))).toBe(true);
    expect(of('ENV')).toContain(`GONGSHUI_DATA=${of('VOLUME')}`);
    expect(unit).toContain(`GONGSHUI_DATA=${of('VOLUME')}`);
    expect(of('EXPOSE')).toBe(/PORT=(\d+)/.exec(of('ENV'))?.[1]);
  });

  it('refuses a step it does not know', () => {
    expect(() => readDockerfile('FROM debian\nADD x y')).toThrow('not understood: ADD x y');
  });
});
