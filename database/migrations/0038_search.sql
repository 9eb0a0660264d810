-- What an order is found by lies beside it: an order's row is written by every command and every clock, this one when what it
-- says or where it is changes. See docs/decisions/0043.
create table work_orders.search (
  utility_id int not null,
  order_id bigint not null,
  received_at timestamptz not null,
  premises_id bigint,
  community_id int,
  road text,
  -- square of a two-hundredth of a degree, about 500 m
  cell bigint,
  -- pieces of its words, hashed with the utility: see server/modules/work-orders/rules/listing/tokens.ts
  tokens int[] not null,
  primary key (utility_id, order_id),
  foreign key (utility_id, order_id) references work_orders.work_order on delete cascade
);
select platform.isolate('work_orders.search');
-- of the pieces no statistics: what is typed is unknown when a search is planned, and every search is planned alike
alter table work_orders.search alter column tokens set statistics 0;
create index search_by_premises on work_orders.search (utility_id, premises_id, received_at desc) where premises_id is not null;
create index search_by_community on work_orders.search (utility_id, community_id, received_at desc) where community_id is not null;
create index search_by_cell on work_orders.search (utility_id, cell, received_at desc) where cell is not null;
create index search_by_road on work_orders.search (utility_id, road, received_at desc) where road is not null;

-- Row-level security lets no index be used for `tokens @> …`, which might tell of other rows; the pieces of other utilities
-- are other numbers, and the view keeps to one utility by itself. Whoever is named here is read under row-level security
-- afterwards: the orders are.
create view work_orders.findable as
  select utility_id, order_id, received_at, premises_id, tokens from work_orders.search where utility_id = platform.utility_id();
grant select on work_orders.findable to gongshui_app;

create index search_by_token on work_orders.search using gin (tokens) with (fastupdate = off);

-- What is looked for by place is looked for there.
drop index work_orders.order_by_premises;
drop index work_orders.order_by_community;
drop index work_orders.order_by_cell;
drop index work_orders.order_by_road;
alter table work_orders.work_order drop column cell;
-- Of the lists: what is open by due, of a unit, of a person, in a state, warned; what is closed by receipt, written once.
drop index work_orders.order_by_state;
drop index work_orders.order_urgent;
drop index work_orders.order_by_handler;
create index order_by_handler on work_orders.work_order (utility_id, handler_id) where closed_at is null and handler_id is not null;
create index order_by_state on work_orders.work_order (utility_id, state, sort_at, order_id) where closed_at is null;
create index order_warned on work_orders.work_order (utility_id, sort_at, order_id) where closed_at is null and due_state = 'warned';
create index order_closed on work_orders.work_order (utility_id, received_at desc, order_id desc) where closed_at is not null;

-- Whose an order is to answer for is read from the index alone.
drop index requests.request_of_owner;
drop index requests.request_of_unit;
create index request_of_owner on requests.request (utility_id, owner_id, order_id) include (sealed) where owner_id is not null;
create index request_of_unit on requests.request (utility_id, owner_unit, order_id) include (sealed) where owner_unit is not null;
