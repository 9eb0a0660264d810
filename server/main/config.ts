import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
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
  /** Speak TLS with a certificate of our own making, for phones on the same network. */
  https: boolean;
  databaseUrl: string | null;
  secret: string | null;
  secureCookies: boolean;
  trustProxy: string | null;
  /** A bucket for attachments; null: the data folder. */
  bucket: BucketConfig | null;
  /** clamd: `host:port` or the path of its socket; null: uploads are not scanned. */
  scanner: string | null;
  /** A folder of holiday calendars beside those that ship, read again when a file is written. */
  calendars: string | null;
  /** Who brings it may read /metrics from another machine; null: nobody. */
  metricsToken: string | null;
  /** Log to standard output instead of the data folder. */
  logToOutput: boolean;
}

export interface BucketConfig {
  endpoint: string;
  bucket: string;
  region: string;
  /** The bucket in the path of an address (MinIO), not in its host. */
  inPath: boolean;
  key: string;
  secret: string;
}

export const USAGE = `npm start -- [--port 8080] [--host localhost] [--data data] [--empty] [--no-web]
  [--https]  自制证书，局域网手机可用 / a certificate of its own making, for phones on the network
环境变量 / environment: PORT, HOST, GONGSHUI_DATA, DATABASE_URL, GONGSHUI_SECRET, GONGSHUI_SECURE_COOKIES=1,
GONGSHUI_TRUST_PROXY (地址 / address), GONGSHUI_LOG=stdout,
GONGSHUI_S3=https://地址/存储桶 (address/bucket; ?region=…&style=path), GONGSHUI_S3_KEY, GONGSHUI_S3_SECRET, GONGSHUI_CLAMD,
GONGSHUI_CALENDARS=文件夹 (folder: national/cn/2028.yaml),
GONGSHUI_METRICS_TOKEN=令牌 (token, 16 个字符以上 / characters or more),
OTEL_EXPORTER_OTLP_ENDPOINT=http://采集器:4318 (OpenTelemetry)`;

export function readConfig(args: string[], env: NodeJS.ProcessEnv): Config | 'help' {
  const values = parsed(args);
  if (values.help) return 'help';
  return {
    port: portOf(values.port ?? env.PORT ?? '8080'),
    // this machine only: the demonstration's passwords are public
    host: values.host ?? env.HOST ?? (values.https ? everyAddress() : 'localhost'),
    data: values.data ?? env.GONGSHUI_DATA ?? 'data',
    demo: !(values.empty || values['no-demo']),
    web: !values['no-web'],
    https: values.https,
    databaseUrl: env.DATABASE_URL || null,
    secret: secretOf(env.GONGSHUI_SECRET),
    secureCookies: values.https || env.GONGSHUI_SECURE_COOKIES === '1',
    trustProxy: env.GONGSHUI_TRUST_PROXY || null,
    ...filesConfig(env),
    calendars: calendarsOf(env.GONGSHUI_CALENDARS),
    metricsToken: metricsTokenOf(env.GONGSHUI_METRICS_TOKEN),
    logToOutput: env.GONGSHUI_LOG === 'stdout',
  };
}

/** Both families where this machine has both. */
function everyAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  return all.some(({ family }) => family === 'IPv6') ? '::' : '0.0.0.0';
}

function calendarsOf(folder: string | undefined): string | null {
  if (!folder) return null;
  if (existsSync(join(folder, 'national'))) return folder;
  throw new Told(
    `GONGSHUI_CALENDARS 应为含有 national/ 的文件夹，给出的是“${folder}”`,
    `GONGSHUI_CALENDARS is a folder with national/ in it, given was "${folder}"`,
  );
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        empty: { type: 'boolean', default: false },
        // the name it had before
        'no-demo': { type: 'boolean', default: false },
        'no-web': { type: 'boolean', default: false },
        https: { type: 'boolean', default: false },
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

function metricsTokenOf(text: string | undefined): string | null {
  if (!text) return null;
  if (/^[\x21-\x7e]{16,}$/.test(text)) return text;
  throw new Told(
    'GONGSHUI_METRICS_TOKEN 至少需要 16 个字符，只用字母、数字和符号，不含空格',
    'GONGSHUI_METRICS_TOKEN needs 16 characters or more: letters, digits and signs, no blanks',
  );
}

/** Where attachments lie, as the environment says it. */
export const filesConfig = (env: NodeJS.ProcessEnv): Pick<Config, 'bucket' | 'scanner'> => ({
  bucket: bucketOf(env),
  scanner: env.GONGSHUI_CLAMD || null,
});

function bucketOf(env: NodeJS.ProcessEnv): BucketConfig | null {
  const { GONGSHUI_S3: address, GONGSHUI_S3_KEY: key, GONGSHUI_S3_SECRET: secret } = env;
  if (!address) return null;
  const url = URL.canParse(address) ? new URL(address) : null;
  const bucket = url?.pathname.replace(/^\/|\/$/g, '') ?? '';
  if (!url || !/^https?:$/.test(url.protocol) || bucket === '' || bucket.includes('/'))
    throw new Told(
      `GONGSHUI_S3 应为“https://地址/存储桶”，给出的是“${address}”`,
      `GONGSHUI_S3 is https://address/bucket, given was "${address}"`,
    );
  if (!key || !secret)
    throw new Told(
      'GONGSHUI_S3 还需要 GONGSHUI_S3_KEY 和 GONGSHUI_S3_SECRET',
      'GONGSHUI_S3 needs GONGSHUI_S3_KEY and GONGSHUI_S3_SECRET as well',
    );
  const region = url.searchParams.get('region') ?? 'us-east-1';
  return { endpoint: url.origin, bucket, region, inPath: url.searchParams.get('style') === 'path', key, secret };
}
