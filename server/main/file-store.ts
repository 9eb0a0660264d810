/** Where files lie: the data folder, or a bucket. */
import path from 'node:path';
import { bucketFiles, type FileStore, localFiles } from '../platform/files/files.ts';
import { clamd } from '../platform/files/scan.ts';
import type { Config } from './config.ts';

export async function openFiles(config: Pick<Config, 'bucket' | 'scanner'>, folder: string): Promise<FileStore> {
  const rules = { scanner: config.scanner === null ? null : clamd(config.scanner) };
  if (config.bucket === null) return localFiles(folder, rules);
  const { endpoint, bucket, region, inPath, key, secret } = config.bucket;
  const s3 = {
    endpoint,
    region,
    forcePathStyle: inPath,
    credentials: { accessKeyId: key, secretAccessKey: secret },
    // stores other than Amazon's know only the checksums the protocol asks for
    requestChecksumCalculation: 'WHEN_REQUIRED' as const,
    responseChecksumValidation: 'WHEN_REQUIRED' as const,
  };
  return bucketFiles({ config: s3, bucket, prefix: '', gathering: path.join(folder, 'gathering') }, rules);
}
