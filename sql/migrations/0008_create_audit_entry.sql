-- What was done and looked at, one row each, for ever. Numbers run without gaps and each row's hash covers the row and the hash
-- before it, so that a changed, removed, inserted or moved row shows. Rows are only ever inserted. No trigger and no sequence:
-- the number, the time and the hash are the program's, taken while it holds the head row.
create table audit_entry (
  seq           bigint primary key check (seq > 0),
  at            timestamptz not null,
  actor_kind    text not null check (actor_kind in ('public', 'account', 'system')),
  actor_id      text,
  actor_name    text not null,
  address       text,
  request_id    text,
  action        text not null,
  subject_kind  text,
  subject_id    text,
  area_level    text,
  area_code     text,
  purpose       text,
  before        jsonb,
  after         jsonb,
  algorithm     text not null check (algorithm in ('sha256', 'sm3')),
  previous_hash text not null,
  hash          text not null
);

create index audit_entry_at on audit_entry (at);
create index audit_entry_action on audit_entry (action, seq);
create index audit_entry_actor on audit_entry (actor_id, seq) where actor_id is not null;
create index audit_entry_subject on audit_entry (subject_kind, subject_id, seq) where subject_id is not null;
create index audit_entry_area on audit_entry (area_code, seq) where area_code is not null;

-- Where the chain ends: the one row that whoever appends must hold.
create table audit_head (
  id   smallint primary key default 1 check (id = 1),
  seq  bigint not null,
  at   timestamptz not null,
  hash text not null
);
insert into audit_head (seq, at, hash) values (0, '1970-01-01T00:00:00Z', repeat('0', 64));

-- Nobody but the owner may touch them; where the application has a role of its own, it may add and read, nothing else.
revoke all on audit_entry, audit_head from public;
do $$
begin
  if exists (select from pg_roles where rolname = 'sunmap_app') then
    revoke all on audit_entry, audit_head from sunmap_app;
    grant select, insert on audit_entry to sunmap_app;
    grant select, update on audit_head to sunmap_app;
  end if;
end
$$;
