-- What an import needs so that it can be told about, continued, and taken back: who started it and how the file was read; the file
-- while it is kept; the import that it continues. An undone import stays in the list, with who took it back and when.
alter table import_run
  add column county_code     text,
  add column started_by      text,
  add column format          text,
  add column choices         jsonb not null default '{}',
  add column upload          text,
  add column continues       integer references import_run,
  add column undo_started_at timestamptz,
  add column undone_at       timestamptz,
  add column undone_by       text;

create index import_run_file_idx on import_run (file_sha256);

-- Records lie in the order in which imports brought them: a few bytes for each hundred pages find those of one import.
create index record_run_idx on record using brin (run_id);

-- A record as it was before an import changed it: `run_id` brought this version, `replaced_by` took its place. Gone when that
-- import is undone, since then the record is as it was again.
create table former_record (
  county_code   text not null,
  dataset_id    integer not null,
  key           text not null,
  replaced_by   integer not null,
  run_id        integer not null,
  line          integer not null,
  content_hash  text not null,
  place_id      integer not null,
  grade         text,
  place_problem text,
  happened_on   date,
  amount        numeric,
  operator_id   integer,
  holder        text,
  category      text,
  set_aside     boolean not null,
  whereabouts   jsonb not null,
  lng           float8,
  lat           float8,
  cell          text,
  fields        jsonb not null,
  primary key (county_code, dataset_id, replaced_by, key)
);

create index former_record_run_idx on former_record (dataset_id, run_id);

-- The keys of each batch that held rows which were there already: an import that changes nothing has seen them all the same, and
-- what a newer version of a file lacks is told by them. A batch of new rows only needs none: its records name the import.
create table confirmed_batch (
  run_id     integer not null references import_run on delete cascade,
  first_line integer not null,
  keys       text[] not null,
  primary key (run_id, first_line)
);

-- Former versions are read as their imports are: by whoever may see every area.
grant select on former_record, confirmed_batch to sunmap_staff, sunmap_staff_all;
alter table former_record enable row level security;
alter table confirmed_batch enable row level security;
create policy staff_reads on former_record for select to sunmap_staff using (
  replaced_by = any(array(select id from import_run))
);
create policy staff_reads on confirmed_batch for select to sunmap_staff using (
  run_id = any(array(select id from import_run))
);
create policy all_read on former_record for select to sunmap_staff_all using (true);
create policy all_read on confirmed_batch for select to sunmap_staff_all using (true);
