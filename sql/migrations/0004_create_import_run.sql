-- One import of one file. Counts are written with each batch, in the batch's own transaction, so they always tell the truth
-- about what is stored. `beat_at` is the last sign of life: a running import without one is shown as interrupted.
create table import_run (
  id          integer generated always as identity primary key,
  dataset_id  integer not null references dataset,
  file_name   text not null,
  file_sha256 text,
  synthetic   boolean not null,
  state       text not null check (state in ('running', 'finished', 'failed', 'interrupted')),
  owner       text not null,
  started_at  timestamptz not null,
  beat_at     timestamptz not null,
  ended_at    timestamptz,
  bytes_read  bigint not null default 0,
  bytes_total bigint,
  encoding    text,
  report      jsonb not null,
  error       text
);

-- Rows that could not be used, as they stood in the file.
create table rejection (
  run_id integer not null references import_run on delete cascade,
  line   integer not null,
  reason text not null,
  detail text not null,
  body   text not null,
  primary key (run_id, line)
);
