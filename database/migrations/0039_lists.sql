-- 列表: how each person has a list, and the filters people keep.
create schema lists;
grant usage on schema lists to gongshui_app;

create table lists.filter (
  utility_id int not null references identity.utility,
  filter_id bigint not null generated always as identity,
  list text not null,
  name text not null check (name <> ''),
  -- whose it is
  staff_id int not null,
  -- unit it is shared with; null: nobody else sees it
  department_id text,
  -- tab, filters and search as the list takes them
  query jsonb not null,
  sort text,
  changed_at timestamptz not null,
  primary key (utility_id, filter_id),
  foreign key (utility_id, staff_id) references identity.staff,
  foreign key (utility_id, department_id) references identity.department
);
select platform.isolate('lists.filter');
create unique index filter_of_staff on lists.filter (utility_id, list, staff_id, name);
create index filter_of_unit on lists.filter (utility_id, list, department_id) where department_id is not null;

create table lists.layout (
  utility_id int not null references identity.utility,
  staff_id int not null,
  list text not null,
  -- columns in their order, each with its width: [{"id": "number", "width": 140}]
  columns jsonb not null,
  -- the filter it opens with; null: none
  filter_id bigint,
  primary key (utility_id, staff_id, list),
  foreign key (utility_id, staff_id) references identity.staff,
  foreign key (utility_id, filter_id) references lists.filter on delete set null (filter_id)
);
select platform.isolate('lists.layout');
