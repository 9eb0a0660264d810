-- 回测: past orders under another rulebook. A run is a question, how far it is, and what came of it.
create schema backtests;
grant usage on schema backtests to gongshui_app;

create table backtests.run (
  utility_id int not null references identity.utility,
  run_id uuid not null,
  -- the rulebook that is tried
  candidate text not null,
  -- the one it is put beside; null: for each order the one it was under
  baseline text,
  -- what they are called, as it was asked
  named jsonb not null,
  -- orders received in it
  from_at timestamptz not null,
  until_at timestamptz not null,
  -- running: waits for a worker or is in its hands
  state text not null check (state in ('running', 'done', 'cancelled', 'failed')),
  created_at timestamptz not null,
  created_by int not null,
  finished_at timestamptz,
  -- orders of the period; null: not counted yet
  total int,
  done int not null default 0,
  result jsonb,
  refusal jsonb,
  -- whose hands it is in, and until when he is believed to be alive
  claimed_by uuid,
  claimed_until timestamptz,
  attempts int not null default 0,
  primary key (utility_id, run_id),
  foreign key (utility_id, created_by) references identity.staff,
  check (until_at > from_at)
);
select platform.isolate('backtests.run', 'select, insert, update');
create index run_by_time on backtests.run (utility_id, created_at desc);
create index run_running on backtests.run (utility_id, created_at) where state = 'running';
