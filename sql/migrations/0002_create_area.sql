-- Areas are a reference table: small, read by every query, copied to every node of a cluster.
-- `id` is the short key by which records are grouped; `code` is what people and files use.
create table area (
  id           integer generated always as identity primary key,
  level        text not null,
  code         text not null,
  name         text not null,
  pinyin       text not null,
  parent_level text,
  parent_code  text,
  boundary     geometry(MultiPolygon, 4326) check (ST_IsValid(boundary)),
  unique (level, code)
);

create index area_parent_idx on area (parent_level, parent_code);

-- Other names of an area: former names after mergers, natural villages, short forms.
create table area_alias (
  area_id integer not null references area,
  alias   text not null,
  primary key (area_id, alias)
);

-- What an area can be divided by, with where the number came from and the day it was loaded.
create table area_denominator (
  area_id     integer not null references area,
  denominator text not null,
  value       integer not null check (value >= 0),
  source      text not null,
  loaded_on   date not null,
  primary key (area_id, denominator)
);

-- Both directions of each shared border, within one level.
create table area_neighbour (
  area_id      integer not null references area,
  neighbour_id integer not null references area,
  primary key (area_id, neighbour_id)
);
