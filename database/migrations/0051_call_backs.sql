-- 回访与好差评. What was said on the phone and how satisfied somebody is stands in the log of the order; here is who calls whom now,
-- who was sent a link, and what a low rating still wants.
create schema call_backs;
grant usage on schema call_backs to gongshui_app;

-- As each utility has it; without a row the platform's defaults hold.
create table call_backs.setting (
  utility_id int not null references identity.utility,
  tries int not null check (tries between 1 and 20),
  spacing_minutes int not null check (spacing_minutes between 1 and 10080),
  -- minutes of the day; both null: no quiet hours of its own
  quiet_from int check (quiet_from between 0 and 1439),
  quiet_until int check (quiet_until between 0 and 1439),
  low text[] not null,
  follow_up_hours int not null check (follow_up_hours between 1 and 720),
  script text,
  channels text[] not null,
  link_days int not null check (link_days between 1 and 90),
  change_hours int not null check (change_hours between 0 and 720),
  address text,
  changed_by int not null,
  changed_at timestamptz not null,
  primary key (utility_id),
  check ((quiet_from is null) = (quiet_until is null))
);
select platform.isolate('call_backs.setting', 'select, insert, update');

-- Who is on the phone with whom: one caller at a time. 0: an order without a caller.
create table call_backs.claim (
  utility_id int not null,
  order_id bigint not null,
  request_id bigint not null,
  staff_id int not null,
  until timestamptz not null,
  primary key (utility_id, order_id, request_id),
  foreign key (utility_id, order_id) references work_orders.work_order
);
select platform.isolate('call_backs.claim');

-- Closed, and the rulebook still wants him called.
create table call_backs.owed (
  utility_id int not null,
  order_id bigint not null,
  request_id bigint not null,
  since timestamptz not null,
  primary key (utility_id, order_id, request_id),
  foreign key (utility_id, order_id) references work_orders.work_order
);
select platform.isolate('call_backs.owed');

-- Each customer asked by a link, once for each closing. The link itself is nowhere: only its hash.
create table call_backs.rating_ask (
  utility_id int not null,
  ask_id bigint not null generated always as identity,
  order_id bigint not null,
  request_id bigint not null,
  round int not null,
  token_sha256 bytea not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  rating text,
  words text not null default '',
  answered_at timestamptz,
  -- the answer may be changed until then
  open_until timestamptz,
  primary key (utility_id, ask_id),
  foreign key (utility_id, order_id) references work_orders.work_order,
  check ((rating is null) = (answered_at is null))
);
select platform.isolate('call_backs.rating_ask', 'select, insert, update');
create unique index rating_ask_once on call_backs.rating_ask (utility_id, order_id, request_id, round);
create unique index rating_ask_token on call_backs.rating_ask (token_sha256);

-- Whose link it is: somebody with it is nobody of a utility yet.
create function call_backs.asked_by(token bytea) returns table (utility_id int, ask_id bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select a.utility_id, a.ask_id from call_backs.rating_ask a where a.token_sha256 = token
$$;
revoke all on function call_backs.asked_by(bytea) from public;
grant execute on function call_backs.asked_by(bytea) to gongshui_app;

-- 整改回访: a low rating, until the order was reopened or somebody has explained why not.
create table call_backs.follow_up (
  utility_id int not null,
  follow_up_id bigint not null generated always as identity,
  order_id bigint not null,
  request_id bigint not null,
  round int not null,
  rating text not null,
  words text not null default '',
  -- of whose work it speaks, and who sees to it
  department_id text,
  owner_id int,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  settled_at timestamptz,
  settled_by int,
  settlement text check (settlement in ('reopened', 'explained', 'better')),
  reason text,
  primary key (utility_id, follow_up_id),
  foreign key (utility_id, order_id) references work_orders.work_order,
  foreign key (utility_id, owner_id) references identity.staff,
  check ((settled_at is null) = (settlement is null))
);
select platform.isolate('call_backs.follow_up', 'select, insert, update');
create unique index follow_up_open on call_backs.follow_up (utility_id, order_id, request_id) where settled_at is null;
create index follow_up_due on call_backs.follow_up (utility_id, due_at) where settled_at is null;
