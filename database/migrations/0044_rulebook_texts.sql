-- 规章文本: the YAML a version was loaded from, as it was written. Versions kept before this have none here; those
-- that ship with the platform are read from there.
create table regulations.version_text (
  utility_id int not null,
  hash text not null,
  -- relative to the folder of rulebooks, as the version names it
  path text not null,
  -- of the rulebook itself; otherwise of one it extends
  own boolean not null,
  text text not null,
  primary key (utility_id, hash, path),
  foreign key (utility_id, hash) references regulations.pack_version (utility_id, hash)
);
create trigger append_only before update or delete on regulations.version_text
  for each row execute function platform.refuse_change();
select platform.isolate('regulations.version_text', 'select, insert');
