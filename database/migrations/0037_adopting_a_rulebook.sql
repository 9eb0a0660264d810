-- 采用规章: which rulebook a utility takes over while it is set up, and what it says to the limits left to it.
create table regulations.adoption (
  utility_id int not null references identity.utility,
  pack text not null,
  version text not null,
  -- texts of a rulebook that was uploaded; null: one shipped with the platform
  files jsonb,
  -- by `section.id.key`: confirmed, perhaps with another value
  answers jsonb not null default '{}',
  -- office hours; null: not yet decided
  hours jsonb,
  updated_at timestamptz not null,
  primary key (utility_id)
);
select platform.isolate('regulations.adoption');
