-- Progress 进展告知: which facts of an order its callers are told, and who could not be.
create schema progress;
grant usage on schema progress to gongshui_app;

-- As each utility has it; without a row the platform's default holds.
create table progress.choice (
  utility_id int not null references identity.utility,
  fact text not null,
  told boolean not null,
  changed_by int not null,
  changed_at timestamptz not null,
  primary key (utility_id, fact),
  foreign key (utility_id, changed_by) references identity.staff
);
select platform.isolate('progress.choice', 'select, insert, update');

-- Nobody could be told: no way to reach the caller is known.
create table progress.untold (
  utility_id int not null,
  order_id bigint not null,
  request_id bigint not null,
  fact text not null,
  key text not null,
  at timestamptz not null,
  primary key (utility_id, request_id, key),
  foreign key (utility_id, order_id) references work_orders.work_order
);
create index untold_latest on progress.untold (utility_id, at desc);
select platform.isolate('progress.untold', 'select, insert');
create policy sealed on progress.untold as restrictive for select using (
  platform.staff_id() is null or work_orders.sees_order(order_id));
