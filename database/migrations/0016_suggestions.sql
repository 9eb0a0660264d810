-- 受理建议与确认: what was suggested for a request, and what the person who decided it confirmed. No words of the
-- message: only events, yes and no. From it the utility reads how far suggestions can be trusted.
create table requests.suggestion (
  utility_id int not null,
  request_id bigint not null,
  decided_at timestamptz not null,
  decided_by int,
  -- ranked, at most three
  events text[] not null,
  second text,
  urgent boolean not null,
  relevant boolean not null,
  outside_duty boolean not null,
  -- whether a place was suggested, and whether it is in the place confirmed or holds it; null where one of them is missing
  place_suggested boolean not null,
  place_agrees boolean,
  -- 1 the first, 2 or 3 another of the three, 0 none of them; null where no event was confirmed
  event_rank int check (event_rank between 0 and 3),
  confirmed_event text,
  confirmed_urgent boolean not null,
  confirmed_outcome text not null check (confirmed_outcome in ('open', 'irrelevant', 'outside-duty')),
  primary key (utility_id, request_id),
  foreign key (utility_id, request_id) references requests.request
);
select platform.isolate('requests.suggestion', 'select, insert');
create trigger append_only before update or delete on requests.suggestion
  for each row execute function platform.refuse_change();
