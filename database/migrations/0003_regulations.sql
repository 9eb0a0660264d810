create schema regulations;
grant usage on schema regulations to gongshui_app;

-- Every version of a rulebook ever in force, by content hash. Never changed.
create table regulations.pack_version (
  utility_id int not null references identity.utility,
  hash text not null,
  pack text not null,
  version text not null,
  effective date not null,
  body jsonb not null,
  loaded_at timestamptz not null,
  primary key (utility_id, hash)
);
select platform.isolate('regulations.pack_version', 'select, insert');
create trigger append_only before update or delete on regulations.pack_version
  for each row execute function platform.refuse_change();

-- Which version is in force from which day.
create table regulations.in_force (
  utility_id int not null,
  from_day date not null,
  hash text not null,
  primary key (utility_id, from_day),
  foreign key (utility_id, hash) references regulations.pack_version
);
select platform.isolate('regulations.in_force');
