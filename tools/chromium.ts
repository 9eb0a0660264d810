/** Finds the browser the screens are tested on, and a font that has Chinese characters. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// the same browser without its windows, menus and services: twice as fast here
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

export const PACKAGES = ['chromium-headless-shell', 'fonts-noto-cjk'];
const BY_HAND: Partial<Record<NodeJS.Platform, string>> = {
  linux: `sudo apt-get install -y ${PACKAGES.join(' ')} (Debian; elsewhere install Chromium and a Noto CJK font), or set CHROMIUM=/path/to/chromium`,
  darwin: 'brew install --cask chromium (or Google Chrome), or set CHROMIUM=/path/to/chromium',
};

const executable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** CHROMIUM first: if it is set it must exist, another one would be a surprise. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROMIUM) return executable(env.CHROMIUM) ? env.CHROMIUM : undefined;
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...(PLACES[process.platform] ?? [])].find(executable);
}

/** macOS and Windows bring Chinese fonts; a bare Linux shows boxes. */
export function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

export type Browser = { path: string } | { missing: string };

function looked(): Browser {
  const path = findChromium();
  if (!path) {
    return {
      missing: process.env.CHROMIUM ? `CHROMIUM=${process.env.CHROMIUM} cannot be run` : 'no Chromium was found',
    };
  }
  return hasChineseFont() ? { path } : { missing: 'no font with Chinese characters was found (fc-list :lang=zh)' };
}

const mayInstall = (): boolean =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  existsSync('/etc/debian_version') &&
  !process.env.CHROMIUM;

function install(say: (text: string) => void): void {
  say(`installing ${PACKAGES.join(' and ')} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES],
  ]) {
    const ran = spawnSync('apt-get', args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    if (ran.status !== 0) {
      say(
        `apt-get ${args[0]} failed: ${(ran.stderr || String(ran.error ?? '')).trim().split('\n').slice(-5).join('\n')}`,
      );
      return;
    }
  }
}

/** The browser; installs it first where that is possible without asking: as root on Debian. */
export function prepareBrowser(say: (text: string) => void): Browser {
  const first = looked();
  if ('path' in first) return first;
  if (mayInstall()) install(say);
  const second = looked();
  if ('path' in second) return second;
  return {
    missing: `${second.missing}. To install: ${BY_HAND[process.platform] ?? 'install Chromium or Chrome and set CHROMIUM'}`,
  };
}
