create schema registers;
grant usage on schema registers to gongshui_app;

-- 小区
create table registers.community (
  utility_id int not null references identity.utility,
  community_id int not null,
  name text not null,
  road text not null,
  district_id text not null,
  lon double precision,
  lat double precision,
  primary key (utility_id, community_id),
  foreign key (utility_id, district_id) references identity.district
);
select platform.isolate('registers.community');

-- 用水地址, one for each account 户号, with the customer as the utility knows him.
create table registers.premises (
  utility_id int not null references identity.utility,
  premises_id bigint not null,
  account_number text not null,
  community_id int not null,
  building text not null,
  room text not null,
  address text not null,
  customer_name text not null,
  customer_phone text,
  -- 尾号: callers say the last four digits. Stored, because under row-level security no expression index would serve
  phone_ending text generated always as (right(customer_phone, 4)) stored,
  customer_kind text not null check (customer_kind in ('resident', 'organisation')),
  meter_dn int not null check (meter_dn > 0),
  supply text not null check (supply in ('direct', 'secondary')),
  primary key (utility_id, premises_id),
  unique (utility_id, account_number),
  foreign key (utility_id, community_id) references registers.community
);
select platform.isolate('registers.premises');
-- Beginnings of numbers are looked up as ranges, which needs the order of bytes.
create index premises_by_account on registers.premises (utility_id, account_number collate "C");
create index premises_by_phone on registers.premises (utility_id, customer_phone collate "C");

create index premises_by_phone_ending on registers.premises (utility_id, phone_ending);
create index premises_by_customer on registers.premises (utility_id, customer_name);
create index premises_by_community on registers.premises (utility_id, community_id);
