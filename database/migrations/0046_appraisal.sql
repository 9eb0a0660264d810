-- Appraisal 考核: checklists of the rulebook gone through in a place, as they were filled in.
create schema appraisal;
grant usage on schema appraisal to gongshui_app;

create table appraisal.inspection (
  utility_id int not null,
  inspection_id bigint not null generated always as identity,
  -- the rulebook whose checklists these are: verdicts are worked out from it and the answers
  pack_hash text not null,
  -- what was looked at: `for` of the checklists
  kind text not null,
  place text not null check (place <> ''),
  department_id text,
  at timestamptz not null,
  recorded_at timestamptz not null,
  staff_id int not null,
  -- [{checklist, seen: {index: yes | no | not-here}, facts: {name: as written}, note}]
  answers jsonb not null,
  note text not null default '',
  -- counted when it was kept, for the list
  not_met int not null,
  wanting int not null,
  to_look int not null,
  items int not null,
  primary key (utility_id, inspection_id),
  foreign key (utility_id, department_id) references identity.department,
  foreign key (utility_id, staff_id) references identity.staff (utility_id, staff_id)
);
create index inspection_when on appraisal.inspection (utility_id, at desc, inspection_id desc);
select platform.isolate('appraisal.inspection', 'select, insert');

create function appraisal.keep_inspection() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: a sheet that was kept is not altered' using errcode = 'restrict_violation';
end
$$;
create trigger keep before update or delete on appraisal.inspection for each row execute function appraisal.keep_inspection();
