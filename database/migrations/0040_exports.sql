-- 导出: the rows of a list as a file, made by a worker; kept for a while.
create table lists.export (
  utility_id int not null references identity.utility,
  export_id uuid not null,
  list text not null,
  format text not null check (format in ('xlsx', 'csv')),
  lang text not null check (lang in ('zh', 'en')),
  query jsonb not null,
  sort text,
  columns text[] not null,
  -- names and numbers in full, where who asks may see them
  people boolean not null default false,
  -- running: waits for a worker or is in its hands
  state text not null check (state in ('running', 'done', 'cancelled', 'failed', 'expired')),
  created_at timestamptz not null,
  created_by int not null,
  finished_at timestamptz,
  -- the file is gone after it
  expires_at timestamptz,
  -- rows chosen when it began; null: not chosen yet
  chosen int,
  -- of them, those written
  written int not null default 0,
  bytes bigint,
  refusal jsonb,
  -- whose hands it is in, and until when he is believed to be alive
  claimed_by uuid,
  claimed_until timestamptz,
  -- claims since something was written
  attempts int not null default 0,
  primary key (utility_id, export_id),
  foreign key (utility_id, created_by) references identity.staff
);
select platform.isolate('lists.export');
create index export_of_staff on lists.export (utility_id, created_by, created_at desc);
create index export_running on lists.export (utility_id, created_at) where state = 'running';
create index export_expiring on lists.export (utility_id, expires_at) where state = 'done';

-- What has been made so far: ids chosen, rows written, the file itself.
create table lists.piece (
  utility_id int not null,
  export_id uuid not null,
  part text not null check (part in ('ids', 'rows', 'file')),
  number int not null,
  bytes bytea not null,
  primary key (utility_id, export_id, part, number),
  foreign key (utility_id, export_id) references lists.export on delete cascade
);
select platform.isolate('lists.piece');
-- packed already
alter table lists.piece alter column bytes set storage external;
