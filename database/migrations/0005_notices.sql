create schema notices;
grant usage on schema notices to gongshui_app;

-- In-app inbox 站内信. One row for each recipient and fact.
create table notices.inbox (
  utility_id int not null references identity.utility,
  inbox_id bigint not null generated always as identity,
  staff_id int not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  -- warned · breached · breach-withdrawn · dispatched · returned · ask · decided · supervised · rejected · reopened
  kind text not null,
  order_id bigint,
  -- makes a repeated announcement of the same fact impossible
  fact_key text not null,
  params jsonb not null default '{}',
  read_at timestamptz,
  primary key (utility_id, inbox_id),
  unique (utility_id, staff_id, fact_key),
  foreign key (utility_id, staff_id) references identity.staff
);
select platform.isolate('notices.inbox');
create index inbox_of_staff on notices.inbox (utility_id, staff_id, inbox_id desc);
