-- Merging 合并: the order this one was merged into, how many callers an order has, and where it is, so that
-- likely duplicates are found by index however many orders there are.
alter table work_orders.work_order
  add column merged_into bigint,
  add column callers int not null default 0,
  -- road 路名 read from the place: see server/modules/work-orders/rules/merging/address.ts
  add column road text,
  -- square of a two-hundredth of a degree, about 500 m
  add column cell bigint generated always as (floor(lat * 200)::bigint * 100000 + floor(lon * 200)::bigint) stored,
  add foreign key (utility_id, merged_into) references work_orders.work_order;

create index order_by_premises on work_orders.work_order (utility_id, premises_id, received_at desc) where premises_id is not null;
create index order_by_community on work_orders.work_order (utility_id, community_id, received_at desc) where community_id is not null;
create index order_by_cell on work_orders.work_order (utility_id, cell, received_at desc) where cell is not null;
create index order_by_road on work_orders.work_order (utility_id, road, received_at desc) where road is not null;
create index order_merged_into on work_orders.work_order (utility_id, merged_into) where merged_into is not null;
