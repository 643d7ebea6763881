-- A dataset is a declaration (geodata/model/dataset.ts) under a short key. `revision` rises whenever anything that an
-- indicator depends on changes: records, areas, the declaration itself.
create table dataset (
  id          integer generated always as identity primary key,
  code        text not null unique,
  declaration jsonb not null,
  shipped     boolean not null,
  revision    bigint not null default 0,
  added_at    timestamptz not null
);

-- The header of a file for which somebody chose the columns once: the same header is offered the same dataset again.
create table header_mapping (
  header_key text primary key,
  dataset_id integer not null references dataset,
  chosen_at  timestamptz not null
);

-- Who handled the business. The name is as the source writes it; nothing is merged here.
create table operator (
  id         integer generated always as identity primary key,
  dataset_id integer not null references dataset,
  name       text not null,
  unique (dataset_id, name)
);
