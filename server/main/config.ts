import { parseArgs } from 'node:util';
import { Told } from './told.ts';

/** What `npm start` was asked for: options first, then the environment, then the default. */
export interface Config {
  port: number;
  host: string;
  data: string;
  /** Load the demonstration town into a database without a utility. */
  demo: boolean;
  /** Build and serve the screens; without them there is the API only. */
  web: boolean;
  databaseUrl: string | null;
  secret: string | null;
  secureCookies: boolean;
  trustProxy: string | null;
  /** Log to standard output instead of the data folder. */
  logToOutput: boolean;
}

export const USAGE = `npm start -- [--port 8080] [--host localhost] [--data data] [--no-demo] [--no-web]
环境变量 / environment: PORT, HOST, GONGSHUI_DATA, DATABASE_URL, GONGSHUI_SECRET, GONGSHUI_SECURE_COOKIES=1,
GONGSHUI_TRUST_PROXY (地址 / address), GONGSHUI_LOG=stdout`;

export function readConfig(args: string[], env: NodeJS.ProcessEnv): Config | 'help' {
  const values = parsed(args);
  if (values.help) return 'help';
  return {
    port: portOf(values.port ?? env.PORT ?? '8080'),
    // this machine only: the demonstration's passwords are public
    host: values.host ?? env.HOST ?? 'localhost',
    data: values.data ?? env.GONGSHUI_DATA ?? 'data',
    demo: !values['no-demo'],
    web: !values['no-web'],
    databaseUrl: env.DATABASE_URL || null,
    secret: secretOf(env.GONGSHUI_SECRET),
    secureCookies: env.GONGSHUI_SECURE_COOKIES === '1',
    trustProxy: env.GONGSHUI_TRUST_PROXY || null,
    logToOutput: env.GONGSHUI_LOG === 'stdout',
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        'no-demo': { type: 'boolean', default: false },
        'no-web': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Told(`选项有误：${reason}\n${USAGE}`, `Wrong option: ${reason}`);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Told(
    `端口应为 1–65535 的整数，给出的是“${text}”`,
    `A port is a number from 1 to 65535, given was "${text}"`,
  );
}

function secretOf(text: string | undefined): string | null {
  if (!text) return null;
  if (text.length >= 32) return text;
  throw new Told('GONGSHUI_SECRET 至少需要 32 个字符', 'GONGSHUI_SECRET needs 32 characters or more');
}
