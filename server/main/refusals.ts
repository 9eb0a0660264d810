import { NewerFolder, type Running } from '../platform/data-folder.ts';
import { ClusterRefused } from '../platform/embedded/cluster.ts';
import { MigrationRefused } from '../platform/migrate.ts';
import type { Listener } from '../platform/process.ts';
import { Told } from './told.ts';

/** Why the server does not start, in words for whoever starts it. Null: not a reason we know. */
export function toldOf(error: unknown, data: string): Told | null {
  if (error instanceof Told) return error;
  if (error instanceof NewerFolder) {
    return new Told(
      `数据目录 ${data} 由更新版本的平台写成（格式 ${error.found}）。请使用更新版本的平台。数据没有改动。`,
      `The data folder ${data} was written by a newer version of the platform (format ${error.found}). Use that version. Nothing was changed.`,
    );
  }
  if (error instanceof MigrationRefused) return ofMigration(error, data);
  if (error instanceof ClusterRefused) return ofCluster(error, data);
  return null;
}

function ofMigration({ problem }: MigrationRefused, data: string): Told {
  if (problem.code === 'newer-schema') {
    return new Told(
      `数据库（${data}）由更新版本的平台建立（${problem.names.join('、')}）。请使用更新版本的平台。数据没有改动。`,
      `The database (${data}) was made by a newer version of the platform (${problem.names.join(', ')}). Use that version. Nothing was changed.`,
    );
  }
  if (problem.code === 'half-restored') {
    return new Told(
      `数据库（${data}）里的恢复没有做完，不能使用。请再运行一次 restore，它会从头开始。`,
      `A restore into the database (${data}) was broken off; it cannot be used. Run restore again: it begins anew.`,
    );
  }
  const reason = problem.code === 'changed' ? '已执行的迁移文件被改动' : '有迁移文件排在已执行的之前';
  const why = problem.code === 'changed' ? 'was changed after it had been applied' : 'comes before one already applied';
  return new Told(
    `数据库（${data}）与本版本的迁移文件不一致：${problem.name}（${reason}）。请恢复该文件，或用 --data 另选目录。数据没有改动。`,
    `The database (${data}) and this version's migrations differ: ${problem.name} ${why}. Restore that file, or choose another folder with --data. Nothing was changed.`,
  );
}

function ofCluster({ code, params }: ClusterRefused, data: string): Told {
  if (code === 'other-major') {
    return new Told(
      `数据目录 ${params.dir} 属于 PostgreSQL ${params.found}，本平台自带的是 PostgreSQL ${params.expected}。请使用原来的平台版本导出数据，或用 --data 另选目录。数据没有改动。`,
      `The data folder ${params.dir} belongs to PostgreSQL ${params.found}; this platform brings PostgreSQL ${params.expected}. Export with the version that made it, or choose another folder with --data. Nothing was changed.`,
    );
  }
  return new Told(
    `数据库没有启动（${data}）：${params.reason}`,
    `The database did not start (${data}): ${params.reason}`,
  );
}

export function alreadyRunning(running: Running, data: string): Told {
  const where = running.url ?? '正在启动 / starting';
  return new Told(
    `已经在运行：${where}（进程 ${running.pid}，数据目录 ${data}）。要停止它：kill ${running.pid}`,
    `Already running: ${where} (process ${running.pid}, data folder ${data}). To stop it: kill ${running.pid}`,
  );
}

export const ownerTooWeak = (role: string): Told =>
  new Told(
    `DATABASE_URL 的角色 ${role} 权限不足：它须能建立角色并绕过行级安全。请由数据库管理员执行：alter role "${role}" createrole bypassrls。数据没有改动。`,
    `The role ${role} of DATABASE_URL may not do enough: it has to create roles and bypass row-level security. Ask the database's administrator for: alter role "${role}" createrole bypassrls. Nothing was changed.`,
  );

export function busyPort(port: number, listener: Listener | null): Told {
  const other = port === 8080 ? 8081 : port + 1;
  const zh = listener ? `被进程 ${listener.pid}（${listener.command}）占用` : '被另一个程序占用';
  const en = listener ? `is taken by process ${listener.pid} (${listener.command})` : 'is taken by another program';
  const stop = listener ? `kill ${listener.pid}` : '';
  return new Told(
    `端口 ${port} ${zh}。请停止它${stop && `（${stop}）`}，或换一个端口：npm start -- --port ${other}`,
    `Port ${port} ${en}. Stop it${stop && ` (${stop})`}, or use another port: npm start -- --port ${other}`,
  );
}
