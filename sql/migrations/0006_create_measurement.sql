-- What was measured, once for each dataset × level × period × weight × profile, at one revision of the data. A measurement
-- is written whole in one transaction: a reader sees the old one or the new one, never half.
create table measurement (
  id           integer generated always as identity primary key,
  dataset_id   integer not null references dataset,
  level        text not null,
  from_on      date not null,
  until_on     date not null,
  weight       text not null,
  profile_hash text not null,
  revision     bigint not null,
  measured_at  timestamptz not null,
  unique (dataset_id, level, from_on, until_on, weight, profile_hash)
);

-- The indicators of one area (geodata/model/indicator.ts), as measured.
create table area_indicator (
  measurement_id integer not null references measurement on delete cascade,
  area_id        integer not null references area,
  tier           text not null,
  indicators     jsonb not null,
  primary key (measurement_id, area_id)
);
