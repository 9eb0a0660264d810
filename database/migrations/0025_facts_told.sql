-- What is told is said once; an inbox holds only whose it is and whether he has read it. A breach told to five people
-- was written five times.
create table notices.fact (
  utility_id int not null,
  fact_id bigint not null generated always as identity,
  at timestamptz not null,
  recorded_at timestamptz not null,
  kind text not null,
  order_id bigint,
  -- makes a repeated announcement of the same fact impossible
  fact_key text not null,
  params jsonb not null default '{}',
  primary key (utility_id, fact_id),
  unique (utility_id, fact_key)
);
select platform.isolate('notices.fact');

insert into notices.fact (utility_id, at, recorded_at, kind, order_id, fact_key, params)
select distinct on (utility_id, fact_key) utility_id, at, recorded_at, kind, order_id, fact_key, params
from notices.inbox order by utility_id, fact_key, inbox_id;

alter table notices.inbox rename to inbox_before;
alter table notices.inbox_before rename constraint inbox_pkey to inbox_before_pkey;
create table notices.inbox (
  utility_id int not null,
  staff_id int not null,
  fact_id bigint not null,
  read_at timestamptz,
  constraint inbox_pkey primary key (utility_id, staff_id, fact_id)
);
insert into notices.inbox (utility_id, staff_id, fact_id, read_at)
select i.utility_id, i.staff_id, f.fact_id, i.read_at
from notices.inbox_before i join notices.fact f using (utility_id, fact_key);
drop table notices.inbox_before;
-- No keys to staff and facts are checked: one statement writes both from staff read in its transaction, and neither is ever deleted.
create index inbox_unread on notices.inbox (utility_id, staff_id, fact_id) where read_at is null;
select platform.isolate('notices.inbox');
