-- 导入: files of messages and registers, row by row; a file that broke off is continued.
create schema imports;
grant usage on schema imports to gongshui_app;

create table imports.import (
  utility_id int not null references identity.utility,
  import_id uuid not null,
  -- what the rows are: messages, communities, premises …
  kind text not null,
  file_name text not null,
  sha256 bytea not null,
  bytes bigint not null,
  -- in which language the file of errors speaks
  lang text not null default 'zh' check (lang in ('zh', 'en')),
  -- how the file is read: format, sheet, header, which column is what
  setup jsonb not null,
  -- ready: waits for a person · running: waits for a worker or is in its hands
  state text not null check (state in ('ready', 'running', 'done', 'cancelled', 'failed')),
  -- 预检: the counts are of a trial that wrote nothing
  dry boolean not null default false,
  created_at timestamptz not null,
  created_by int,
  started_at timestamptz,
  finished_at timestamptz,
  -- the last line whose row is decided
  line int not null default 0,
  -- part of the file that has been read
  progress real not null default 0,
  -- rows by outcome
  counts jsonb not null default '{}',
  -- why it failed
  refusal jsonb,
  -- whose hands it is in, and until when he is believed to be alive
  claimed_by uuid,
  claimed_until timestamptz,
  -- claims since the last row was decided
  attempts int not null default 0,
  primary key (utility_id, import_id),
  foreign key (utility_id, created_by) references identity.staff
);
select platform.isolate('imports.import');
create index import_by_time on imports.import (utility_id, created_at desc, import_id desc);
create index import_running on imports.import (utility_id) where state = 'running';

-- What became of a row, where that is worth keeping: every refused one.
create table imports.row (
  utility_id int not null,
  import_id uuid not null,
  line int not null,
  outcome text not null,
  -- column (null: the whole row), code, params
  faults jsonb not null default '[]',
  -- what it became: id in the source, request, order
  became jsonb,
  primary key (utility_id, import_id, line),
  foreign key (utility_id, import_id) references imports.import on delete cascade
);
select platform.isolate('imports.row');
create index row_by_outcome on imports.row (utility_id, import_id, outcome, line);

-- The file as it was sent, and the file of its bad rows, in pieces; forgotten after a while.
create table imports.piece (
  utility_id int not null,
  import_id uuid not null,
  file text not null check (file in ('source', 'errors')),
  number int not null,
  bytes bytea not null,
  primary key (utility_id, import_id, file, number),
  foreign key (utility_id, import_id) references imports.import on delete cascade
);
select platform.isolate('imports.piece');

-- imports of messages so far
insert into imports.import (utility_id, import_id, kind, file_name, sha256, bytes, setup, state, created_at, created_by, started_at,
  finished_at, progress, counts)
select utility_id, import_id, 'messages', file_name, sha256, 0, '{}', case when finished_at is null then 'failed' else 'done' end,
  started_at, started_by, started_at, finished_at, 1,
  jsonb_build_object('created', created, 'repeated', repeated, 'refused', refused,
    'declined', (select count(*) from jsonb_array_elements(report) as r where r ->> 'outcome' = 'declined'),
    'draft', (select count(*) from jsonb_array_elements(report) as r where r ->> 'outcome' = 'draft'))
from requests.import;
insert into imports.row (utility_id, import_id, line, outcome, faults, became)
select utility_id, import_id, (r ->> 'line')::int, r ->> 'outcome',
  case when r ->> 'outcome' = 'refused'
    then jsonb_build_array(jsonb_build_object('column', null, 'code', 'row-as-told', 'params', jsonb_build_object('told', r ->> 'zh')))
    else '[]' end,
  jsonb_build_object('ref', r -> 'sourceRef', 'requestId', r -> 'requestId', 'orderNumber', r -> 'orderNumber')
from requests.import, jsonb_array_elements(report) as r
on conflict do nothing;
drop table requests.import;
